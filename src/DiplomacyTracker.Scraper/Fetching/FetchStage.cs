using System.IO.Compression;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Frontier → snapshot, and channels → frontier: takes the authority whose turn it is and does one request there.</summary>
internal sealed class FetchStage(
    IDbContextFactory<TrackerContext> contexts,
    PageFetcher fetcher,
    ChannelReader channels,
    IOptions<FetchOptions> options,
    TimeProvider clock,
    ILogger<FetchStage> logger) : IStage
{
    private readonly FetchOptions _options = options.Value;

    public string Name => "fetch";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.LeaseNextAsync(_options.Lease, cancellationToken) is not { } lease)
        {
            return false;
        }
        try
        {
            await WorkAsync(db, lease, cancellationToken);
        }
        catch (LeaseLostException e)
        {
            // The other worker stores what it fetched; ours is dropped whole.
            logger.LogWarning("{Message}", e.Message);
        }
        return true;
    }

    private async Task WorkAsync(TrackerContext db, AuthorityLease lease, CancellationToken cancellationToken)
    {
        var authority = await db.Authorities.AsTracking().SingleAsync(row => row.Name == lease.Authority, cancellationToken);
        var channel = await db.SourceChannels.AsTracking().Include(c => c.Source)
            .Where(c => c.Authority == lease.Authority && !c.Source!.Paused && c.NextPollAt <= clock.GetUtcNow()).OrderBy(c => c.NextPollAt).FirstOrDefaultAsync(cancellationToken);
        var entry = channel is not null ? null : await db.Frontier.AsTracking().Include(e => e.Source)
            .Where(e => e.Authority == lease.Authority && e.State == FrontierState.Waiting && !e.Source!.Paused && e.NextFetchAt <= clock.GetUtcNow())
            .OrderBy(e => e.NextFetchAt).ThenBy(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        if (channel is null && entry is null)
        {
            await db.ReleaseAsync(lease, _options.DelayPerAuthority, cancellationToken);
            return;
        }
        var address = new Uri(channel?.Url ?? entry!.Url);
        if (authority.RobotsExpiresAt is null || authority.RobotsExpiresAt <= clock.GetUtcNow())
        {
            // robots.txt is a request of its own: the page has its turn after the pause.
            await RefreshRobotsAsync(authority, address, cancellationToken);
            await SaveAsync(db, lease, authority, cancellationToken);
            return;
        }
        var verdict = Judge(authority, address);
        if (channel is not null)
        {
            await PollAsync(db, channel, verdict, address, cancellationToken);
        }
        else
        {
            await FetchAsync(db, entry!, verdict, address, cancellationToken);
        }
        await SaveAsync(db, lease, authority, cancellationToken);
    }

    private async Task SaveAsync(TrackerContext db, AuthorityLease lease, Authority authority, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var delay = RobotsRules.Parse(authority.RobotsBody ?? []).CrawlDelay(_options.ProductToken) ?? TimeSpan.Zero;
        await db.ReleaseAsync(lease, delay > _options.DelayPerAuthority ? delay : _options.DelayPerAuthority, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RefreshRobotsAsync(Authority authority, Uri address, CancellationToken cancellationToken)
    {
        var answer = await fetcher.FetchAsync(new Uri(address, "/robots.txt"), null, null, cancellationToken);
        authority.RobotsStatus = answer.Status;
        // RFC 9309: 4xx means that there are no rules; 5xx, 429 and silence mean that nothing may be fetched, unless an earlier copy is known.
        var isAbsent = answer.Status is >= 400 and < 500 and not 429;
        authority.RobotsUnreachable = !answer.IsOk && !isAbsent && authority.RobotsBody is null;
        if (answer.IsOk || isAbsent)
        {
            authority.RobotsBody = answer.Body is { } body ? body[..Math.Min(body.Length, 512_000)] : [];
        }
        authority.RobotsExpiresAt = clock.GetUtcNow() + (answer.IsOk || isAbsent ? _options.RobotsLifetime : BackOff.After(2));
    }

    private string? Judge(Authority authority, Uri address)
    {
        if (authority.RobotsUnreachable)
        {
            return "robots.txt cannot be reached, so nothing may be fetched";
        }
        var (allowed, rule) = RobotsRules.Parse(authority.RobotsBody ?? []).Judge([_options.ProductToken], address.AbsoluteUri);
        return allowed ? null : $"robots.txt forbids it: Disallow: {rule}";
    }

    private async Task PollAsync(TrackerContext db, SourceChannel channel, string? verdict, Uri address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (verdict is not null)
        {
            Fail(channel, now, BackOff.After(channel.Failures + 2), verdict);
            return;
        }
        var answer = await fetcher.FetchAsync(address, channel.Etag, channel.LastModified, cancellationToken);
        now = clock.GetUtcNow();
        if (answer.Outcome == FetchOutcome.NotModified)
        {
            channel.RecordSuccess(now, now + _options.PollInterval, answer.Etag, answer.LastModified, null);
            channel.Source!.RecordSuccess(now);
            return;
        }
        if (!answer.IsOk)
        {
            Fail(channel, now, answer.RetryAfter ?? BackOff.After(channel.Failures + 1), answer.Reason);
            return;
        }
        var (found, error) = await channels.StoreAsync(db, channel, answer, cancellationToken);
        if (error is not null && found == 0)
        {
            Fail(channel, now, BackOff.After(channel.Failures + 1), error);
            return;
        }
        channel.RecordSuccess(now, now + _options.PollInterval, answer.Etag, answer.LastModified, found);
        channel.Source!.RecordSuccess(now);
    }

    private void Fail(SourceChannel channel, DateTimeOffset now, TimeSpan wait, string reason)
    {
        channel.RecordFailure(now, now + wait, reason);
        channel.Source!.RecordFailure(now, $"{channel.Url}: {reason}");
        logger.LogWarning("Could not poll {Source} at {Url}: {Reason}", channel.Source.Key, channel.Url, reason);
    }

    private async Task FetchAsync(TrackerContext db, FrontierEntry entry, string? verdict, Uri address, CancellationToken cancellationToken)
    {
        if (verdict is not null)
        {
            entry.RecordRefusal(verdict);
            return;
        }
        var answer = await fetcher.FetchAsync(address, entry.Etag, entry.LastModified, cancellationToken);
        var now = clock.GetUtcNow();
        if (answer.Outcome == FetchOutcome.NotModified)
        {
            entry.RecordFetched(now, answer.Etag ?? entry.Etag, answer.LastModified ?? entry.LastModified);
            return;
        }
        if (!answer.IsOk)
        {
            entry.RecordFailure(now + (answer.RetryAfter ?? BackOff.After(entry.Attempts + 1)), answer.Reason, _options.MostAttempts);
            entry.Source!.RecordFailure(now, $"{entry.Url}: {answer.Reason}");
            return;
        }
        var (_, charset) = PageText.Decode(answer.Body!, answer.ContentType);
        entry.RecordFetched(now, answer.Etag, answer.LastModified);
        entry.Source!.RecordSuccess(now);
        db.Snapshots.Add(new Snapshot
        {
            FrontierEntryId = entry.Id,
            Url = answer.Address.AbsoluteUri,
            FetchedAt = now,
            ContentType = answer.ContentType,
            Charset = charset,
            Body = Compress(answer.Body!),
            Length = answer.Body!.Length,
        });
    }

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(body);
        }
        return compressed.ToArray();
    }
}
