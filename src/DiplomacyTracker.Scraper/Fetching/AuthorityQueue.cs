using DiplomacyTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>
/// Whose turn it is. A lease covers a whole authority, so that over all workers it gets one request at a time with a pause between;
/// leases and due times go by the database's clock alone.
/// </summary>
internal static class AuthorityQueue
{
    /// <summary>Leases the authority that has waited longest and has something due: a channel to poll or an address to fetch. Null where nothing is due.</summary>
    public static async Task<AuthorityLease?> LeaseNextAsync(this TrackerContext db, TimeSpan length, int? source, CancellationToken cancellationToken)
    {
        var leases = await db.Database.SqlQuery<LeaseRow>(
            $"""
            UPDATE authorities SET leased_until = now() + {length}, lease_token = lease_token + 1
            WHERE name = (
                SELECT a.name FROM authorities a
                WHERE a.next_request_at <= now() AND (a.leased_until IS NULL OR a.leased_until < now())
                  AND (EXISTS (SELECT 1 FROM source_channels c JOIN sources s ON s.id = c.source_id
                               WHERE c.authority = a.name AND c.next_poll_at <= now() AND NOT s.paused AND ({source}::int IS NULL OR s.id = {source}))
                    OR EXISTS (SELECT 1 FROM frontier f JOIN sources s ON s.id = f.source_id
                               WHERE f.authority = a.name AND f.next_fetch_at <= now() AND NOT s.paused AND ({source}::int IS NULL OR s.id = {source})))
                ORDER BY a.next_request_at
                LIMIT 1
                FOR UPDATE OF a SKIP LOCKED)
            RETURNING name AS "Name", lease_token AS "LeaseToken"
            """).ToListAsync(cancellationToken);
        return leases is [var lease] ? new AuthorityLease(lease.Name, lease.LeaseToken) : null;
    }

    /// <summary>Leases one authority whose turn comes soon, so that nobody else takes it meanwhile. Null where another worker holds it, or it is left alone for longer.</summary>
    /// <returns>The lease, and how long to wait before the first request.</returns>
    public static async Task<(AuthorityLease Lease, TimeSpan Wait)?> TryLeaseAsync(this TrackerContext db, string authority, TimeSpan length, TimeSpan patience, CancellationToken cancellationToken)
    {
        await db.EnsureAuthorityAsync(authority, cancellationToken);
        var leases = await db.Database.SqlQuery<WaitingLeaseRow>(
            $"""
            UPDATE authorities SET leased_until = now() + {length}, lease_token = lease_token + 1
            WHERE name = {authority} AND next_request_at <= now() + {patience} AND (leased_until IS NULL OR leased_until < now())
            RETURNING name AS "Name", lease_token AS "LeaseToken", greatest(next_request_at - now(), interval '0') AS "Wait"
            """).ToListAsync(cancellationToken);
        return leases is [var lease] ? (new AuthorityLease(lease.Name, lease.LeaseToken), lease.Wait) : null;
    }

    /// <summary>Ends the lease inside the transaction that stores what came of it; the authority's next turn is after <paramref name="pause"/>.</summary>
    /// <exception cref="LeaseLostException">Another worker holds it by now; the transaction must not be committed.</exception>
    public static async Task ReleaseAsync(this TrackerContext db, AuthorityLease lease, TimeSpan pause, CancellationToken cancellationToken)
    {
        var released = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE authorities SET leased_until = NULL, next_request_at = now() + {pause}
            WHERE name = {lease.Authority} AND lease_token = {lease.Token}
            """, cancellationToken);
        if (released == 0)
        {
            throw new LeaseLostException(lease);
        }
    }

    /// <summary>Makes sure that the authority has a row, so that it can be leased.</summary>
    public static Task EnsureAuthorityAsync(this TrackerContext db, string authority, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO authorities (name, next_request_at, lease_token, robots_unreachable) VALUES ({authority}, now(), 0, false)
            ON CONFLICT (name) DO NOTHING
            """, cancellationToken);

    private sealed record LeaseRow(string Name, long LeaseToken);

    private sealed record WaitingLeaseRow(string Name, long LeaseToken, TimeSpan Wait);
}
