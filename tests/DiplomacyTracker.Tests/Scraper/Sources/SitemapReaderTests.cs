using System.IO.Compression;
using System.Text;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Sources;

public sealed class SitemapReaderTests
{
    private const string News = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc>/dunia/1</loc><lastmod>2026-01-07T09:00:00+07:00</lastmod>
            <n:news><n:publication><n:name>Kabar</n:name><n:language>id</n:language></n:publication>
              <n:publication_date>2026-01-07</n:publication_date><n:title>Rapat</n:title><n:keywords>Paris, Ukraina</n:keywords></n:news></url>
          <url><loc>file:///etc/passwd</loc></url>
        </urlset>
        """;

    [Fact]
    public void A_news_sitemap_tells_title_and_instant()
    {
        var sitemap = Read(News);

        var entry = Assert.Single(sitemap.Entries);
        Assert.Equal(("urlset", true), (sitemap.Kind, sitemap.Complete));
        Assert.Equal(("https://kabar.example/dunia/1", "2026-01-07T02:00:00Z"), (entry.Loc, entry.Lastmod));
        Assert.Equal(("Kabar", "Rapat", "2026-01-07T00:00:00Z"), (entry.News!.Name, entry.News.Title, entry.News.Published));
        Assert.Equal(["Paris", "Ukraina"], entry.News.Keywords);
    }

    [Theory]
    [InlineData("<sitemapindex><sitemap><loc>https://kabar.example/1.xml</loc></sitemap></sitemapindex>", "index", true)]
    [InlineData("<sitemapindex><sitemap><loc>https://kabar.example/1.xml</loc></sitemap><sitemap><lo", "index", false)]
    [InlineData("https://kabar.example/1\nhttps://kabar.example/2", "text", true)]
    [InlineData("tidak ada alamat", "invalid", false)]
    [InlineData("<!DOCTYPE u [<!ENTITY x 'y'>]><urlset><url><loc>https://kabar.example/&x;</loc></url></urlset>", "invalid", false)]
    [InlineData("", "empty", true)]
    public void A_sitemap_is_known_by_what_it_holds(string body, string kind, bool complete)
    {
        var sitemap = Read(body);

        Assert.Equal((kind, complete), (sitemap.Kind, sitemap.Complete));
    }

    [Fact]
    public void Gzip_is_opened_and_a_bomb_is_not()
    {
        Assert.Single(SitemapReader.Read(Gzip(Encoding.UTF8.GetBytes(News)), "application/xml", new Uri("https://kabar.example/s.xml")).Entries);

        var bomb = SitemapReader.Read(Gzip(new byte[60_000_000]), null);
        Assert.Equal("invalid", bomb.Kind);
        Assert.Contains("after decompression", bomb.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00Z")]
    [InlineData("2024-05-01T10:20+02:00", "2024-05-01T08:20:00Z")]
    [InlineData("2024-05-01T24:00:00Z", "2024-05-02T00:00:00Z")]
    [InlineData("2023-02-29", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null)]
    [InlineData("kemarin", null)]
    public void A_date_that_is_none_is_left_out(string text, string? expected) =>
        Assert.Equal(expected, SitemapDates.Parse(text) is { } at ? FeedDates.Utc(at) : null);

    private static Sitemap Read(string body) => SitemapReader.Read(Encoding.UTF8.GetBytes(body), "text/xml", new Uri("https://kabar.example/sitemap.xml"));

    private static byte[] Gzip(byte[] body)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }
        return result.ToArray();
    }
}
