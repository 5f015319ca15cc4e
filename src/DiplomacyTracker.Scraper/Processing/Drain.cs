using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Processing.Clustering;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Runs the stages after reading until nothing waits, beside whatever worker is running.</summary>
internal sealed class Drain(IDbContextFactory<TrackerContext> contexts, TagStage tag, ClusterStage cluster, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(Action<int> left, CancellationToken cancellationToken)
    {
        while (true)
        {
            var worked = await tag.RunOnceAsync(cancellationToken) || await cluster.RunOnceAsync(cancellationToken);
            if (worked)
            {
                continue;
            }
            // What another worker holds is locked and still waits.
            var waiting = await WaitingAsync(cancellationToken);
            if (waiting == 0)
            {
                return;
            }
            left(waiting);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Articles.CountAsync(article => article.TaggedAt == null, cancellationToken)
            + await db.ClusterBlocks.CountAsync(block => block.DirtySince != null && block.Attempts < ClusterStage.MostAttempts, cancellationToken);
    }
}
