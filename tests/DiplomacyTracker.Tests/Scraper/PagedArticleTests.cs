using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Tests.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>Articles that go on over several pages: fetched page by page, read as one, and never by half.</summary>
public sealed class PagedArticleTests(TestDatabase database)
{
    private const string Outlet = "niaga-raya";
    private const string Sentence = "kalimat panjang tentang perundingan tapal batas di Kota Limas, yang hasilnya akan diumumkan oleh panitia pada bulan depan.";

    private static readonly Article Sample = SampleArticles.All.First(article => article.Outlet == Outlet && article.Body.Count > 2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outlets_parted_articles_are_stored_whole_and_asked_for_once()
    {
        var articles = SampleArticles.All.Where(article => article.Outlet == Outlet).ToList();
        await using var newsroom = await NewsroomServer.StartAsync(0, articles, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);

        await pipeline.RunAsync(Token);
        await pipeline.RunAsync(Token);

        await using var db = pipeline.Context();
        var stored = await db.Articles.Where(article => article.Source!.Key == Outlet).ToListAsync(Token);
        Assert.Equal(articles.Count, stored.Count);
        Assert.All(articles, article => Assert.EndsWith(article.Body[^1].TrimStart('#', ' '), stored.Single(row => row.Headline == article.Title).Body, StringComparison.Ordinal));
        var parted = articles.Count(article => article.Body.Count > 1);
        Assert.Equal(parted, await db.SnapshotPages.CountAsync(Token));
        Assert.Equal(articles.Count + parted, newsroom.Requests.Count(request => request.Path.StartsWith("/read/", StringComparison.Ordinal)));
        Assert.All(await db.Frontier.ToListAsync(Token), entry => Assert.Equal((FrontierState.Fetched, null), (entry.State, entry.PageUrl)));
    }

    [Fact]
    public async Task An_article_whose_later_page_fails_waits_and_is_whole_once_it_comes()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, [Sample], Token);
        newsroom.Misbehave(Outlet, Misbehaviour.LaterPagesFail);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        await using var db = pipeline.Context();
        Assert.Empty(await db.Articles.ToListAsync(Token));
        var entry = await db.Frontier.AsNoTracking().SingleAsync(Token);
        Assert.Equal((FrontierState.Waiting, 1), (entry.State, entry.Attempts));

        newsroom.Misbehave(Outlet, Misbehaviour.None);
        await TryAgainAsync(pipeline);
        await pipeline.RunAsync(Token);

