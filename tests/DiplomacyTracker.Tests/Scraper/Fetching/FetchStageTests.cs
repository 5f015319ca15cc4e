using System.Text;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class FetchStageTests(TestDatabase database)
{
    private const string Rss = "Content-Type: application/rss+xml; charset=utf-8\r\n";
    private const string Validators = "ETag: W/\"satu dua\"\r\nLast-Modified: kemarin\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_feed_is_asked_for_with_both_validators_as_they_came_and_writes_nothing()
    {
        await using var server = Serving(request => request.Headers.ContainsKey("If-None-Match")
            ? LoopbackServer.Answer("304 Not Modified", "ETag: \"tiga\"\r\n", [])
            : LoopbackServer.Page(FetchBench.Feed("/a", "/rahasia"), Rss + Validators));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        await bench.PollAsync();
        await bench.PollAsync();

        var polls = server.Requests.Where(request => request.Path == "/rss").ToList();
        Assert.Equal([null, "W/\"satu dua\"", "\"tiga\""], polls.Select(poll => poll.Headers.GetValueOrDefault("If-None-Match")));
        Assert.Equal([null, "kemarin", "kemarin"], polls.Select(poll => poll.Headers.GetValueOrDefault("If-Modified-Since")));
        Assert.Equal([FrontierState.Fetched, FrontierState.Refused], (await bench.FrontierAsync()).Select(entry => entry.State));
        Assert.Single(server.Requests, request => request.Path == "/robots.txt");
        Assert.DoesNotContain(server.Requests, request => request.Path == "/rahasia");
    }

    [Fact]
    public async Task A_listing_that_could_not_be_read_whole_leaves_no_validators()
    {
        await using var server = Serving(_ => LoopbackServer.Page(FetchBench.Feed("/a")[..^30] + "<broken", Rss + Validators));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        await bench.PollAsync();

        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("If-None-Match"));
        Assert.Null((await bench.ChannelAsync()).Etag);
    }

    [Fact]
    public async Task A_body_equal_to_the_last_one_is_not_read_again()
    {
        await using var server = Serving(_ => LoopbackServer.Page(FetchBench.Feed("/a"), Rss));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        await using (var db = bench.Context())
        {
            await db.Snapshots.ExecuteDeleteAsync(Token);
            await db.Frontier.ExecuteDeleteAsync(Token);
        }
        await bench.PollAsync();

        Assert.Empty(await bench.FrontierAsync());
        Assert.Null((await bench.ChannelAsync()).LastError);
    }

    [Fact]
    public async Task A_temporary_redirect_is_followed_at_its_authoritys_turn_and_changes_no_address()
    {
        await using var target = Serving(_ => LoopbackServer.Page(FetchBench.Feed("/a"), Rss + Validators));
        await using var server = Serving(_ => LoopbackServer.Redirect("302 Found", target.At("/rss").ToString()));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server, target);
        await bench.PollAsync();
        await bench.PollAsync();

        Assert.Equal(["/robots.txt", "/rss", "/rss"], server.Requests.Select(request => request.Path));
        Assert.Equal(["/robots.txt", "/rss", "/a", "/rss"], target.Requests.Select(request => request.Path));
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("If-None-Match"));
        Assert.Equal("W/\"satu dua\"", target.Requests.Last().Headers["If-None-Match"]);
        Assert.Equal(server.At("/rss").ToString(), (await bench.ChannelAsync()).NextUrl);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_permanent_redirect_changes_the_address_after_two_confirmations(string status)
    {
        await using var server = Serving(request => request.Path == "/lama" ? LoopbackServer.Redirect(status, "/baru") : LoopbackServer.Page(FetchBench.Feed("/a"), Rss));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/lama"), server);
        for (var poll = 0; poll < 5; poll++)
        {
            await bench.PollAsync();
        }

        Assert.Equal(3, server.Requests.Count(request => request.Path == "/lama"));
        Assert.Equal(5, server.Requests.Count(request => request.Path == "/baru"));
        Assert.Equal(server.At("/baru").ToString(), (await bench.ChannelAsync()).NextUrl);
    }

    [Theory]
    [InlineData("/rss", "too_many_redirects")]
    [InlineData("http://127.0.0.1:9/rss", "blocked")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "blocked")]
    [InlineData("/rahasia", "robots")]
    public async Task A_redirect_that_leads_nowhere_good_is_a_failure_with_its_name(string location, string outcome)
    {
        await using var server = Serving(_ => LoopbackServer.Redirect("302 Found", location));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();

        var channel = await bench.ChannelAsync();
        Assert.StartsWith(outcome, channel.LastError, StringComparison.Ordinal);
        Assert.Contains(outcome, channel.Source!.LastError, StringComparison.Ordinal);
        Assert.Equal((1, server.At("/rss").ToString()), (channel.Failures, channel.NextUrl));
        Assert.DoesNotContain(server.Requests, request => request.Path == "/rahasia");
    }

    [Fact]
    public async Task A_listing_that_is_gone_is_switched_off_and_the_operator_told()
    {
        await using var server = Serving(_ => LoopbackServer.Answer("410 Gone", "", []));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();

        var channel = await bench.ChannelAsync();
        Assert.Equal(DateTimeOffset.MaxValue, channel.NextPollAt);
        Assert.Contains("gone", channel.Source!.LastError, StringComparison.Ordinal);
        Assert.NotNull(channel.Source.FailingSinceAt);
    }

    [Fact]
    public async Task Who_asks_for_patience_is_left_alone_with_his_whole_host()
    {
        await using var server = Serving(_ => LoopbackServer.Answer("429 Too Many Requests", "Retry-After: 7200\r\n", []));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        var before = DateTimeOffset.UtcNow;
        await bench.PollAsync();

        Assert.True((await bench.ChannelAsync()).NextPollAt >= before.AddHours(2));
        Assert.StartsWith("retry_later", (await bench.ChannelAsync()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_fetched_while_robots_txt_cannot_be_reached_and_nothing_is_lost()
    {
        var isUp = false;
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt"
            ? isUp ? LoopbackServer.Page(FetchBench.Robots) : LoopbackServer.Answer("500 Internal Server Error", "", [])
            : LoopbackServer.Page(FetchBench.Feed("/a"), Rss));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        Assert.Equal(["/robots.txt"], server.Requests.Select(request => request.Path));
        Assert.Contains("robots.txt cannot be reached", (await bench.ChannelAsync()).LastError, StringComparison.Ordinal);

        isUp = true;
        await bench.ForgetRobotsAgeAsync();
        await bench.PollAsync();

        Assert.Equal(FrontierState.Fetched, Assert.Single(await bench.FrontierAsync()).State);
    }

    [Fact]
    public async Task A_robots_txt_that_has_moved_is_asked_for_at_its_new_host_only_while_nobody_else_is_there()
    {
        await using var target = Serving(_ => LoopbackServer.Page("<p>isi</p>"));
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt"
            ? LoopbackServer.Redirect("301 Moved Permanently", target.At("/robots.txt").ToString())
            : LoopbackServer.Page(FetchBench.Feed("/a", "/rahasia"), Rss));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server, target);
        await using var db = bench.Context();
        var name = target.Endpoint;
        await db.EnsureAuthorityAsync(name, Token);
        // As if another worker were at the host.
        await db.Authorities.Where(row => row.Name == name).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, DateTimeOffset.UtcNow.AddMinutes(5)), Token);
        await bench.TurnAsync();
        Assert.Equal((1, 0), (server.Requests.Count, target.Requests.Count));

        await db.Authorities.Where(row => row.Name == name).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), Token);
        await bench.PollAsync();

        Assert.Equal(["/robots.txt"], target.Requests.Select(request => request.Path));
        Assert.Equal([FrontierState.Fetched, FrontierState.Refused], (await bench.FrontierAsync()).Select(entry => entry.State));
        Assert.All(await db.Authorities.ToListAsync(Token), row => Assert.Null(row.LeasedUntil));
    }

    [Fact]
    public async Task The_last_copy_of_robots_txt_holds_on_while_a_newer_one_cannot_be_had()
    {
        var robots = 0;
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt"
            ? ++robots == 1 ? LoopbackServer.Page(FetchBench.Robots) : LoopbackServer.Answer("503 Service Unavailable", "", [])
            : LoopbackServer.Page(FetchBench.Feed("/a", "/rahasia"), Rss));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        await bench.ForgetRobotsAgeAsync();
        await bench.PollAsync();

        Assert.Equal(2, robots);
        Assert.Equal(2, server.Requests.Count(request => request.Path == "/rss"));
        Assert.DoesNotContain(server.Requests, request => request.Path == "/rahasia");
    }

    [Theory]
    [InlineData("404 Not Found", "", "http_error", FrontierState.Waiting)]
    [InlineData("410 Gone", "", "gone", FrontierState.Gone)]
    [InlineData("200 OK", "Content-Type: application/pdf\r\n", "bad_content_type", FrontierState.Refused)]
    [InlineData("200 OK", "Content-Encoding: br\r\n", "bad_encoding", FrontierState.Waiting)]
    public async Task Why_a_page_did_not_come_stands_with_its_entry(string status, string headers, string reason, FrontierState state)
    {
        await using var server = Serving(request => request.Path == "/rss" ? LoopbackServer.Page(FetchBench.Feed("/a"), Rss) : LoopbackServer.Answer(status, headers, "isi"u8.ToArray()));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();

        var entry = Assert.Single(await bench.FrontierAsync());
        Assert.StartsWith(reason, entry.Reason, StringComparison.Ordinal);
        Assert.Equal(state, entry.State);
    }

    [Fact]
    public async Task Four_workers_have_one_request_at_an_authority_at_a_time_and_keep_the_delay_that_it_asks_for()
    {
        var atOnce = new AtOnce();
        var times = new System.Collections.Concurrent.ConcurrentQueue<DateTimeOffset>();
        await using var server = new LoopbackServer(request => atOnce.Count(() =>
        {
            times.Enqueue(DateTimeOffset.UtcNow);
            return request.Path switch
            {
                "/robots.txt" => LoopbackServer.Page("User-agent: *\nCrawl-delay: 0.15\n"),
                "/rss" => LoopbackServer.Page(FetchBench.Feed([.. Enumerable.Range(0, 8).Select(i => $"/a/{i}")]), Rss),
                _ => LoopbackServer.Page("<p>isi</p>"),
            };
        }));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);

        await bench.RunSideBySideAsync(workers: 4, () => Task.FromResult(server.Requests.Count >= 10));

        Assert.Equal(1, atOnce.Most);
        Assert.Equal(server.Requests.Count, server.Requests.Select(request => request.Path).Distinct().Count());
        // Between robots.txt and the next request the delay is known already; the database's and our clock agree to some milliseconds.
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromMilliseconds(130), $"{pair.Second - pair.First}"));
    }

    private static LoopbackServer Serving(Func<LoopbackRequest, byte[]?> answer) =>
        new(request => request.Path == "/robots.txt" ? LoopbackServer.Answer("200 OK", "Content-Type: text/plain\r\n", Encoding.UTF8.GetBytes(FetchBench.Robots)) : answer(request));

    private sealed class AtOnce
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        public byte[] Count(Func<byte[]> answer)
        {
            lock (_lock)
            {
                Most = Math.Max(Most, ++_now);
            }
            var bytes = answer();
            lock (_lock)
            {
                _now--;
            }
            return bytes;
        }
    }
}
