using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`reprocess`: tags every article again, or reads the stored pages again first. A killed run goes on where it stopped.</summary>
internal static class ReprocessCommand
{
    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var read = new Option<bool>("--read") { Description = "Read the stored pages again before tagging." };
        var reprocess = new Command("reprocess", "Makes facts and events again from what is stored.") { read, data };
        reprocess.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, services =>
            RunAsync(services, parsed.GetValue(read), cancellationToken), cancellationToken));
        return reprocess;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool read, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TrackerContext>();
        if (read)
        {
            var pages = await db.Snapshots.ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.ReadAt, (DateTimeOffset?)null), cancellationToken);
            await Console.Error.WriteLineAsync($"{pages} pages wait to be read");
            var stage = services.GetRequiredService<ReadStage>();
            for (var number = 1; await stage.RunOnceAsync(cancellationToken); number++)
            {
                if (number % 100 == 0)
                {
                    await Console.Error.WriteLineAsync($"{number} of {pages} pages read");
                }
            }
        }
        var articles = await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.TaggedAt, (DateTimeOffset?)null), cancellationToken);
        await Console.Error.WriteLineAsync($"{articles} articles wait to be tagged");
        await services.GetRequiredService<Drain>().RunAsync(left => Console.Error.WriteLine($"{left} still wait"), cancellationToken);
        return 0;
    }
}
