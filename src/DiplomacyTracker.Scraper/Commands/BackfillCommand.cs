using System.CommandLine;
using System.Globalization;
using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`backfill SOURCE --since DATE`: closes a gap from sitemaps and archive lists, politely; a killed run goes on where it stopped.</summary>
internal static class BackfillCommand
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Command Create()
    {
        var key = new Argument<string>("source") { Description = "An outlet's key." };
        var since = new Option<string>("--since") { Description = "The first day, YYYY-MM-DD.", Required = true };
        var data = DatabaseOptions.Data();
        var backfill = new Command("backfill", "Fetches what an outlet published since a day, from its sitemaps and archive lists.") { key, since, data };
        backfill.SetAction(async (parsed, cancellationToken) =>
        {
            if (!DateOnly.TryParseExact(parsed.GetRequiredValue(since), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                await Console.Error.WriteLineAsync("--since is a day of the form YYYY-MM-DD");
                return CommandLine.BadArguments;
            }
            return await DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, services => RunAsync(services, parsed.GetRequiredValue(key), day, Console.Error.WriteLine, cancellationToken), cancellationToken);
        });
        return backfill;
    }

    internal static async Task<int> RunAsync(IServiceProvider services, string key, DateOnly since, Action<string> report, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
        var backfill = services.GetRequiredService<Backfill>();
        if (await backfill.StartAsync(key, since, cancellationToken) is { } problem)
        {
            report(problem);
            return CommandLine.BadArguments;
        }
        await FetchAsync(services, backfill, key, report, cancellationToken);
        while (await services.GetRequiredService<ReadStage>().RunOnceAsync(cancellationToken))
        {
        }
        await services.GetRequiredService<Drain>().RunAsync(left => report($"{left} still wait"), cancellationToken);
        var end = await backfill.ProgressAsync(key, cancellationToken);
        report(Words(end));
        return end.ListsFailed > 0 || end.ListsDone < end.Lists || end.ArticlesDone < end.Articles ? CommandLine.SomeInputWasBad : 0;
    }

    // Stops where all is done, or where what is left has to wait longer than a person would: the worker goes on with it.
    private static async Task FetchAsync(IServiceProvider services, Backfill backfill, string key, Action<string> report, CancellationToken cancellationToken)
    {
        var (stage, clock) = (services.GetRequiredService<FetchStage>(), services.GetRequiredService<TimeProvider>());
        var source = await services.GetRequiredService<TrackerContext>().Sources.Where(row => row.Key == key).Select(row => row.Id).SingleAsync(cancellationToken);
        var (reportedAt, workedAt) = (clock.GetTimestamp(), clock.GetTimestamp());
        while (clock.GetElapsedTime(workedAt) < Patience)
        {
            if (await stage.RunOnceAsync(source, cancellationToken))
            {
                workedAt = clock.GetTimestamp();
            }
            else
            {
                var progress = await backfill.ProgressAsync(key, cancellationToken);
                if (progress.ListsDone == progress.Lists && progress.ArticlesDone == progress.Articles)
                {
                    return;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellationToken);
            }
            if (clock.GetElapsedTime(reportedAt) >= ReportEvery)
            {
                reportedAt = clock.GetTimestamp();
                report(Words(await backfill.ProgressAsync(key, cancellationToken)));
            }
        }
    }

    private static string Words(BackfillProgress progress) =>
        $"{progress.ListsDone} of {progress.Lists} lists read ({progress.ListsFailed} with an error), {progress.ArticlesDone} of {progress.Articles} missing articles fetched";
}
