using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Runs a stage for as long as the process lives: at once while work waits, then looking again every second. A database that goes away is waited for.</summary>
internal sealed class StageLoop(IStage stage, StageTally tally, TimeProvider clock, ILogger<StageLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts services one after another; a stage must not hold up the next.
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var worked = await stage.RunOnceAsync(stoppingToken);
                failures = 0;
                if (worked)
                {
                    tally.Count(stage.Name);
                }
                else
                {
                    await Task.Delay(Idle, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException or IOException or InvalidOperationException or OperationCanceledException)
            {
                logger.LogError(e, "Stage {Stage} could not work, failure {Failures}", stage.Name, ++failures);
                await WaitAsync(failures, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(int failures, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(StagePauses.After(failures), clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("Stage {Stage} stops while waiting", stage.Name);
        }
    }
}
