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
            // Tagging comes first, so that a block is clustered once for all the articles that wait.
            await RunAsync(tag, cancellationToken);
            await RunAsync(cluster, cancellationToken);
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

    private static Task RunAsync(IStage stage, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            while (await stage.RunOnceAsync(cancellationToken))
            {
            }
        }, cancellationToken)));

    private async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Articles.CountAsync(article => article.TaggedAt == null, cancellationToken)
            + await db.TagRequests.CountAsync(cancellationToken)
            + await db.ClusterMarks.CountAsync(cancellationToken);
    }
}
