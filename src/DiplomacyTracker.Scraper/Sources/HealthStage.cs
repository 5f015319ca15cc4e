using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Judges each run when it is over, and keeps the source's alarms: raised where a run is unlike the past, ended by the next that is not.</summary>
internal sealed class HealthStage(IDbContextFactory<TrackerContext> contexts, TimeProvider clock, ILogger<HealthStage> logger) : IStage
{
    // Days of alarm are no measure, so that the good days before a long break are looked for further back.
    private const int DaysLookedThrough = 90;

    private static readonly HealthRules Rules = HealthRules.BuiltIn;

    public string Name => "health";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var over = clock.GetUtcNow().AddMinutes(-Rules.GraceMinutes);
        // Pages of the run that still wait to be read are waited for.
        var run = await db.SourceRuns.FromSql(
            $"""
            SELECT r.* FROM source_runs r WHERE r.judged_at IS NULL AND r.ends_at <= {over}
              AND NOT EXISTS (SELECT 1 FROM snapshots s JOIN frontier f ON f.id = s.frontier_entry_id WHERE s.read_at IS NULL AND f.source_id = r.source_id AND s.fetched_at < r.ends_at)
            ORDER BY r.starts_at, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED
            """).AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (run is null)
        {
            return false;
        }
        var source = await db.Sources.AsTracking().SingleAsync(row => row.Id == run.SourceId, cancellationToken);
        var from = run.StartsAt.AddDays(-DaysLookedThrough);
        var history = await db.SourceRuns.Where(r => r.SourceId == run.SourceId && r.StartsAt < run.StartsAt && r.StartsAt >= from && (source.NormalSinceAt == null || r.StartsAt >= source.NormalSinceAt))
            .OrderBy(r => r.StartsAt).ToListAsync(cancellationToken);
        var deviations = HealthJudge.Judge(run, history, Rules).Concat(RecallOf(source)).ToList();
        run.RecordJudgement(clock.GetUtcNow(), deviations.Select(deviation => deviation.Signal));
        Raise(source, run, deviations);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // How much of a day's list we had found by ourselves when a backfill read it.
    private static IEnumerable<Deviation> RecallOf(Source source)
    {
        var rule = Rules.Of(SourceSignal.Recall);
        if (source is { RecallListed: { } listed, RecallKnown: { } known } && listed >= rule.Count && known < listed * (1 - rule.Share))
        {
            yield return new Deviation(SourceSignal.Recall, (double)known / listed, 1);
        }
    }

    private void Raise(Source source, SourceRun run, IReadOnlyList<Deviation> deviations)
    {
        foreach (var one in deviations.Where(one => source.Alarms.TrueForAll(alarm => alarm.Signal != one.Signal)))
        {
            logger.LogWarning("Alarm for {Source}: {Signal}, {Seen} where {Usual} is usual", source.Key, one.Signal, one.Seen, one.Usual);
        }
        source.RecordAlarms(deviations.Select(one => new SourceAlarm(one.Signal, source.Alarms.Find(alarm => alarm.Signal == one.Signal)?.Since ?? run.StartsAt, one.Seen, one.Usual)));
    }
}
