using System.Text.Json;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Tests.Scraper.Reading;

public sealed class HostilePageTests
{
    private const string Before = "Rapat dibuka oleh ketua pada Selasa pagi di aula besar, dan semua delegasi hadir sejak awal sampai akhir acara.";
    private const string After = "Rapat ditutup pada Kamis sore, dan ketua mengatakan bahwa pertemuan berikutnya akan berlangsung pada bulan Juli.";

    private static readonly Uri Address = new("https://kabar.example/dunia/1");

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "empty" },
        { "   \n ", "empty" },
        { "hanya teks biasa", "not HTML" },
        { "%PDF-1.7 \u0001\u0002 stream", "not HTML" },
        { string.Concat(Enumerable.Repeat("<div>", 100_000)), "nested" },
        { string.Concat(Enumerable.Repeat("<b><i><font>", 50_000)), "nested" },
        { new string('<', 1_000_000), "no article text" },
        { "<p>" + new string('x', 50_000_000), "characters" },
        { "<html><head><title>x</title></head></html>", "no article text" },
        { "<svg><script>alert(1)</script></svg>", "no article text" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public async Task A_page_that_is_no_article_says_why(string html, string reason) =>
        Assert.Contains(reason, (await Task.Run(() => PageReader.Read(Address, html, null), TestContext.Current.CancellationToken)).Failure, StringComparison.Ordinal);

    [Theory(Timeout = 60_000)]
    [InlineData("<p><a><b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<li><p>")]
    [InlineData("</p><br>")]
    [InlineData("<select><option>")]
    [InlineData("<svg><p>")]
    public async Task Endless_tags_end(string tags)
    {
        var html = string.Concat(Enumerable.Repeat(tags, 20_000));

        var reading = await Task.Run(() => PageReader.Read(Address, html, null), TestContext.Current.CancellationToken);

        Assert.NotNull(reading.Failure);
    }

    [Fact]
    public void No_known_attack_leaves_more_than_words()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/xss.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var attack = row.RootElement.GetProperty("html").GetString()!;
            var reading = PageReader.Read(Address, Page(attack), null);

            // Some attacks swallow the page behind them, as they would in a browser; what is read is text, and its blocks lie inside it.
            var text = (reading.Article ?? reading.TooShort)?.Text;
            Assert.True(text is null || text.Blocks.TrueForAll(block => block.Start >= 0 && block.End <= text.Body.Length), row.RootElement.GetProperty("id").GetString());
            Assert.True(reading.Article is not null || reading.Failure is { Length: > 0 });
            Assert.DoesNotContain(text?.Body ?? "", c => char.IsControl(c) && c != '\n');
            Assert.True(reading.Article?.PictureUrl is null && reading.Article?.CanonicalUrl is null or { } and ['h', 't', 't', 'p', ..]);
        }
    }

    [Fact]
    public void What_is_benign_keeps_its_words_alone_and_in_an_article()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/html-benign.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var expected = row.RootElement.GetProperty("text").GetString()!;
            var html = row.RootElement.GetProperty("html").GetString()!;
            var article = PageReader.Read(Address, Page($"<p>Kata orang: {html} begitu.</p>"), null).Article!;
            string[] found =
            [
                PageReader.Read(Address, $"<html><body>{html}</body></html>", null).TooShort?.Text.Body ?? "",
                string.Join(' ', article.Captions.Prepend(article.Text.Body)),
            ];

            Assert.All(found, words => Assert.True(Plain(words).Contains(Plain(expected), StringComparison.Ordinal), $"{row.RootElement.GetProperty("id")}: {expected} is not in {words}"));
        }
    }

    [Fact]
    public void Words_of_a_page_stay_text_when_they_look_like_markup()
    {
        var article = PageReader.Read(Address, Page("<p>Tanda &lt;script&gt;alert(1)&lt;/script&gt; ditulis di papan, kata ketua panitia kepada wartawan.</p>"), null).Article!;

        Assert.Contains("<script>alert(1)</script>", article.Text.Body, StringComparison.Ordinal);
        Assert.All(article.Text.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    private static string Page(string inner) => $"<!doctype html><html lang=\"id\"><head><title>Rapat - Kabar</title></head><body><article><h1>Rapat Besar Dibuka</h1><p>{Before}</p>{inner}<p>{After}</p></article></body></html>";

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
