using DiplomacyTracker.Newsroom;

namespace DiplomacyTracker.Tests.Newsroom;

/// <summary>The press serves each outlet in its habits, and changes an article only when it was asked to.</summary>
public sealed class NewsroomServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_later_version_is_served_the_set_time_after_the_first_fetch()
    {
        var clock = new StoppedClock();
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, TimeSpan.FromMinutes(4), clock, Token);
        var (address, edit) = Edited(newsroom);
        using var client = new HttpClient();

        var first = await client.GetStringAsync(address, Token);
        clock.Now += TimeSpan.FromMinutes(3);
        var early = await client.GetStringAsync(address, Token);
        clock.Now += TimeSpan.FromMinutes(1);
        var late = await client.GetStringAsync(address, Token);

        Assert.Contains(edit.Was, first, StringComparison.Ordinal);
        Assert.Equal(first, early);
        Assert.Equal(first.Replace(edit.Was, edit.Is, StringComparison.Ordinal), late);
    }

    [Fact]
    public async Task Without_a_set_time_nothing_changes()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        var (address, edit) = Edited(newsroom);
        using var client = new HttpClient();

        var first = await client.GetStringAsync(address, Token);

        Assert.Contains(edit.Was, first, StringComparison.Ordinal);
        Assert.Equal(first, await client.GetStringAsync(address, Token));
    }

    [Fact]
    public async Task Every_outlet_lists_all_of_its_articles()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        using var client = new HttpClient();
        foreach (var (outlet, home) in newsroom.Outlets)
        {
            var listing = await client.GetStringAsync(new Uri(home, outlet.Listing switch { "feed" => "rss", "sitemap" => "sitemap-news.xml", _ => "indeks" }), Token);
            Assert.All(SampleArticles.All.Where(article => article.Outlet == outlet.Key), article => Assert.Contains(PageWriter.Path(article), listing, StringComparison.Ordinal));
        }
    }

    private static (Uri Address, Edit Edit) Edited(NewsroomServer newsroom)
    {
        var article = SampleArticles.All.First(article => article.Later.Count > 0);
        var home = newsroom.Outlets.Single(running => running.Outlet.Key == article.Outlet).Home;
        return (new Uri(home, PageWriter.Path(article)), article.Later[0]);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 8, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
