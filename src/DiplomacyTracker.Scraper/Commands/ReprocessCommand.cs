using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`reprocess`: tags every article again, or reads the stored pages again first.</summary>
internal static class ReprocessCommand
{
    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var read = new Option<bool>("--read") { Description = "Read the stored pages again that were read by another program or outlet rule, before tagging." };
        var all = new Option<bool>("--all") { Description = "With --read: every stored page, also those that this program has read." };
        var reprocess = new Command("reprocess", "Makes facts and events again from what is stored; a killed run goes on where it stopped.") { read, all, data };
        reprocess.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, services =>
            RunAsync(services, parsed.GetValue(read), parsed.GetValue(all), cancellationToken), cancellationToken));
        return reprocess;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool read, bool all, CancellationToken cancellationToken)
    {
        if (read)
        {
            await services.GetRequiredService<Rereading>().RunAsync(all, Console.Error.WriteLine, cancellationToken);
        }
        var db = services.GetRequiredService<TrackerContext>();
        await Console.Error.WriteLineAsync($"{await Reprocessing.RequestAsync(db, cancellationToken)} articles wait to be tagged");
        await services.GetRequiredService<Drain>().RunAsync(left => Console.Error.WriteLine($"{left} still wait"), cancellationToken);
        return 0;
    }
}
