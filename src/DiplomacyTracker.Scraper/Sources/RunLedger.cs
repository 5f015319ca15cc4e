using DiplomacyTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Counts what a source yields into the row of the run that is open. The counts are a measure of how it fares, not a record: one too many after a lost lease does no harm.</summary>
internal static class RunLedger
{
    public static Task CountPollAsync(this TrackerContext db, int sourceId, DateTimeOffset at, int? listed, int found, CancellationToken cancellationToken)
    {
        var (starts, ends) = HealthRules.BuiltIn.RunAt(at);
        var failed = listed is null ? 1 : 0;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO source_runs AS run (source_id, starts_at, ends_at, polls, failed_polls, listed, found, pages, unreadable, dated, duplicates, garbled)
            VALUES ({sourceId}, {starts}, {ends}, 1, {failed}, {listed ?? 0}, {found}, 0, 0, 0, 0, 0)
            ON CONFLICT (source_id, starts_at) DO UPDATE SET
                polls = run.polls + 1, failed_polls = run.failed_polls + {failed}, listed = greatest(run.listed, excluded.listed), found = run.found + {found}
            """, cancellationToken);
    }

    /// <param name="length">Length of the body; null where the page gave no article.</param>
    public static Task CountPageAsync(this TrackerContext db, int sourceId, DateTimeOffset at, int? length, bool dated, bool duplicate, bool garbled, CancellationToken cancellationToken)
    {
        var (starts, ends) = HealthRules.BuiltIn.RunAt(at);
        List<int> lengths = length is { } characters ? [characters] : [];
        var (unreadable, isDated, isDuplicate, isGarbled) = (length is null ? 1 : 0, dated ? 1 : 0, duplicate ? 1 : 0, garbled ? 1 : 0);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO source_runs AS run (source_id, starts_at, ends_at, polls, failed_polls, listed, found, pages, unreadable, dated, duplicates, garbled, lengths)
            VALUES ({sourceId}, {starts}, {ends}, 0, 0, 0, 0, 1, {unreadable}, {isDated}, {isDuplicate}, {isGarbled}, {lengths})
            ON CONFLICT (source_id, starts_at) DO UPDATE SET
                pages = run.pages + 1, unreadable = run.unreadable + {unreadable}, dated = run.dated + {isDated}, duplicates = run.duplicates + {isDuplicate},
                garbled = run.garbled + {isGarbled}, lengths = run.lengths || excluded.lengths
            """, cancellationToken);
    }
}