        var article = await db.Articles.AsNoTracking().SingleAsync(Token);
        Assert.EndsWith(Sample.Body[^1].TrimStart('#', ' '), article.Body, StringComparison.Ordinal);
        Assert.Equal(1, article.Version);
    }

    [Fact]
    public async Task An_article_whose_later_page_never_comes_is_marked_incomplete_and_not_stored()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, [Sample], Token);
        newsroom.Misbehave(Outlet, Misbehaviour.LaterPagesFail);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        await using var db = pipeline.Context();
        while (await db.Frontier.AsNoTracking().AnyAsync(entry => entry.State == FrontierState.Waiting, Token))
        {
            await TryAgainAsync(pipeline);
        }
        await pipeline.RunAsync(Token);
        await pipeline.Get<Rereading>().RunAsync(all: true, _ => { }, Token);

        Assert.Empty(await db.Articles.ToListAsync(Token));
        Assert.Equal(FrontierState.Failed, (await db.Frontier.AsNoTracking().SingleAsync(Token)).State);
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(Token);
        Assert.StartsWith("incomplete: http", snapshot.Failure, StringComparison.Ordinal);
        Assert.False(snapshot.IsWhole);
    }

    [Theory]
    [InlineData("goes on without end", ArticlePages.Most)]
    [InlineData("shows the first page again", 1)]
    [InlineData("leads back to the first page", 1)]
    [InlineData("links to another article", 1)]
    [InlineData("names a page that robots.txt forbids", 0)]
    public async Task Pages_end_where_they_lead_nowhere_new(string habit, int pagesRead)
    {
        await using var server = new LoopbackServer(request => request.Path switch
        {
            "/robots.txt" => LoopbackServer.Page("User-agent: *\nDisallow: /a/1/2\n"),
            "/rss" => LoopbackServer.Page(FetchBench.Feed("/a/1"), "Content-Type: application/rss+xml\r\n"),
            _ => Answer(habit, request.Path),
        });
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);

        await bench.PollAsync();

        await using var db = bench.Context();
        var snapshot = await db.Snapshots.SingleAsync(Token);
        Assert.Equal(pagesRead > 0, snapshot.IsWhole);
        Assert.Equal(Math.Max(0, pagesRead - 1), await db.SnapshotPages.CountAsync(Token));
        Assert.Equal(pagesRead > 0 ? FrontierState.Fetched : FrontierState.Refused, (await bench.FrontierAsync()).Single().State);
    }

    [Theory]
    [InlineData("https://k.example/read/101", "<a class=x href='?page=2'>2</a>", "https://k.example/read/101?page=2")]
    [InlineData("https://k.example/read/101?page=2", "<a href=\"/read/101?page=1\">1</a><a href=\"/read/101?page=3\">3</a>", "https://k.example/read/101?page=3")]
    [InlineData("https://k.example/read/101", "<link rel=next href=https://k.example/read/101/2/>", "https://k.example/read/101/2/")]
    [InlineData("https://k.example/read?id=7", "<a href='/read?id=7&amp;halaman=2'>Lanjut</a>", "https://k.example/read?id=7&halaman=2")]
    [InlineData("https://k.example/read/101?page=all", "<a href='?page=2'>2</a>", null)]
    [InlineData("https://k.example/read/101?page=10", "<a href='?page=11'>11</a>", null)]
    [InlineData("https://k.example/read/101", "<link rel=next href=/read/102>", null)]
    [InlineData("https://k.example/read/101", "<a href='https://other.example/read/101?page=2'>2</a>", null)]
    [InlineData("https://k.example/read/101", "<a href='/read/101-2'>2</a>", null)]
    [InlineData("https://k.example/read/101", "<a href='/read/101/comment-page-2/'>2</a><a href='?page=3'>3</a>", null)]
    public void The_next_page_is_the_same_address_with_the_next_number(string address, string html, string? expected) =>
        Assert.Equal(expected, ArticlePages.Next(new Uri(address), html)?.AbsoluteUri);

    private static byte[] Answer(string habit, string path)
    {
        var page = path.Split("page=") is [_, var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 1;
        string Text(int number, string link) => $"<h1>Judul</h1><p>Halaman {number}: {Sentence}</p>{link}";
        return habit switch
        {
            "shows the first page again" => LoopbackServer.Page(Text(1, "<a href='?page=2'>2</a>")),
            "leads back to the first page" => page > 1 ? LoopbackServer.Redirect("302 Found", "/a/1") : LoopbackServer.Page(Text(1, "<a href='?page=2'>2</a>")),
            "links to another article" => LoopbackServer.Page(Text(1, "<link rel='next' href='/a/2'>")),
            "names a page that robots.txt forbids" => LoopbackServer.Page(Text(1, "<link rel='next' href='/a/1/2'>")),
            _ => LoopbackServer.Page(Text(page, $"<a href='?page={page + 1}'>Lanjut</a>")),
        };
    }

    private static async Task TryAgainAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        await db.Frontier.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.NextFetchAt, DateTimeOffset.UnixEpoch), Token);
        while (await db.Frontier.AnyAsync(entry => entry.NextFetchAt == DateTimeOffset.UnixEpoch, Token))
        {
            await pipeline.Get<FetchStage>().RunOnceAsync(Token);
        }
    }
}
