using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Revisions;
using DiplomacyTracker.Data.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Reports → events: clusters one block again under its own lock, keeps identities, and numbers what has changed.</summary>
internal sealed class ClusterStage(
    IDbContextFactory<TrackerContext> contexts, EventWriter writer, TopicAssigner topics, ClusterMemory memory, TimeProvider clock, ILogger<ClusterStage> logger) : IStage
{
    private const int MostAttempts = 5;

    // As many of the oldest marks are looked through for a block that nobody else works on.
    private const int MostMarks = 1000;

    public string Name => "cluster";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ClaimAsync(db, cancellationToken) is not { } block)
        {
            return false;
        }
        try
        {
            await ClusterAsync(db, block, cancellationToken);
            await db.Database.ExecuteSqlAsync($"DELETE FROM cluster_failures WHERE block = {block}", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (Conflicts.IsConflict(e))
        {
            // Another worker was first; the marks are back, and the block is taken again.
            logger.LogDebug(e, "Block {Block} met another worker", block);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            // A block that cannot be clustered keeps its reason and is tried a few times; the other blocks go on.
            logger.LogError(e, "Could not cluster {Block}", block);
            await transaction.RollbackAsync(cancellationToken);
            await RecordFailureAsync(block, e.Message, cancellationToken);
        }
        return true;
    }

    // Marks that come after this are for the next time: their reports may or may not be seen now, and either is right.
    private static async Task<string?> ClaimAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        var marked = await db.ClusterMarks.OrderBy(mark => mark.Id).Take(MostMarks).Select(mark => mark.Block).ToListAsync(cancellationToken);
        foreach (var block in marked.Distinct())
        {
            // The block after is locked too, since reports may be taken from it.
            var isOurs = await TryLockAsync(db, block, cancellationToken) && (EventBlocks.After(block) is not { } after || await TryLockAsync(db, after, cancellationToken));
            if (isOurs && await db.ClusterMarks.Where(mark => mark.Block == block).ExecuteDeleteAsync(cancellationToken) > 0)
            {
                return block;
            }
        }
        return null;
    }

    private static async Task<bool> TryLockAsync(TrackerContext db, string block, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({block}, 7204118007)) AS "Value" """).ToListAsync(cancellationToken))[0];

    // A report that a block looks at, in the block that it is in now; a guest may go on to the block after.
    private sealed record Looked(bool IsGuest, string Block, Telling Telling);

    private async Task ClusterAsync(TrackerContext db, string block, CancellationToken cancellationToken)
    {
        var looked = await LookAsync(db, block, cancellationToken);
        var clustering = EventClusterer.Cluster(looked.ConvertAll(one => one.Telling), memory.Of(block));
        memory.Keep(block, clustering);
        var clusters = clustering.GroupsOf(looked.Where(one => !one.IsGuest).Select(one => one.Telling.ReportId).ToHashSet());
        var placed = clusters.SelectMany(cluster => cluster.Select(one => one.Telling.ReportId)).ToHashSet();
        var (here, left) = (looked.FindAll(one => placed.Contains(one.Telling.ReportId)), looked.FindAll(one => !placed.Contains(one.Telling.ReportId)));
        var taken = here.FindAll(one => one.Block != block);
        var givenBack = left.FindAll(one => one.IsGuest && one.Block == block);
        await MoveAsync(db, block, IdsOf(taken), IdsOf(givenBack), cancellationToken);
        await ReleaseAsync(db, IdsOf(left.FindAll(one => !one.IsGuest && one.Telling.EventId is not null)), cancellationToken);
        var written = await writer.WriteAsync(db, block, clusters, cancellationToken);
        if (written.Changed.Count > 0)
        {
            var touched = await topics.AssignAsync(db, written.Changed, written.Names, cancellationToken);
            await RecordAsync(db, block, written.Changed, touched, cancellationToken);
        }
    }

    private static Task<List<Looked>> LookAsync(TrackerContext db, string block, CancellationToken cancellationToken) =>
        db.Reports.Where(report => (report.Block == block || report.BlockBefore == block) && report.Article!.TakenDownAt == null)
            .Select(report => new Looked(
                report.BlockBefore == block,
                report.Block,
                new Telling(
                    report.Id, report.ArticleId, report.Article!.ArticleKey, report.Ordinal, report.Type, report.Status, report.Features, report.Article.PublishedAt,
                    report.Article.PublishedZone, report.Article.ReprintOfId, report.Digest, report.EventId, report.Why)))
            .ToListAsync(cancellationToken);

    private static List<long> IdsOf(List<Looked> looked) => looked.ConvertAll(one => one.Telling.ReportId);

    // What a block takes or gives back is missing or waiting in the block after.
    private static async Task MoveAsync(TrackerContext db, string block, List<long> taken, List<long> givenBack, CancellationToken cancellationToken)
    {
        if (taken.Count + givenBack.Count == 0 || EventBlocks.After(block) is not { } after)
        {
            return;
        }
        await db.Reports.Where(report => taken.Contains(report.Id)).ExecuteUpdateAsync(set => set.SetProperty(report => report.Block, block), cancellationToken);
        await db.Reports.Where(report => givenBack.Contains(report.Id)).ExecuteUpdateAsync(set => set.SetProperty(report => report.Block, after), cancellationToken);
        await db.BulkInsertAsync(BlockMarks.For([after]), cancellationToken);
    }

    // References to what nobody tells any more.
    private static async Task ReleaseAsync(TrackerContext db, List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await db.Reports.Where(report => ids.Contains(report.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(report => report.EventId, (long?)null).SetProperty(report => report.Why, (string?)null), cancellationToken);
        }
    }

    // The number is taken last, since its lock keeps every other writer from committing.
    private async Task RecordAsync(TrackerContext db, string block, IReadOnlyList<DiplomaticEvent> changed, IReadOnlyList<Topic> touched, CancellationToken cancellationToken)
    {
        var ids = changed.Select(one => one.Id).ToList();
        var documents = await EventDocument.LoadAsync(db, ids, cancellationToken);
        var now = clock.GetUtcNow();
        var revision = await db.NextRevisionAsync($"{changed.Count} events of {block}", cancellationToken);
        foreach (var topic in touched)
        {
            topic.Revision = revision;
            topic.ChangedAt = now;
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.Events.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Revision, revision).SetProperty(e => e.ChangedAt, now), cancellationToken);
        await db.BulkInsertAsync(
            changed.Select(one => new EventVersion
            {
                EventId = one.Id,
                Revision = revision,
                Document = (documents[one.Id] with { Revision = revision }).ToJson(),
                IsGone = one.Withdrawn || one.MergedIntoId is not null,
            }).ToList(),
            cancellationToken);
    }

    private async Task RecordFailureAsync(string block, string error, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO cluster_failures (block, error, attempts) VALUES ({block}, {error}, 1)
            ON CONFLICT (block) DO UPDATE SET error = excluded.error, attempts = cluster_failures.attempts + 1
            """, cancellationToken);
        // Enough tries: it waits for a change of its reports or for reprocessing.
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM cluster_marks WHERE block IN (SELECT block FROM cluster_failures WHERE block = {block} AND attempts >= {MostAttempts})", cancellationToken);
    }
}
