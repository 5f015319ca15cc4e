using System.Diagnostics;
using System.Globalization;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Postgres;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Benchmarks.Processing;

/// <summary>
/// `processing [ARTICLES]`: generated articles, day after day, from stored text to events. Prints articles a second of each tenth; storing them is not
/// timed, everything after it is. The database is a PostgreSQL of its own on this machine, with its usual durability.
/// </summary>
internal static class ProcessingLoad
{
    // About a day of news at a time, as a worker that keeps up sees it.
    private const int Chunk = 1000;

    public static async Task RunAsync(int count)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"diplomacy-load-{Environment.ProcessId}");
        await using (var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), CancellationToken.None))
        {
            var configuration = new ConfigurationBuilder().Build();
            var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole());
            services.AddDiplomacyData(postgres.ConnectionString).AddStages(configuration).AddEditors();
            await using var provider = services.BuildServiceProvider();
            await Worker.PrepareAsync(provider, withSources: false, _ => { }, CancellationToken.None);
            await RunAsync(provider, count);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(ServiceProvider provider, int count)
    {
        var contexts = provider.GetRequiredService<IDbContextFactory<TrackerContext>>();
        var drain = provider.GetRequiredService<Drain>();
        var sources = await SourcesAsync(contexts);
        var tenths = new List<double>();
        var (done, inTenth, spent) = (0, 0, TimeSpan.Zero);
        foreach (var chunk in ArticleGenerator.Stream(seed: 7).Take(count).Chunk(Math.Clamp(count / 10, 1, Chunk)))
        {
            await StoreAsync(contexts, sources, chunk);
            var watch = Stopwatch.StartNew();
            await drain.RunAsync(_ => { }, CancellationToken.None);
            spent += watch.Elapsed;
            (done, inTenth) = (done + chunk.Length, inTenth + chunk.Length);
            if (done >= count * (tenths.Count + 1L) / 10)
            {
                tenths.Add(inTenth / spent.TotalSeconds);
                await using var db = await contexts.CreateDbContextAsync();
                Print($"{done,8} articles  {tenths[^1],7:0.0} a second  {await db.Events.CountAsync(),7} events  {await db.Reports.CountAsync(),7} reports");
                (inTenth, spent) = (0, TimeSpan.Zero);
            }
        }
        Print($"all: {count / tenths.Sum(rate => count / 10.0 / rate):0.0} articles a second; last tenth against first: {tenths[^1] / tenths[0]:0.00}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static async Task<Dictionary<string, int>> SourcesAsync(IDbContextFactory<TrackerContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Sources.AddRange(SampleArticles.Outlets.Select(outlet => new Source { Key = outlet.Key, Name = outlet.Name, Family = outlet.Family, Zone = "WIB" }));
        await db.SaveChangesAsync();
        return await db.Sources.ToDictionaryAsync(source => source.Key, source => source.Id);
    }

    private static async Task StoreAsync(IDbContextFactory<TrackerContext> contexts, Dictionary<string, int> sources, DiplomacyTracker.Newsroom.Article[] chunk)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var generated in chunk)
        {
            var article = new Data.Articles.Article { ArticleKey = $"load.example/{generated.Id}", SourceId = sources[generated.Outlet], StoredAt = DateTimeOffset.UnixEpoch };
            article.Publish(new DateTimeOffset(generated.PublishedAt, TimeSpan.FromHours(7)), "WIB", DateConfidence.Exact);
            var body = string.Join('\n', generated.Body);
            db.ArticleVersions.Add(article.Take(generated.Title, body, [new TextBlock(BlockKind.Paragraph, 0, body.Length)], [], DateTimeOffset.UnixEpoch, null));
            db.Articles.Add(article);
        }
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync();
    }
}
