using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Reports → events: clusters one block again under its own lock, keeps identities, and numbers what has changed.</summary>
internal sealed class ClusterStage(
    IDbContextFactory<TrackerContext> contexts, EventWriter writer, TopicAssigner topics, TimeProvider clock, ILogger<ClusterStage> logger) : IStage
{
    public const int MostAttempts = 5;

    public string Name => "cluster";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var block = await db.ClusterBlocks
            .FromSql($"SELECT * FROM cluster_blocks WHERE dirty_since IS NOT NULL AND attempts < {MostAttempts} ORDER BY dirty_since, key LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (block is null)
        {
            return false;
        }
        await transaction.CreateSavepointAsync("block", cancellationToken);
        try
        {
            await ClusterAsync(db, block, cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            // A block that cannot be clustered keeps its reason and is tried a few times; the other blocks go on.
            logger.LogError(e, "Could not cluster {Block}", block.Key);
            await transaction.RollbackToSavepointAsync("block", cancellationToken);
            db.ChangeTracker.Clear();
            db.Attach(block);
            block.Attempts++;
            block.Error = e.Message;
            await db.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task ClusterAsync(TrackerContext db, ClusterBlock block, CancellationToken cancellationToken)
    {
        var reports = await db.Reports.Where(report => report.Block == block.Key && report.Article!.TakenDownAt == null)
            .Include(report => report.Article!.Source).AsTracking().ToListAsync(cancellationToken);
        var changed = await writer.WriteAsync(db, block.Key, EventClusterer.Cluster(reports), cancellationToken);
        block.DirtySince = null;
        block.Error = null;
        block.Attempts = 0;
        await db.SaveChangesAsync(cancellationToken);
        if (changed.Count > 0)
        {
            var touched = await topics.AssignAsync(db, changed, cancellationToken);
            var revision = await db.NextRevisionAsync($"{changed.Count} events of {block.Key}", cancellationToken);
            await RecordAsync(db, changed, touched, revision, cancellationToken);
        }
    }

    private async Task RecordAsync(
        TrackerContext db, IReadOnlyList<DiplomaticEvent> changed, IReadOnlyList<Data.Topics.Topic> touched, long revision, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var one in changed)
        {
            one.Revision = revision;
            one.ChangedAt = now;
        }
        foreach (var topic in touched)
        {
            topic.Revision = revision;
            topic.ChangedAt = now;
        }
        await db.SaveChangesAsync(cancellationToken);
        foreach (var one in changed)
        {
            var document = await EventDocument.LoadAsync(db, one.Id, cancellationToken)
                ?? throw new InvalidOperationException($"Event {one.Id} is gone inside its own transaction.");
            db.EventVersions.Add(new EventVersion { EventId = one.Id, Revision = revision, Document = document.ToJson() });
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
