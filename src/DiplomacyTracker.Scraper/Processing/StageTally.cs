using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Tells on the log how much each stage has done since the process started, while there is something new to tell.</summary>
internal sealed class StageTally(TimeProvider clock, ILogger<StageTally> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, long> _done = new(StringComparer.Ordinal);

    public void Count(string stage) => _done.AddOrUpdate(stage, 1, static (_, done) => done + 1);

    /// <summary>"fetch 70, read 64", by name; empty before the first.</summary>
    public string Told => string.Join(", ", _done.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value}"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var last = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var told = Told;
            if (told != last)
            {
                logger.LogInformation("Done since the start: {Stages}", told);
                last = told;
            }
        }
    }
}
