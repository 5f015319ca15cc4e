using System.Diagnostics;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Commands;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>What is exported depends on the stored articles alone: not on their order, on how many worked on them, or on how often they were killed.</summary>
public sealed class ProcessingOrderTests(TestDatabase database)
{
    private const int Kills = 50;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_interruptions_and_a_second_processor_change_no_byte_of_the_export()
    {
        List<ImportItem> items = [.. SampleArticles.All.Concat(ArticleGenerator.Generate(150, seed: 5)).Select(Item)];
        await using var calm = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(calm, items);
        await calm.Get<Drain>().RunAsync(_ => { }, Token);
        var undisturbed = await ExportAsync(calm);

        await using var wild = await Pipeline.CreateAsync(database, null, Token);
        var random = new Random(11);
        foreach (var part in items.OrderBy(_ => random.Next()).Chunk(40))
        {
            await ImportAsync(wild, part);
            await InterruptedAsync(wild, random);
        }
        await Task.WhenAll(wild.Get<Drain>().RunAsync(_ => { }, Token), wild.Get<Drain>().RunAsync(_ => { }, Token));

        Assert.NotEmpty(undisturbed);
        Assert.Equal(undisturbed, await ExportAsync(wild));
    }

    [Fact]
    public async Task An_article_that_cannot_be_tagged_keeps_the_reason_and_its_neighbours_are_tagged()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, [.. SampleArticles.All.Take(5).Select(Item)]);
        await using var db = pipeline.Context();
        var ids = await db.Articles.OrderBy(article => article.Id).Select(article => article.Id).ToListAsync(Token);
        // A moment whose day in Jakarta is beyond the calendar.
        await db.Database.ExecuteSqlAsync($"UPDATE articles SET published_at = '9999-12-31 23:30:00+00' WHERE id = {ids[2]}", Token);

        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);

        var errors = await db.Articles.OrderBy(article => article.Id).Select(article => article.TaggingError).ToListAsync(Token);
        Assert.Equal([false, false, true, false, false], errors.Select(error => error is not null));
        var tagged = await db.Mentions.Select(mention => mention.ArticleId).Distinct().Order().ToListAsync(Token);
        Assert.Equal([ids[0], ids[1], ids[3], ids[4]], tagged);
    }

    [Fact]
    public async Task A_second_reprocessing_touches_no_row()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, [.. SampleArticles.All.Select(Item)]);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
        await ReprocessAsync(pipeline);
        var before = await RowsAsync(pipeline);

        await ReprocessAsync(pipeline);

        Assert.Equal(before, await RowsAsync(pipeline));
    }

    // Some minutes: run by name, `dotnet test --filter Fifty_kills`, and in the full run of the release.
    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public async Task Fifty_kills_of_two_processors_change_no_byte_of_the_export()
    {
        List<ImportItem> items = [.. SampleArticles.All.Concat(ArticleGenerator.Generate(6000, seed: 5)).Select(Item)];
        await using var calm = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(calm, items);
        await calm.Get<Drain>().RunAsync(_ => { }, Token);
        var undisturbed = await ExportAsync(calm);

        await using var wild = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(wild, items);
        var random = new Random(13);
        using var steady = Processor(wild);
        var kills = 0;
        while (kills < Kills)
        {
            using var victim = Processor(wild);
            await victim.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMilliseconds(random.Next(1500, 5000)), Token).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);
            Assert.False(victim.HasExited, "the processor ended by itself");
            victim.Kill();
            await victim.WaitForExitAsync(Token);
            if (++kills == Kills / 2)
            {
                // Halfway the text is asked for again, so that there is work for all the kills.
                await using var db = wild.Context();
                await Reprocessing.RequestAsync(db, Token);
            }
        }
        steady.Kill();
        await steady.WaitForExitAsync(Token);
        await wild.Get<Drain>().RunAsync(_ => { }, Token);

        Assert.Equal(undisturbed, await ExportAsync(wild));
    }

    private static Process Processor(Pipeline pipeline)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DiplomacyTracker.Scraper.dll"), "run"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Tracker"] = pipeline.ConnectionString;
        start.Environment["Sources__File"] = Path.Combine(AppContext.BaseDirectory, "no-sources.yaml");
        File.WriteAllText(start.Environment["Sources__File"]!, "[]");
        var process = Process.Start(start) ?? throw new InvalidOperationException("The processor did not start.");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    // Breaks the stages off at any point of their work, as a kill does for the database.
    private static async Task InterruptedAsync(Pipeline pipeline, Random random)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(random.Next(30, 400));
        try
        {
            await Task.WhenAll(WorkAsync(pipeline.Get<TagStage>(), stop.Token), WorkAsync(pipeline.Get<ClusterStage>(), stop.Token), WorkAsync(pipeline.Get<ClusterStage>(), stop.Token));
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is not Xunit.Sdk.XunitException)
        {
            Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task WorkAsync(IStage stage, CancellationToken cancellationToken)
    {
        while (true)
        {
            await stage.RunOnceAsync(cancellationToken);
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task ReprocessAsync(Pipeline pipeline)
    {
        await using (var db = pipeline.Context())
        {
            await Reprocessing.RequestAsync(db, Token);
        }
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }

    private static ImportItem Item(Article article) => new(
        article.Outlet, article.Id, article.Title, null, string.Join("\n\n", article.Body.Select(line => line.TrimStart('#', ' '))),
        new DateTimeOffset(article.PublishedAt, TimeSpan.FromHours(7)), "WIB", "exact", article.Id);

    private static async Task ImportAsync(Pipeline pipeline, IEnumerable<ImportItem> items)
    {
        foreach (var item in items)
        {
            await pipeline.Get<Importer>().ImportAsync(item, Token);
        }
    }

    private static async Task<List<string>> ExportAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        var lines = new List<string>();
        await foreach (var line in ExportEvents.Now(db, canonical: true))
        {
            lines.Add(line);
        }
        return lines;
    }

    // Every row of every table with the transaction that wrote it last.
    private static async Task<List<string>> RowsAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        Assert.True(await db.Reports.AnyAsync(Token));
        return await db.Database.SqlQuery<string>(
            $"""
            SELECT tablename || ' ' || md5(query_to_xml(format('SELECT t.xmin::text AS written, t::text AS row FROM %I t ORDER BY 2', tablename), true, false, '')::text) AS "Value"
            FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
            """).ToListAsync(Token);
    }
}
