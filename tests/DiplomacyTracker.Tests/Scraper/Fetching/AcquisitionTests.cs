using System.Text;
using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class AcquisitionTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "https://x.example/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a", "https://x.example/a?x=1", false)]
    [InlineData("User-agent: DiplomacyTracker\nDisallow:\nUser-agent: *\nDisallow: /", "https://x.example/", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "https://x.example/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "https://x.example/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /", "https://x.example/robots.txt", true)]
    public void Robots_rules_are_read_as_the_standard_says(string robots, string url, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(robots)).Judge(["DiplomacyTracker"], url).Allowed);

    [Fact]
    public void Robots_rules_of_the_conformance_cases_are_all_right()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/robots.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.TryGetProperty("optional", out var optional) && optional.GetBoolean())
            {
                continue;
            }
            var rules = RobotsRules.Parse(Convert.FromBase64String(row.RootElement.GetProperty("robots_b64").GetString()!));
            var agents = row.RootElement.GetProperty("agents").EnumerateArray().Select(agent => agent.GetString()!);
            Assert.Equal(row.RootElement.GetProperty("expect").GetProperty("allowed").GetBoolean(), rules.Judge(agents, row.RootElement.GetProperty("url").GetString()!).Allowed);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0177.0.0.1/", false)]
    [InlineData("http://[::ffff:10.0.0.1]/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("http://user:pass@example.com/", false)]
    [InlineData("https://www.example.com/", true)]
    [InlineData("http://93.184.216.34/", true)]
    public void Only_public_addresses_pass_the_guard(string url, bool allowed) => Assert.Equal(allowed, new AddressGuard([]).AllowsWithoutConnecting(new Uri(url)));

    [Fact]
    public void A_named_private_endpoint_passes_and_its_neighbour_does_not()
    {
        var guard = new AddressGuard([AllowedEndpoint.Parse("127.0.0.1:5090-5091")]);

        Assert.True(guard.Allows(System.Net.IPAddress.Loopback, 5091));
        Assert.False(guard.Allows(System.Net.IPAddress.Loopback, 5092));
    }

    [Theory]
    [InlineData("https://www.contoh.example/read/1/judul?utm_source=rss", "http://m.contoh.example/read/1/judul/")]
    [InlineData("https://contoh.example/read/1/judul/amp", "https://contoh.example/read/1/judul?page=all")]
    public void Addresses_of_one_article_have_one_key(string first, string second) =>
        Assert.Equal(CanonicalUrl.KeyOf(CanonicalUrl.Of(first)!), CanonicalUrl.KeyOf(CanonicalUrl.Of(second)!));

    [Theory]
    [InlineData("Selasa, 20 Mei 2025 00:30 WIB", "2025-05-20T00:30:00+07:00")]
    [InlineData("18 Juni 2025 | 20.04 WIB", "2025-06-18T20:04:00+07:00")]
    [InlineData("Contoh.com - 18/06/2025, 21:35 WIB", "2025-06-18T21:35:00+07:00")]
    [InlineData("Jum'at, 13 Juni 2025 |19:04 WIT", "2025-06-13T19:04:00+09:00")]
    [InlineData("2025/07/02 13:30:42", "2025-07-02T13:30:42+07:00")]
    [InlineData("2025-07-02T13:30:42Z", "2025-07-02T13:30:42+00:00")]
    public void Stamps_of_every_family_keep_their_zone(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), PageDates.Parse(text, "WIB")!.At);

    [Theory]
    [InlineData("<rss><channel><title>A &amp; B</title><item><title>Satu</title><link>https://x.example/1</link></item></channel></rss>", 1, null)]
    [InlineData("<rss><channel><title>A & B</title><item><title>Satu & dua</title><link>https://x.example/1</link></item></channel></rss>", 1, null)]
    [InlineData("<rss><channel><item><title>Satu</title></item><item><title>Du", 1, "broken")]
    [InlineData("<html><body>perawatan</body></html>", 0, "HTML")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"https://x.example/1\"}]}", 1, null)]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>", 1, null)]
    public void Feeds_are_read_as_far_as_they_go_with_a_reason(string body, int atLeast, string? error)
    {
        var feed = FeedReader.Read(Encoding.UTF8.GetBytes(body), "text/xml; charset=utf-8");

        Assert.True(feed.Entries.Count >= atLeast);
        Assert.True(error is null ? feed.Error is null : feed.Error!.Contains(error, StringComparison.Ordinal), feed.Error);
        Assert.DoesNotContain(feed.Entries, entry => entry.Title?.Contains("root:", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hanya teks biasa", "not HTML")]
    [InlineData("<html><body><p>pendek</p></body></html>", "no article text")]
    public void A_page_that_is_no_article_says_why(string html, string reason) =>
        Assert.Contains(reason, PageReader.Read(new Uri("https://x.example/"), html, null).Failure, StringComparison.Ordinal);

    [Fact]
    public void A_page_of_a_hundred_thousand_nested_elements_is_refused_at_once() =>
        Assert.Contains("nested", PageReader.Read(new Uri("https://x.example/"), string.Concat(Enumerable.Repeat("<div>", 100_000)), null).Failure, StringComparison.Ordinal);

    [Fact]
    public void Words_in_links_keep_their_spaces()
    {
        const string Html = "<html><body><article><p>Presiden <a href='/x'>Contoh Utama</a> mengatakan rapat akan dilanjutkan pekan depan di ibu kota bersama para menteri.</p></article></body></html>";

        Assert.Contains("Presiden Contoh Utama mengatakan", PageReader.Read(new Uri("https://x.example/"), Html, null).Article!.Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_is_glued_to_its_paragraph_is_parted_from_it()
    {
        var text = PlainTextReader.Read("Rapat Besar Di IstanaPada Senin rapat dibuka oleh ketua.\nSimak artikel lainnya di Contoh melalui contoh.co.id.");

        Assert.Equal("Rapat Besar Di Istana\nPada Senin rapat dibuka oleh ketua.", text.Body);
        Assert.Single(text.Removed);
    }
}
