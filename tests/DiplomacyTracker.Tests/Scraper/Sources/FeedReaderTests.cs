using System.Text;
using System.Text.Json;
using DiplomacyTracker.Scraper.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Scraper.Sources;

public sealed class FeedReaderTests
{
    private static readonly Uri Site = new("https://kabar.example/rss");

    [Fact]
    public void An_entry_of_rss_has_its_fields()
    {
        var feed = Read("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kabar</title>
              <image><title>Gambar</title></image>
              <item><title>Rapat &amp; hasilnya</title><link>/dunia/1</link><guid isPermaLink="false">a-1</guid>
                <pubDate>Rab, 07 Jan 2026 09:00:00 +0700</pubDate><dc:date>2026-01-08</dc:date><description>Para menteri bertemu.</description></item>
            </channel></rss>
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Kabar", null), (feed.Title, feed.Error));
        Assert.Equal(("a-1", "Rapat & hasilnya", "https://kabar.example/dunia/1", "Para menteri bertemu."), (entry.Id, entry.Title, entry.Link, entry.Summary));
        Assert.Equal(new DateTimeOffset(2026, 1, 7, 2, 0, 0, TimeSpan.Zero), FeedDates.Parse(entry.Published)?.ToUniversalTime());
    }

    [Theory]
    [InlineData("<title type='html'>Q&amp;amp;A &lt;b&gt;Paris&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;</title>", "Q&amp;A <b>Paris</b>")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>KTT <i>Paris</i></div></title>", "KTT <i>Paris</i>")]
    [InlineData("<title>KTT &lt; Paris</title>", "KTT < Paris")]
    [InlineData("<title type='application/octet-stream'>S1RUIFBhcmlz</title>", "KTT Paris")]
    public void A_text_of_atom_is_read_by_its_kind(string title, string expected) =>
        Assert.Equal(expected, Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>").Entries[0].Title);

    [Theory]
    [InlineData("<rss><channel><item><title>Satu</title></item><item><title>Dua</ti", 2, "ends inside")]
    [InlineData("<rss><channel><item><title>A & B</title></channel></rss>", 1, "not ended")]
    [InlineData("<rss><channel><item><title>A</title><x:y>?</x:y></item></channel></rss>", 1, null)]
    [InlineData("<html><body>dalam perawatan</body></html>", 0, "HTML")]
    [InlineData("   ", 0, "empty")]
    [InlineData("{\"items\":[{\"id\":1,\"url\":\"https://x.example/1\"}", 0, "broken JSON")]
    [InlineData("{\"version\":\"1\"}", 0, "no feed")]
    public void What_is_whole_is_kept_and_the_fault_is_named(string body, int entries, string? error)
    {
        var feed = Read(body);

        Assert.Equal(entries, feed.Entries.Count);
        Assert.Contains(error ?? "", feed.Error ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("windows-1252")]
    public void The_encoding_is_found(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding(name).GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><rss><channel><item><title>Élysée</title></item></channel></rss>");

        Assert.Equal("Élysée", FeedReader.Read(body, null).Entries[0].Title);
    }

    [Fact]
    public void No_entity_of_a_document_type_is_known()
    {
        var feed = Read("<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;&a;</title></item></channel></rss>");

        Assert.DoesNotContain("root:", feed.Entries[0].Title, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaa", feed.Entries[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string[]>(parts =>
    {
        var text = "<rss><item>" + string.Join("<title>", parts) + "</item>";
        return Read(text).Entries.Count >= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nesting_without_end_is_refused_and_said() =>
        Assert.Contains("nested", Read(string.Concat(Enumerable.Repeat("<a>", 100_000))).Error, StringComparison.Ordinal);

    [Fact]
    public void Known_feeds_are_read_as_their_own_projects_expect_them()
    {
        var path = Repository.SharedOrSkip("conformance/feeds.jsonl");
        var (right, checks) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var file = Path.Combine(Path.GetDirectoryName(path)!, row.RootElement.GetProperty("path").GetString()!);
            var url = row.RootElement.GetProperty("url").GetString();
            var feed = FeedReader.Read(File.ReadAllBytes(file), null, url is null ? null : new Uri(url));
            foreach (var check in row.RootElement.GetProperty("expect").EnumerateArray())
            {
                checks++;
                var entry = check.GetProperty("entry").ValueKind == JsonValueKind.Number ? feed.Entries.ElementAtOrDefault(check.GetProperty("entry").GetInt32()) : null;
                var got = check.GetProperty("entry").ValueKind == JsonValueKind.Null ? feed.Title : check.GetProperty("field").GetString() switch
                {
                    "title" => entry?.Title,
                    "link" => entry?.Link,
                    "summary" => entry?.Summary,
                    _ => FeedDates.Iso(entry?.Published),
                };
                right += (got ?? "").Trim() == check.GetProperty("value").GetString()!.Trim() ? 1 : 0;
            }
        }
        Assert.True(right >= 0.9 * checks, $"{right} of {checks}");
    }

    private static Feed Read(string body) => FeedReader.Read(Encoding.UTF8.GetBytes(body), "text/xml; charset=utf-8", Site);
}
