using System.Security.Cryptography;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Channel → frontier: one request, and what its answer means for the channel.</summary>
internal sealed class ChannelPoll(PageFetcher fetcher, ChannelReader channels, IOptions<FetchOptions> options, TimeProvider clock, ILogger<ChannelPoll> logger)
{
    private readonly FetchOptions _options = options.Value;

    public async Task<FetchResult> RunAsync(TrackerContext db, SourceChannel channel, Uri address, CancellationToken cancellationToken)
    {
        var isValidated = channel.ValidatedUrl == channel.NextUrl;
        var answer = await fetcher.SendAsync(new FetchRequest(address, isValidated ? channel.Etag : null, isValidated ? channel.LastModified : null)
        {
            MostBytes = channel.Kind == ChannelKind.Sitemap ? _options.MostSitemapBytes : null,
        }, cancellationToken);
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case FetchOutcome.Redirect when channel.Route.Hops < _options.MostRedirects:
                await db.EnsureAuthorityAsync(CanonicalUrl.AuthorityOf(answer.RedirectTo!), cancellationToken);
                channel.FollowRedirect(answer.RedirectTo!, answer.IsPermanentRedirect);
                break;
            case FetchOutcome.Redirect:
                await FailAsync(db, channel, null, $"{FetchOutcome.TooManyRedirects.Name()}: more than {_options.MostRedirects} redirects", cancellationToken);
                break;
            case FetchOutcome.NotModified:
                channel.RecordUnchanged(now, After(channel, PollSchedule.Next(now, _options.PollInterval, answer, FeedPace.None, Chance())), answer.Etag, answer.LastModified);
                await SucceedAsync(db, channel, now, channel.LastListed ?? 0, 0, cancellationToken);
                break;
            case FetchOutcome.Gone:
                await FailAsync(db, channel, null, $"{answer.Reason}; it is not asked for again", cancellationToken);
                channel.PollAgainAt(SourceChannel.Never);
                logger.LogError("The channel {Url} of {Source} is gone and switched off", channel.Url, channel.Source!.Key);
                break;
            case FetchOutcome.Ok:
                await ReadAsync(db, channel, answer, now, cancellationToken);
                break;
            default:
                await FailAsync(db, channel, answer.RetryAfter, answer.Reason, cancellationToken);
                break;
        }
        return answer;
    }

    public async Task FailAsync(TrackerContext db, SourceChannel channel, TimeSpan? retryAfter, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = now + BackOff.After(channel.Failures + 1, retryAfter, Chance());
        // A backfill's list that cannot be read is a gap that is reported, not a poll that goes on for good.
        channel.RecordFailure(now, channel.IsReadOnce && channel.Failures + 1 >= _options.MostAttempts ? SourceChannel.Never : next, reason);
        if (channel.Purpose != ChannelPurpose.Sample)
        {
            channel.Source!.RecordFailure(now, $"{channel.Url}: {reason}");
        }
        if (channel.Purpose == ChannelPurpose.Poll)
        {
            await db.CountPollAsync(channel.SourceId, now, null, 0, cancellationToken);
            await db.WakeNextAsync(channel, cancellationToken);
        }
        logger.LogWarning("Could not poll {Source} at {Url}: {Reason}", channel.Source!.Key, channel.Url, reason);
    }

    private async Task ReadAsync(TrackerContext db, SourceChannel channel, FetchResult answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(answer.Body!);
        if (channel.ListingHash is { } known && hash.AsSpan().SequenceEqual(known))
        {
            channel.RecordUnchanged(now, Next(channel, answer, now), answer.Etag, answer.LastModified);
            await SucceedAsync(db, channel, now, channel.LastListed ?? 0, 0, cancellationToken);
            return;
        }
        var (listed, found, error) = await channels.StoreAsync(db, channel, answer, cancellationToken);
        if (error is not null && listed == 0 && channel.Purpose == ChannelPurpose.Poll)
        {
            await FailAsync(db, channel, null, $"{FetchOutcome.ParseError.Name()}: {error}", cancellationToken);
            return;
        }
        channel.RecordListing(now, Next(channel, answer, now), listed, whole: error is null, answer.Etag, answer.LastModified, hash);
        if (channel.Day is { } day)
        {
            channel.Source!.RecordRecall(day, listed, listed - found);
        }
        await SucceedAsync(db, channel, now, listed, found, cancellationToken);
    }

    private static async Task SucceedAsync(TrackerContext db, SourceChannel channel, DateTimeOffset now, int listed, int found, CancellationToken cancellationToken)
    {
        channel.Source!.RecordSuccess(now);
        if (channel.Purpose == ChannelPurpose.Poll)
        {
            await db.CountPollAsync(channel.SourceId, now, listed, found, cancellationToken);
            await db.LetSleepAsync(channel, cancellationToken);
        }
    }

    private static DateTimeOffset After(SourceChannel channel, DateTimeOffset next) => channel.IsReadOnce ? SourceChannel.Never : next;

    private DateTimeOffset Next(SourceChannel channel, FetchResult answer, DateTimeOffset now) => After(channel, PollSchedule.Next(
        now, _options.PollInterval, answer, channel.Kind == ChannelKind.Feed ? FeedPace.Of(PageText.Decode(answer.Body!, answer.ContentType).Text.TrimStart()) : FeedPace.None, Chance()));

    private static double Chance() => Random.Shared.NextDouble();
}
