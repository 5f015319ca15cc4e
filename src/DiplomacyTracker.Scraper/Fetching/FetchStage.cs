using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Takes the authority whose turn it is and does one piece of work there: its robots.txt, one poll, or one page. A redirect is followed at the turn of where it leads.</summary>
internal sealed class FetchStage(
    IDbContextFactory<TrackerContext> contexts,
    RobotsTurn robots,
    ChannelPoll poll,
    PageFetch fetch,
    IOptions<FetchOptions> options,
    TimeProvider clock,
    ILogger<FetchStage> logger) : IStage
{
    private readonly FetchOptions _options = options.Value;

    public string Name => "fetch";

    public Task<bool> RunOnceAsync(CancellationToken cancellationToken) => RunOnceAsync(null, cancellationToken);

    /// <param name="source">Work for one source alone; null for all.</param>
    public async Task<bool> RunOnceAsync(int? source, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.LeaseNextAsync(_options.Lease, source, cancellationToken) is not { } lease)
        {
            return false;
        }
        try
        {
            var pause = await WorkAsync(db, lease, source, cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.ReleaseAsync(lease, pause, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (LeaseLostException e)
        {
            // The other worker stores what it fetched; ours is dropped whole.
            logger.LogWarning("{Message}", e.Message);
        }
        return true;
    }

    /// <returns>How long the authority is left alone.</returns>
    private async Task<TimeSpan> WorkAsync(TrackerContext db, AuthorityLease lease, int? source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var authority = await db.Authorities.AsTracking().SingleAsync(row => row.Name == lease.Authority, cancellationToken);
        var channel = await db.SourceChannels.AsTracking().Include(c => c.Source)
            .Where(c => c.Authority == lease.Authority && !c.Source!.Paused && c.NextPollAt <= now && (source == null || c.SourceId == source)).OrderBy(c => c.NextPollAt).FirstOrDefaultAsync(cancellationToken);
        var entry = channel is not null ? null : await db.Frontier.AsTracking().Include(e => e.Source)
            .Where(e => e.Authority == lease.Authority && !e.Source!.Paused && e.NextFetchAt <= now && (source == null || e.SourceId == source))
            // Articles that miss a page go first, and what was never fetched before what is only looked at again.
            .OrderBy(e => e.FetchedAt != null && e.PageUrl == null).ThenBy(e => e.PageUrl == null).ThenBy(e => e.NextFetchAt).ThenBy(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        var standing = RobotsTurn.StandingOf(authority);
        var pause = standing.Pause(_options.ProductToken, _options.DelayPerAuthority);
        if ((channel?.NextUrl ?? entry?.NextUrl) is not { } next)
        {
            return pause;
        }
        var address = WebAddress.Parse(next) ?? new Uri(next);
        if (!standing.IsKnownAt(now))
        {
            // robots.txt is a request of its own: the page has its turn after the pause.
            return await AskRobotsAsync(db, authority, channel, entry, address, cancellationToken);
        }
        var answer = standing.Refusal(_options.ProductToken, address) is { } refusal
            ? await RefuseAsync(db, channel, entry, $"{FetchOutcome.Robots.Name()}: {refusal}", cancellationToken)
            : channel is not null ? await poll.RunAsync(db, channel, address, cancellationToken) : await fetch.RunAsync(db, entry!, address, cancellationToken);
        // Who is asked to come later stays away from the whole host.
        return answer?.Outcome == FetchOutcome.RetryLater ? Longer(pause, BackOff.After(1, answer.RetryAfter, 0)) : pause;
    }

    private async Task<TimeSpan> AskRobotsAsync(TrackerContext db, Authority authority, SourceChannel? channel, FrontierEntry? entry, Uri address, CancellationToken cancellationToken)
    {
        if (await robots.RefreshAsync(db, authority, address, cancellationToken) is not var (standing, answer))
        {
            return _options.DelayPerAuthority;
        }
        if (answer.Outcome == FetchOutcome.Blocked && CanonicalUrl.AuthorityOf(answer.Address) == authority.Name)
        {
            // A private address is no question of robots.txt.
            await RefuseAsync(db, channel, entry, answer.Reason, cancellationToken);
        }
        else if (standing.IsUnreachable)
        {
            var reason = $"{FetchOutcome.Robots.Name()}: robots.txt cannot be reached ({answer.Reason})";
            if (channel is not null)
            {
                await poll.FailAsync(db, channel, null, reason, cancellationToken);
            }
            entry?.Postpone(reason);
            return Longer(_options.DelayPerAuthority, standing.ExpiresAt!.Value - clock.GetUtcNow());
        }
        return standing.Pause(_options.ProductToken, _options.DelayPerAuthority);
    }

    private async Task<FetchResult?> RefuseAsync(TrackerContext db, SourceChannel? channel, FrontierEntry? entry, string reason, CancellationToken cancellationToken)
    {
        if (channel is not null)
        {
            await poll.FailAsync(db, channel, _options.RobotsLifetime, reason, cancellationToken);
        }
        if (entry is not null)
        {
            await fetch.RefuseAsync(db, entry, reason, cancellationToken);
        }
        return null;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
