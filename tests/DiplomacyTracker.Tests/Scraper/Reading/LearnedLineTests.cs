using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Tests.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper.Reading;

/// <summary>Lines that an outlet repeats at the ends of its articles. Outlets and texts are invented.</summary>
public sealed class LearnedLineTests(TestDatabase database)
{
    private const string Furniture = "Dapatkan kabar tapal batas setiap pagi lewat surel kami.";
    private const string Sentence = "Ketua panitia belum menanggapi pertanyaan wartawan.";
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_behind_a_good_part_of_the_articles_for_days_is_taken_away_and_says_why()
    {
        var text = await AfterAsync(articles: 12, every: TimeSpan.FromHours(8), i => Text(i, Furniture), Text(99, Sentence, Furniture));

        Assert.EndsWith(Sentence, text.Body, StringComparison.Ordinal);
        Assert.Equal([new RemovedBlock(Furniture, LearnedLines.Reason)], text.Removed);
        Assert.All(text.Blocks, block => Assert.InRange(block.End, block.Start + 1, text.Body.Length));
    }

    [Fact]
    public async Task An_agencys_sentence_in_some_reprints_stays() =>
        Assert.EndsWith(Sentence, (await AfterAsync(30, TimeSpan.FromHours(8), i => i < 4 ? Text(i, Sentence) : Text(i), Text(99, Sentence))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task What_many_articles_of_one_day_end_with_stays() =>
        Assert.EndsWith(Sentence, (await AfterAsync(40, TimeSpan.FromMinutes(20), i => Text(i, Sentence), Text(99, Sentence))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task What_few_of_an_outlets_articles_end_with_stays_however_long_it_lasts() =>
        Assert.EndsWith(Sentence, (await AfterAsync(120, TimeSpan.FromHours(8), i => i % 10 == 0 ? Text(i, Sentence) : Text(i), Text(99, Sentence))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task A_line_inside_a_text_stays_also_where_it_is_furniture_at_the_end() =>
        Assert.Contains(Furniture, (await AfterAsync(12, TimeSpan.FromHours(8), i => Text(i, Furniture), Text(99, Furniture, Sentence))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task One_articles_own_words_are_not_kept_beside_it()
    {
        await using var bench = await BenchAsync();
        await using var db = bench.Context();
        await LearnAsync(db, 2, TimeSpan.FromDays(1), i => Text(i, Furniture));
        Assert.All(await db.OutletLines.ToListAsync(Token), line => Assert.Null(line.Sample));

        await LearnAsync(db, 1, TimeSpan.FromDays(1), _ => Text(7, Furniture));

        Assert.Equal([Furniture], await db.OutletLines.Where(line => line.Sample != null).Select(line => line.Sample).ToListAsync(Token));
    }

    [Fact]
    public async Task A_line_that_is_learned_later_makes_no_new_version_of_an_article()
    {
        await using var server = new LoopbackServer(request => request.Path == "/rss"
            ? LoopbackServer.Page(FetchBench.Feed("/a"), "Content-Type: application/rss+xml\r\n")
            : LoopbackServer.Page($"<h1>Rapat Tapal Batas</h1>{string.Concat(Lines(1, Furniture).Select(line => $"<p>{line}</p>"))}"));
        await using var bench = await FetchBench.CreateAsync(database, server.At("/rss"), server);
        await bench.PollAsync();
        await bench.ReadAsync();
        await using var db = bench.Context();
        Assert.EndsWith(Furniture, (await db.Articles.AsNoTracking().SingleAsync(Token)).Body, StringComparison.Ordinal);
        await LearnAsync(db, 12, TimeSpan.FromHours(8), i => Text(i + 1, Furniture), DateTimeOffset.UtcNow);

        await db.Frontier.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.NextFetchAt, DateTimeOffset.UnixEpoch), Token);
        await bench.TurnsAsync();
        await bench.ReadAsync();

        var article = await db.Articles.AsNoTracking().Include(row => row.Versions).SingleAsync(Token);
        Assert.Equal(2, await db.Snapshots.CountAsync(Token));
        Assert.DoesNotContain(Furniture, article.Body, StringComparison.Ordinal);
        Assert.Equal(article.Body, Assert.Single(article.Versions).Body);
    }

    private async Task<CleanText> AfterAsync(int articles, TimeSpan every, Func<int, CleanText> learned, CleanText next)
    {
        await using var bench = await BenchAsync();
        await using var db = bench.Context();
        await LearnAsync(db, articles, every, learned);
        return await LearnedLines.StripAsync(db, await db.Sources.AsNoTracking().SingleAsync(Token), next, Token);
    }

    private async Task<FetchBench> BenchAsync() => await FetchBench.CreateAsync(database, new Uri("https://contoh.example/rss"));

    private static async Task LearnAsync(DiplomacyTracker.Data.TrackerContext db, int articles, TimeSpan every, Func<int, CleanText> text, DateTimeOffset? start = null)
    {
        for (var i = 0; i < articles; i++)
        {
            await LearnedLines.LearnAsync(db, await db.Sources.AsNoTracking().SingleAsync(Token), text(i), (start ?? Start) + (every * i), Token);
        }
    }

    private static CleanText Text(int number, params string[] last)
    {
        var writer = new BlockWriter();
        foreach (var line in Lines(number, last))
        {
            writer.Add(DiplomacyTracker.Extraction.Text.BlockKind.Paragraph, line);
        }
        return writer.Finish();
    }

    private static IEnumerable<string> Lines(int number, params string[] last) =>
        Enumerable.Range(1, 6).Select(line => $"Delegasi nomor {number} menyampaikan butir {line} rancangan tapal batas kepada panitia di Kota Limas.").Concat(last);
}
