using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data.Revisions;

/// <summary>Hands out revision numbers so that no lower number becomes visible after a higher one.</summary>
public static class RevisionCounter
{
    // Any fixed number: it only has to differ from the other advisory locks of this database.
    private const long LockKey = 7_204_118_001;

    /// <summary>
    /// Takes the next number inside the open transaction. The lock is held until that transaction ends: take it when the rest of the work is done.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task<long> NextRevisionAsync(this TrackerContext db, string what, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A revision number is taken inside a transaction.");
        }
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        var numbers = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO revisions (number, at, what)
            SELECT coalesce(max(number), 0) + 1, clock_timestamp(), {what} FROM revisions
            RETURNING number AS "Value"
            """).ToListAsync(cancellationToken);
        return numbers[0];
    }
}
