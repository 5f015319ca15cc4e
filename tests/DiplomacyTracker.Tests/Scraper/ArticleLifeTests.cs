using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>What happens to an article after it was found: taken down, read again, seen under another address.</summary>
public sealed class ArticleLifeTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_taken_down_article_keeps_its_row_and_reason_and_nothing_else()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        await using var before = pipeline.Context();
        // An event that this article alone tells.
        var lonely = await before.Events.Where(e => e.ArticleCount == 1 && !e.Withdrawn && e.Reports.Count > 0).OrderBy(e => e.Id).FirstAsync(Token);
        var id = await before.Reports.Where(report => report.EventId == lonely.Id).Select(report => report.ArticleId).FirstAsync(Token);
        var url = await before.Articles.Where(article => article.Id == id).Select(article => article.Url!).SingleAsync(Token);

        int Asked() => newsroom.Requests.Count(request => request.Path == new Uri(url).AbsolutePath);
        var asked = Asked();
        Assert.NotEqual(0, asked);

        Assert.Equal(id, await pipeline.Get<Takedown>().RunAsync(url, "permintaan redaksi", Token));
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
        await pipeline.RunAsync(Token);

        await using var db = pipeline.Context();
        var article = await db.Articles.Include(a => a.Versions).SingleAsync(a => a.Id == id, Token);
        Assert.Equal(("", null, "permintaan redaksi"), (article.Body, article.Headline, article.TakedownReason));
        Assert.All(article.Versions, version => Assert.Equal("", version.Body));
        Assert.False(await db.Mentions.AnyAsync(row => row.ArticleId == id, Token));
        Assert.False(await db.Snapshots.AnyAsync(row => row.FrontierEntry!.ArticleKey == article.ArticleKey, Token));
        Assert.True((await db.Events.SingleAsync(e => e.Id == lonely.Id, Token)).Withdrawn);
        Assert.Equal(FrontierState.Refused, (await db.Frontier.SingleAsync(entry => entry.ArticleKey == article.ArticleKey, Token)).State);
        Assert.Equal(asked, Asked());
    }

    [Fact]
    public async Task The_archive_is_read_again_once_and_a_killed_run_goes_on()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        var rereading = pipeline.Get<Rereading>();
        var requests = newsroom.Requests.Count;
        Assert.Equal(0, await rereading.RunAsync(all: false, _ => { }, Token));

        // Pages that another program read, of which a killed run had marked some already.
        await using var db = pipeline.Context();
        await db.Snapshots.ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.ReaderVersion, "lama"), Token);
        var some = await db.Snapshots.OrderBy(snapshot => snapshot.Id).Select(snapshot => snapshot.Id).Take(5).ToListAsync(Token);
        await db.Snapshots.Where(snapshot => some.Contains(snapshot.Id)).ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.ReadAt, (DateTimeOffset?)null), Token);
        var pages = await db.Snapshots.CountAsync(Token);

        Assert.Equal(pages, await rereading.RunAsync(all: false, _ => { }, Token));
        Assert.Equal(0, await rereading.RunAsync(all: false, _ => { }, Token));
        Assert.Equal(await db.Articles.CountAsync(Token), await db.ArticleVersions.CountAsync(Token));
        Assert.Equal(requests, newsroom.Requests.Count);
    }

    [Fact]
    public async Task The_same_text_under_a_new_address_is_a_sighting()
    {
        var original = SampleArticles.All.First(article => article.Outlet == "lintang");
        await using var newsroom = await NewsroomServer.StartAsync(0, [original], Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        newsroom.Publish(new DiplomacyTracker.Newsroom.Article { Id = "salinan", Outlet = original.Outlet, Published = original.Published, Title = original.Title, Tags = original.Tags, Place = original.Place, Body = original.Body });

        await pipeline.RunAsync(Token);

        await using var db = pipeline.Context();
        var article = await db.Articles.SingleAsync(Token);
        var sighting = await db.ArticleSightings.SingleAsync(Token);
        Assert.Equal(article.Id, sighting.ArticleId);
        Assert.Contains("salinan", sighting.Url, StringComparison.Ordinal);
    }
}
