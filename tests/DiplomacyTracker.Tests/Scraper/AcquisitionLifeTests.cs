using System.Globalization;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Commands;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Sources;
using DiplomacyTracker.Tests.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>Sources over a real press: fallback in one run, looking again, gaps that are closed, many sources at once.</summary>
public sealed class AcquisitionLifeTests(TestDatabase database, ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_the_feed_fails_the_list_page_is_read_in_the_same_run()
    {
        await using var newsroom = await StartAsync(outlets: 1, articles: 5);
        var home = newsroom.Outlets[0].Home;
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.Get<SourceSeeder>().AddAsync([new SourceDefinition { Key = "media-00", Name = "Media", Family = "Media", Feeds = [$"{home}tentang"], Lists = [$"{home}indeks"], ArticlePattern = "/read/" }], Token);

        await pipeline.RunAsync(Token);

        await using var db = pipeline.Context();
        Assert.Equal(5, await db.Articles.CountAsync(Token));
        var channels = await db.SourceChannels.ToDictionaryAsync(channel => channel.Kind, Token);
        Assert.Contains("HTML", channels[ChannelKind.Feed].LastError!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, channels[ChannelKind.ListPage].LastListed);
    }

    [Fact]
    public async Task A_page_that_is_gone_leaves_its_article_which_says_so_until_it_is_back()
    {
        await using var newsroom = await StartAsync(outlets: 1, articles: 2);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        newsroom.Misbehave("media-00", Misbehaviour.ArticlesGone);
        await LookAgainAsync(pipeline);
        await using var db = pipeline.Context();
        Assert.All(await db.Articles.AsNoTracking().ToListAsync(Token), article => Assert.True(article.WithdrawnAt is not null && article.Body.Length > 0));
        Assert.All(await db.Frontier.AsNoTracking().ToListAsync(Token), entry => Assert.Equal((FrontierState.Gone, 1), (entry.State, entry.Refetches)));

        newsroom.Misbehave("media-00", Misbehaviour.None);
        await LookAgainAsync(pipeline);

        Assert.All(await db.Articles.AsNoTracking().ToListAsync(Token), article => Assert.Null(article.WithdrawnAt));
        Assert.Equal(2, await db.ArticleVersions.CountAsync(Token));
    }

    [Fact]
    public async Task An_article_is_looked_at_again_ever_more_seldom_and_then_no_more()
    {
        var waits = Enumerable.Range(0, 20).Select(RefetchSchedule.After).TakeWhile(wait => wait is not null).Select(wait => wait!.Value).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Count, 4, 10);
        await using var newsroom = await StartAsync(outlets: 1, articles: 1);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);

        for (var i = 0; i < waits.Count; i++)
        {
            await LookAgainAsync(pipeline);
        }

        await using var db = pipeline.Context();
        var entry = await db.Frontier.SingleAsync(Token);
        Assert.Equal((waits.Count, SourceChannel.Never), (entry.Refetches, entry.NextFetchAt));
    }

    [Fact]
    public async Task A_backfill_closes_a_planted_gap_once()
    {
        await using var newsroom = await StartAsync(outlets: 1, articles: 30);
        newsroom.ListedAtMost = 4;
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await pipeline.RunAsync(Token);
        var since = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-10);

        Assert.Equal(0, await BackfillCommand.RunAsync(pipeline.Services, "media-00", since, output.WriteLine, Token));

        await using var db = pipeline.Context();
        Assert.Equal(30, await db.Articles.CountAsync(Token));
        Assert.Equal(26, await db.Frontier.CountAsync(entry => entry.Backfilled && entry.NextFetchAt == SourceChannel.Never, Token));
        var requests = newsroom.Requests.Count(request => request.Path.StartsWith("/read/", StringComparison.Ordinal));
        Assert.Equal(0, await BackfillCommand.RunAsync(pipeline.Services, "media-00", since, output.WriteLine, Token));
        Assert.Equal(requests, newsroom.Requests.Count(request => request.Path.StartsWith("/read/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_is_over_is_judged_and_its_alarm_stands_on_the_source()
    {
        await using var newsroom = await StartAsync(outlets: 1, articles: 3);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await using var db = pipeline.Context();
        var source = await db.Sources.AsTracking().SingleAsync(Token);
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));
        var start = HealthRules.BuiltIn.RunAt(clock.GetUtcNow()).StartsAt.AddDays(-15);
        for (var i = 0; i < 57; i++)
        {
            var run = new SourceRun { SourceId = source.Id, StartsAt = start.AddHours(6 * i), EndsAt = start.AddHours(6 * (i + 1)), Polls = 10, Listed = 50, Found = i == 56 ? 0 : 15, Lengths = [900, 1000, 1100], Dated = 3, Pages = 3 };
            if (i < 56)
            {
                run.RecordJudgement(run.EndsAt, []);
            }
            db.SourceRuns.Add(run);
        }
        await db.SaveChangesAsync(Token);

        Assert.True(await ActivatorUtilities.CreateInstance<HealthStage>(pipeline.Services, (TimeProvider)clock).RunOnceAsync(Token));

        var alarm = Assert.Single((await db.Sources.AsNoTracking().SingleAsync(Token)).Alarms);
        Assert.Equal((SourceSignal.Silent, 0), (alarm.Signal, alarm.Seen));
    }

    [Fact]
    public async Task One_past_day_a_week_is_compared_with_its_list_and_what_was_missing_is_fetched()
    {
        await using var newsroom = await StartAsync(outlets: 1, articles: 30);
        newsroom.ListedAtMost = 15;
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        var stage = ActivatorUtilities.CreateInstance<RecallStage>(pipeline.Services, (TimeProvider)clock);
        await pipeline.RunAsync(Token);
        Assert.False(await stage.RunOnceAsync(Token));
        await using var db = pipeline.Context();
        // As if it were read for four days: the day before yesterday and the one before that can be asked for.
        await db.Frontier.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.FoundAt, clock.GetUtcNow().AddDays(-4)), Token);

        Assert.True(await stage.RunOnceAsync(Token));
        Assert.False(await stage.RunOnceAsync(Token));
        while (await db.SourceChannels.AnyAsync(channel => channel.Purpose == ChannelPurpose.Sample && channel.NextPollAt < SourceChannel.Never, Token))
        {
            await pipeline.Get<FetchStage>().RunOnceAsync(Token);
        }
        await pipeline.RunAsync(Token);

        var source = await db.Sources.AsNoTracking().SingleAsync(Token);
        var ofDay = source.RecallOn!.Value.ToString("/yyyy/MM/dd/", CultureInfo.InvariantCulture);
        Assert.Equal((10, await db.Frontier.CountAsync(entry => entry.Url.Contains(ofDay) && !entry.Backfilled, Token)), (source.RecallListed, source.RecallKnown));
        Assert.Equal(10, await db.Articles.CountAsync(article => article.Url!.Contains(ofDay), Token));
        Assert.Null(source.FailingSinceAt);
        clock.Advance(TimeSpan.FromDays(6));
        Assert.False(await stage.RunOnceAsync(Token));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await stage.RunOnceAsync(Token));
    }

    [Fact]
    public Task Four_sources_are_stored_whole_and_asked_politely() => ManyAsync(outlets: 4, articles: 8);

    /// <summary>Takes minutes: run by <c>scripts/many-sources</c>.</summary>
    [Fact(Explicit = true)]
    [Trait("run", "many-sources")]
    public Task Forty_sources_of_a_hundred_articles_are_stored_whole_and_asked_politely() => ManyAsync(outlets: 40, articles: 100);

    private async Task ManyAsync(int outlets, int articles)
    {
        await using var newsroom = await StartAsync(outlets, articles);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        // Two workers take from one database beside the one that the pipeline drives.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var helpers = Enumerable.Range(0, 2).Select(_ => WorkAsync(pipeline, stop.Token)).ToArray();
        await pipeline.RunAsync(Token);
        await stop.CancelAsync();
        await Task.WhenAll(helpers);
        await using var db = pipeline.Context();
        var stored = await db.Articles.Select(article => article.ArticleKey).ToListAsync(Token);
        Assert.Equal((outlets * articles, outlets * articles), (stored.Count, stored.Distinct().Count()));
        var before = await RowsAsync(pipeline);
        var first = newsroom.Requests.ToList();

        await pipeline.RunAsync(Token);

        Assert.Equal(before, await RowsAsync(pipeline));
        var second = newsroom.Requests.Skip(first.Count).ToList();
        Assert.Equal(outlets, second.Count);
        Assert.All(second, request => Assert.Equal((true, 304), (request.Conditional, request.Status)));
        var shortest = TimeSpan.MaxValue;
        foreach (var host in first.GroupBy(request => request.Outlet))
        {
            var asked = host.OrderBy(request => request.At).ToList();
            Assert.Equal("/robots.txt", asked[0].Path);
            Assert.DoesNotContain(asked, request => request.Path.StartsWith("/rahasia", StringComparison.Ordinal));
            var gaps = asked.Zip(asked.Skip(1), (a, b) => b.At - a.At).Min();
            shortest = gaps < shortest ? gaps : shortest;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outlets} sources, {stored.Count} articles stored once; first run {first.Count} requests, second run {second.Count}, all conditional; shortest pause at one host {shortest.TotalMilliseconds:0} ms (robots.txt asks for 50)"));
        // robots.txt asks for a pause of 50 ms: no two requests to a host are ever nearer, whoever sends them.
        Assert.True(shortest >= TimeSpan.FromMilliseconds(49), $"{shortest}");
    }

    private static async Task WorkAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var stage = ActivatorUtilities.CreateInstance<FetchStage>(pipeline.Services);
        while (!cancellationToken.IsCancellationRequested)
        {
            await stage.RunOnceAsync(CancellationToken.None);
        }
    }

    private static async Task LookAgainAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        await db.Frontier.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.NextFetchAt, DateTimeOffset.UnixEpoch), Token);
        while (await db.Frontier.AnyAsync(entry => entry.NextFetchAt == DateTimeOffset.UnixEpoch, Token))
        {
            await pipeline.Get<FetchStage>().RunOnceAsync(Token);
        }
        await pipeline.RunAsync(Token);
    }

    private static async Task<(int, int, long, long)> RowsAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        // The row versions say whether anything was written, not only whether more is there.
        var written = await db.Database.SqlQuery<long>($"""SELECT coalesce(sum(xmin::text::bigint), 0)::bigint AS "Value" FROM frontier""").ToListAsync(Token);
        var versions = await db.Database.SqlQuery<long>($"""SELECT coalesce(sum(xmin::text::bigint), 0)::bigint AS "Value" FROM articles""").ToListAsync(Token);
        return (await db.Articles.CountAsync(Token), await db.ArticleVersions.CountAsync(Token), written[0], versions[0]);
    }

    private static Task<NewsroomServer> StartAsync(int outlets, int articles)
    {
        var press = Enumerable.Range(0, outlets).Select(i => new Outlet
        {
            Key = $"media-{i:00}", Name = $"Media Rekaan {i}", Family = "Rekaan", Style = i % 2 == 0 ? "wire" : "magazine", Listing = (i % 3) switch { 0 => "feed", 1 => "sitemap", _ => "list" },
        }).ToList();
        return NewsroomServer.StartAsync(0, press, press.SelectMany(outlet => Enumerable.Range(0, articles).Select(i => ArticleOf(outlet, i))).ToList(), Token);
    }

    private static DiplomacyTracker.Newsroom.Article ArticleOf(Outlet outlet, int i) => new()
    {
        Id = $"{outlet.Key}-{i:000}",
        Outlet = outlet.Key,
        Published = DateTime.UtcNow.AddHours(7).AddDays(-1 - (i / 10)).Date.AddHours(8 + (i % 10)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Title = $"Rapat kerja nomor {i} di {outlet.Name} membahas agenda kawasan",
        Body =
        [
            $"Rapat kerja nomor {i} yang diliput {outlet.Name} membahas agenda kawasan selama {2 + (i % 7)} jam bersama para utusan.",
            $"Berkas bernomor {i * 7919} dari {outlet.Key} diserahkan kepada panitia, kata juru bicara rekaan rapat itu, dan akan dibahas lagi pada putaran ke-{i + 2}.",
        ],
    };
}
