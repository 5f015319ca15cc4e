using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Commands;
using DiplomacyTracker.Scraper.Sources;
using DiplomacyTracker.Tests.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Tests.Scraper.Sources;

public sealed class SourceVerbTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_says_what_it_found_and_verifies_the_source()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await using var output = new StringWriter();

        var code = await SourcesCheckCommand.RunAsync(pipeline.Services, "lintang", output, Token);

        await using var db = pipeline.Context();
        var source = await db.Sources.SingleAsync(row => row.Key == "lintang", Token);
        Assert.Equal(0, code);
        Assert.NotNull(source.VerifiedAt);
        Assert.Contains(source.CheckFindings, line => line.StartsWith("robots:", StringComparison.Ordinal) && line.EndsWith("is allowed", StringComparison.Ordinal));
        Assert.Equal(10, source.CheckFindings.Count(line => line.StartsWith("item:", StringComparison.Ordinal)));
        Assert.Contains(source.CheckFindings, line => line.StartsWith("missing:", StringComparison.Ordinal));
        Assert.Contains("lintang: verified", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_a_broken_outlet_names_what_is_missing_and_takes_the_verification_back()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        await SourcesCheckCommand.RunAsync(pipeline.Services, "lintang", TextWriter.Null, Token);
        newsroom.Misbehave("lintang", Misbehaviour.NotAFeed);

        Assert.Equal(1, await SourcesCheckCommand.RunAsync(pipeline.Services, "lintang", TextWriter.Null, Token));

        await using var db = pipeline.Context();
        var source = await db.Sources.SingleAsync(row => row.Key == "lintang", Token);
        Assert.Null(source.VerifiedAt);
        Assert.Contains(source.CheckFindings, line => line.StartsWith("missing: addresses at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_added_outlet_is_stored_and_the_list_that_comes_with_the_program_does_not_overwrite_it()
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, SampleArticles.All, Token);
        await using var pipeline = await Pipeline.CreateAsync(database, newsroom, Token);
        var own = new SourceDefinition { Key = "lintang", Name = "Lintang Baru", Family = "Lintang Media", Lists = ["https://lintang.example/indeks"] };

        Assert.Equal(2, await SourcesAddCommand.AddAsync(pipeline.Services, [own], replace: false, TextWriter.Null, Token));
        Assert.Equal(0, await SourcesAddCommand.AddAsync(pipeline.Services, [own], replace: true, TextWriter.Null, Token));
        await pipeline.Get<SourceSeeder>().SeedAsync(Token);

        await using var db = pipeline.Context();
        var source = await db.Sources.Include(row => row.Channels).SingleAsync(row => row.Key == "lintang", Token);
        Assert.Equal("Lintang Baru", source.Name);
        Assert.Equal((ChannelKind.ListPage, "https://lintang.example/indeks"), Assert.Single(source.Channels.Select(channel => (channel.Kind, channel.Url))));
        Assert.Equal("Lintang Baru", pipeline.Get<SourceCatalogue>().Of(source)!.Name);
    }

    [Fact]
    public async Task A_wrong_definition_is_refused_with_every_reason_and_nothing_is_stored()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        var wrong = new SourceDefinition { Key = "Tidak Benar", Name = "x", Family = "x", Zone = "MARS", Feeds = ["http://127.0.0.1/rss"], Archives = ["https://x.example/indeks"], Shape = "lain", Page = new PageRule { Body = "div[[" } };
        await using var errors = new StringWriter();

        Assert.Equal(2, await SourcesAddCommand.AddAsync(pipeline.Services, [wrong], replace: false, errors, Token));

        foreach (var reason in (string[])["key", "zone", "no public http address", "neither {page}", "shape", "no CSS selector"])
        {
            Assert.Contains(reason, errors.ToString(), StringComparison.Ordinal);
        }
        await using var db = pipeline.Context();
        Assert.False(await db.Sources.AnyAsync(Token));
    }

    [Fact]
    public void A_source_that_is_resumed_asks_again_where_a_listing_was_gone_and_wakes_nothing_that_sleeps()
    {
        var at = new DateTimeOffset(2025, 6, 17, 7, 0, 0, TimeSpan.Zero);
        SourceChannel Channel(string path, ChannelPurpose purpose = ChannelPurpose.Poll) => new() { Kind = ChannelKind.Feed, Purpose = purpose, Url = $"https://x.example/{path}", Authority = "x.example:443" };
        var (gone, asleep, sample) = (Channel("gone"), Channel("asleep"), Channel("sample", ChannelPurpose.Sample));
        gone.RecordGone(at, "gone");
        asleep.PollAgainAt(SourceChannel.Never);
        sample.RecordGone(at, "gone");
        var source = new Source { Key = "x", Name = "X", Family = "X", Paused = true, Channels = [gone, asleep, sample] };

        source.Resume(at.AddDays(1));

        Assert.False(source.Paused);
        Assert.Equal([at.AddDays(1), SourceChannel.Never, SourceChannel.Never], source.Channels.Select(channel => channel.NextPollAt));
    }

    [Fact]
    public async Task A_backfill_of_days_to_come_is_refused()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        var backfill = ActivatorUtilities.CreateInstance<Backfill>(pipeline.Services, (TimeProvider)new ManualClock(new DateTimeOffset(2025, 6, 17, 18, 0, 0, TimeSpan.Zero)));

        Assert.Contains("still to come", await backfill.StartAsync("x", new DateOnly(2025, 6, 19), Token), StringComparison.Ordinal);
        Assert.Contains("no source", await backfill.StartAsync("x", new DateOnly(2025, 6, 18), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.example/read/2025/07/02/1/judul", "2025-07-02", "2025-07-02")]
    [InlineData("https://x.example/internasional/20250702133042-106-1/judul", "2025-07-02", "2025-07-02")]
    [InlineData("https://x.example/sitemap-2025-07.xml", "2025-07-01", "2025-07-31")]
    [InlineData("https://x.example/sitemap/202507.xml.gz", "2025-07-01", "2025-07-31")]
    public void An_address_may_state_its_day(string address, string from, string to) =>
        Assert.Equal((DateOnly.Parse(from, null), DateOnly.Parse(to, null)), AddressDate.In(address));

    [Theory]
    [InlineData("https://x.example/read/7654321/judul-berita")]
    [InlineData("https://x.example/read/20259999/judul")]
    public void An_address_without_a_day_states_none(string address) => Assert.Null(AddressDate.In(address));

    [Fact]
    public void An_archive_pattern_is_filled_with_day_and_page() =>
        Assert.Equal("https://x.example/indeks?date=07%2F02%2F2025&page=3", ArchivePattern.Fill("https://x.example/indeks?date={date:MM/dd/yyyy}&page={page}", new DateOnly(2025, 7, 2), 3));

    [Fact]
    public void A_definition_reads_back_as_it_was_written()
    {
        var written = SourceCatalogue.Write(SourceCatalogue.BuiltIn().Sources.First());

        Assert.Equal(written, SourceCatalogue.Write(SourceCatalogue.Parse(new StringReader("- " + written.ReplaceLineEndings("\n  ").TrimEnd())).Single()));
    }

    [Fact]
    public void Every_built_in_definition_is_sound()
    {
        var guard = new DiplomacyTracker.Scraper.Fetching.AddressGuard([]);
        var sources = SourceCatalogue.BuiltIn().Sources;

        Assert.True(sources.Count >= 25);
        Assert.Empty(sources.SelectMany(source => DefinitionProblems.Of(source, guard).Select(problem => $"{source.Key}: {problem}")));
    }
}
