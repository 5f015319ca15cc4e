using System.Text.Json;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Editors;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>The whole way: pages of the sample press over HTTP, to events that its answers know.</summary>
public sealed class PipelineTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_round_asks_conditionally_and_writes_nothing()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        var before = await CountsAsync(pipeline);
        var requests = newsroom.Requests.Count;

        await pipeline.RunAsync(Token);

        Assert.Equal(before, await CountsAsync(pipeline));
        Assert.All(newsroom.Requests.Skip(requests), request => Assert.True(request.Conditional && request.Status == 304, request.Path));
        Assert.DoesNotContain(newsroom.Requests, request => request.Path.StartsWith("/rahasia", StringComparison.Ordinal));
        Assert.All(newsroom.Requests, request => Assert.Contains("DiplomacyTracker", request.UserAgent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_sources_failure_is_on_its_row_and_the_others_go_on()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        newsroom.Misbehave("lintang", Misbehaviour.ServerError);
        newsroom.Misbehave("cakrawala", Misbehaviour.NotAFeed);
        newsroom.Misbehave("lentera", Misbehaviour.Huge);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);

        await using var db = pipeline.Context();
        var failing = await db.Sources.Where(source => source.FailingSinceAt != null).ToDictionaryAsync(source => source.Key, source => source.LastError!, Token);
        Assert.Equal(["cakrawala", "lentera", "lintang"], failing.Keys.Order());
        Assert.Contains("500", failing["lintang"], StringComparison.Ordinal);
        Assert.True(await db.Articles.CountAsync(article => article.Source!.Key == "selat-sunda", Token) > 5);
    }

    [Fact]
    public async Task An_edited_article_becomes_the_next_version_of_the_same_row()
    {
        var original = SampleArticles.All.First(article => article.Outlet == "lintang");
        await using var newsroom = await NewsroomServer.StartAsync(0, [original], Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        newsroom.Publish(new DiplomacyTracker.Newsroom.Article { Id = original.Id, Outlet = original.Outlet, Published = original.Published, Title = original.Title, Tags = original.Tags, Place = original.Place, Body = [.. original.Body, "Tambahan dari redaksi: jumlah peserta diperbarui."] });
        await using (var db = pipeline.Context())
        {
            await db.Frontier.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.State, DiplomacyTracker.Data.Sources.FrontierState.Waiting).SetProperty(entry => entry.NextFetchAt, DateTimeOffset.UnixEpoch), Token);
        }

        await pipeline.RunAsync(Token);

        await using var check = pipeline.Context();
        var article = await check.Articles.Include(a => a.Versions).SingleAsync(Token);
        Assert.Equal(2, article.Version);
        Assert.Equal(2, article.Versions.Count);
    }

    [Fact]
    public async Task A_correction_survives_reprocessing_and_its_revocation_brings_the_machines_word_back()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await pipeline.Get<Importer>().ImportAsync(new ImportItem("Harian Contoh", "satu.txt", null, null, "Moskow menolak usulan Polandia pada 9 Januari 2026 di Jenewa.", Some.Published, "WIB", null, "x"), Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
        var (article, correction) = await CorrectAsync(pipeline, "Moskow", EntityType.Place, "moscow");
        await ReprocessAsync(pipeline);

        await using (var db = pipeline.Context())
        {
            var corrected = await db.Mentions.InForce().Include(mention => mention.Entity).SingleAsync(mention => mention.ArticleId == article && mention.Surface == "Moskow", Token);
            Assert.Equal((EntityType.Place, "moscow", correction), (corrected.Type, corrected.Entity!.Key, corrected.CorrectionId));
            var original = await db.Corrections.SingleAsync(row => row.Id == correction, Token);
            db.Corrections.Add(new Correction { ArticleId = article, Kind = CorrectionKind.Revocation, Quote = original.Quote, Before = original.Before, After = original.After, Part = original.Part, EditorId = original.EditorId, MadeAt = Some.Published.ToUniversalTime(), RevokesId = original.Id });
            await db.SaveChangesAsync(Token);
        }
        await ReprocessAsync(pipeline);

        await using var check = pipeline.Context();
        var machine = await check.Mentions.InForce().SingleAsync(mention => mention.ArticleId == article && mention.Surface == "Moskow", Token);
        Assert.Equal((EntityType.Country, null), (machine.Type, machine.CorrectionId));
    }

    [Fact]
    public async Task Reprocessing_twice_changes_no_event()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        await ReprocessAsync(pipeline);
        var first = await DocumentsAsync(pipeline);

        await ReprocessAsync(pipeline);

        Assert.Equal(first, await DocumentsAsync(pipeline));
    }

    [Fact]
    public async Task The_two_founding_articles_are_one_meeting_with_one_disagreement()
    {
        var (items, problems) = ImportReader.Read(Repository.SharedOrSkip("seeds"));
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        foreach (var item in items)
        {
            await pipeline.Get<Importer>().ImportAsync(item, Token);
        }
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);

        await using var db = pipeline.Context();
        Assert.Empty(problems);
        var disputed = Assert.Single(await db.Discrepancies.Where(d => d.Class == DifferenceClass.Discrepancy).Include(d => d.Event).ToListAsync(Token));
        Assert.Equal(["2026-01-06", "2026-01-07"], disputed.Values);
        Assert.Equal(2, disputed.Event!.SourceCount);
        var names = await db.Mentions.Where(mention => mention.Entity!.Key == "coalition-of-the-willing").Select(mention => mention.Surface).Distinct().ToListAsync(Token);
        Assert.Superset(new HashSet<string> { "coalition of the willing", "koalisi negara-negara yang bersedia", "koalisi yang bersedia", "koalisi sukarela" }, names.Select(name => name.ToLowerInvariant()).ToHashSet());
        var bodies = await db.Articles.Select(article => article.Body).ToListAsync(Token);
        Assert.DoesNotContain(bodies, body => body.Contains("Simak artikel informatif", StringComparison.Ordinal) || body.Contains("PendudukanPada", StringComparison.Ordinal));
    }

    private static async Task<(long Article, long Correction)> CorrectAsync(Pipeline pipeline, string surface, EntityType type, string key)
    {
        await using var db = pipeline.Context();
        var editor = new Editor { UserName = "redaktur", DisplayName = "Redaktur", NormalizedUserName = "REDAKTUR" };
        db.Users.Add(editor);
        var mention = await db.Mentions.Include(row => row.Article).SingleAsync(row => row.Surface == surface, Token);
        var (before, after) = CorrectionPlacement.ContextOf(mention.Article!.Body, mention.Start, mention.End);
        var correction = new Correction
        {
            ArticleId = mention.ArticleId,
            Kind = CorrectionKind.Names,
            Part = mention.Part,
            Quote = surface,
            Before = before,
            After = after,
            Start = mention.Start,
            Type = type,
            EntityId = await db.Entities.Where(entity => entity.Type == type && entity.Key == key).Select(entity => entity.Id).SingleAsync(Token),
            Editor = editor,
            MadeAt = Some.Published.ToUniversalTime(),
        };
        db.Corrections.Add(correction);
        await db.SaveChangesAsync(Token);
        return (mention.ArticleId, correction.Id);
    }

    private static async Task ReprocessAsync(Pipeline pipeline)
    {
        await using (var db = pipeline.Context())
        {
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.TaggedAt, (DateTimeOffset?)null), Token);
        }
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }

    private static async Task<(int, int, int, int)> CountsAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        return (await db.Articles.CountAsync(Token), await db.ArticleVersions.CountAsync(Token), await db.Frontier.CountAsync(Token), await db.Snapshots.CountAsync(Token));
    }

    private static async Task<List<string>> DocumentsAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        var documents = new List<string>();
        foreach (var id in await db.Events.OrderBy(e => e.Slug).Select(e => e.Id).ToListAsync(Token))
        {
            documents.Add((await EventDocument.LoadAsync(db, id, Token))!.ToJson());
        }
        return documents;
    }
}
