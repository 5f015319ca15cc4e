using System.Text;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class AcquisitionTests
{
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
