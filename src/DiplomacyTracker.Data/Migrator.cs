using DiplomacyTracker.Data.Revisions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data;

/// <summary>Brings the schema up to date.</summary>
public static class Migrator
{
    private const long LockKey = 7_204_118_002;

    /// <summary>Applies what is pending, one process at a time; a second process waits and then finds nothing to do.</summary>
    /// <param name="db">A context of its own; its connection is held for the whole time.</param>
    /// <param name="tagAuthority">Host that the first migration writes down for our <c>tag:</c> URIs; later calls change nothing.</param>
    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="UnknownSchemaException">Another version of the program made the database.</exception>
    public static async Task<IReadOnlyList<string>> MigrateSafelyAsync(
        this TrackerContext db, string tagAuthority, DateOnly today, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", cancellationToken);
        try
        {
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                throw new UnknownSchemaException(unknown);
            }
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                await db.Database.MigrateAsync(cancellationToken);
            }
            if (!await db.Installations.AnyAsync(cancellationToken))
            {
                db.Installations.Add(new Installation { TagAuthority = tagAuthority, TagDate = today });
                await db.SaveChangesAsync(cancellationToken);
            }
            return pending;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>The database has a migration that this program does not know; nothing was changed.</summary>
public sealed class UnknownSchemaException(string migration) : Exception(
    $"The database was made by another version of Diplomacy Tracker: it has the migration {migration}, which this one does not know. "
    + "Run the version that made it, or one that is newer; an older one cannot read it.");
