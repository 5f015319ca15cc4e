using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`sources check [SOURCE]`: reads outlets live and stores what was found, so that the sources page can say whether their rules still hold.</summary>
internal static class SourcesCheckCommand
{
    public static Command Create()
    {
        var key = new Argument<string?>("source") { Description = "An outlet's key; all of them where none is named.", Arity = ArgumentArity.ZeroOrOne };
        var data = DatabaseOptions.Data();
        var check = new Command("check", "Reads an outlet live: robots.txt, its channels, the ten newest items, the fields of one article, and what is missing.") { key, data };
        check.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, services =>
            RunAsync(services, parsed.GetValue(key), Console.Out, cancellationToken), cancellationToken));
        return check;
    }

    internal static async Task<int> RunAsync(IServiceProvider services, string? wanted, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
        var (db, catalogue, clock) = (services.GetRequiredService<TrackerContext>(), services.GetRequiredService<SourceCatalogue>(), services.GetRequiredService<TimeProvider>());
        var sources = await db.Sources.AsTracking().Where(source => wanted == null || source.Key == wanted).OrderBy(source => source.Key).ToListAsync(cancellationToken);
        using var visitor = new Visitor(services.GetRequiredService<IOptions<FetchOptions>>(), clock);
        var whole = 0;
        var fetched = sources.FindAll(source => catalogue.Of(source) is not null);
        foreach (var source in fetched)
        {
            var report = await new SourceCheck(visitor).RunAsync(catalogue.Of(source)!, cancellationToken);
            source.RecordCheck(clock.GetUtcNow(), report.Whole, report.Lines);
            await db.SaveChangesAsync(cancellationToken);
            whole += report.Whole ? 1 : 0;
            await output.WriteLineAsync($"{source.Key}: {(report.Whole ? "verified" : "not verified")}");
            foreach (var line in report.Lines)
            {
                await output.WriteLineAsync($"  {line}");
            }
        }
        if (fetched.Count == 0)
        {
            await Console.Error.WriteLineAsync(wanted is null ? "there is no source to check" : $"there is no source {wanted} that is fetched");
            return CommandLine.BadArguments;
        }
        return whole == fetched.Count ? 0 : CommandLine.SomeInputWasBad;
    }
}
