using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Keeps an authority's robots.txt in its row.</summary>
internal sealed class RobotsTurn(PageFetcher fetcher, IOptions<FetchOptions> options, TimeProvider clock)
{
    // A host's usual pause is waited for; one that asked to be left alone is not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly FetchOptions _options = options.Value;

    public static RobotsStanding StandingOf(Authority authority) =>
        new(authority.RobotsStatus, authority.RobotsBody, authority.RobotsUnreachable, authority.RobotsExpiresAt);

    /// <summary>Asks for robots.txt, over redirects where it has moved, each host that it leads to under a lease of its own; the row holds what came of it.</summary>
    /// <returns>Null where another worker is at the host that it leads to: nothing is known yet, and the next turn asks again.</returns>
    public async Task<(RobotsStanding Standing, FetchResult Answer)?> RefreshAsync(TrackerContext db, Authority authority, Uri address, CancellationToken cancellationToken)
    {
        AuthorityLease? guest = null;
        var isBusy = false;
        var answer = await fetcher.FollowAsync(RobotsStanding.Request(address), RobotsStanding.MostRedirects, JudgeAsync, cancellationToken);
        await LeaveAsync();
        if (isBusy)
        {
            return null;
        }
        var standing = StandingOf(authority).After(answer, clock.GetUtcNow(), _options.RobotsLifetime, _options.RobotsRetry);
        (authority.RobotsStatus, authority.RobotsBody, authority.RobotsUnreachable, authority.RobotsExpiresAt) = (standing.Status, standing.Body, standing.IsUnreachable, standing.ExpiresAt);
        return (standing, answer);

        async Task<FetchResult?> JudgeAsync(Uri next, CancellationToken token)
        {
            var name = CanonicalUrl.AuthorityOf(next);
            if (name == authority.Name || name == guest?.Authority)
            {
                return null;
            }
            await LeaveAsync();
            if (await db.TryLeaseAsync(name, _options.Lease, Patience, token) is not var (lease, wait))
            {
                isBusy = true;
                return new FetchResult(FetchOutcome.RetryLater, next, Error: $"{name} is being asked by another worker");
            }
            guest = lease;
            await Task.Delay(wait, clock, token);
            return null;
        }

        async Task LeaveAsync()
        {
            if (guest is not null)
            {
                await db.ReleaseAsync(guest, _options.DelayPerAuthority, cancellationToken);
                guest = null;
            }
        }
    }
}
