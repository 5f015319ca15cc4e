using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS:\\\\Contoh.example:443\\a\\.\\b#c", "https://contoh.example/a/b")]
    [InlineData("https://nama:sandi@contoh.example/", "https://contoh.example/")]
    [InlineData("https://contoh.example./a;jsessionid=12/b;v=1", "https://contoh.example/a/b;v=1")]
    [InlineData("https://contoh.example/%7eb%2f%zz/{c}", "https://contoh.example/~b%2F%25zz/%7Bc%7D")]
    [InlineData("https://contoh.example/?b=2&amp;a=1&&UTM_Source=x", "https://contoh.example/?a=1&b=2")]
    [InlineData("https://contoh.example/?q=rapat`", "https://contoh.example/?q=rapat`")]
    [InlineData("https://contoh.example/?id=7?utm_source=x", "https://contoh.example/?id=7")]
    [InlineData("https://contoh.example/?a=2&a=1&ref=x", "https://contoh.example/?a=2&a=1&ref=x")]
    [InlineData("http://[::FFFF:10.0.0.1]:80/", "http://[::ffff:a00:1]/")]
    [InlineData("http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://0x100000000/", null)]
    [InlineData("https://contoh.example:65536/", null)]
    [InlineData("https://a<b.example/", null)]
    [InlineData("//contoh.example/a", null)]
    [InlineData("/a", null)]
    [InlineData("mailto:a@contoh.example", null)]
    public void An_address_has_one_spelling(string text, string? canonical) => Assert.Equal(canonical, CanonicalUrl.Of(text)?.OriginalString);

    [Theory]
    [InlineData("../c?x", "https://contoh.example/a/c?x")]
    [InlineData("", "https://contoh.example/a/b/d")]
    [InlineData("//lain.example", "https://lain.example/")]
    [InlineData("javascript:alert(1)", null)]
    public void A_relative_address_is_read_against_its_page(string text, string? canonical) =>
        Assert.Equal(canonical, CanonicalUrl.Of(text, new Uri("https://contoh.example/a/b/d"))?.OriginalString);

    [Theory]
    [InlineData("http://m.contoh.example/read/1/judul/")]
    [InlineData("https://www.contoh.example/read/1/judul?page=all")]
    [InlineData("https://amp.contoh.example/read/1/judul?amp=1&fbclid=9")]
    [InlineData("https://contoh.example/read/1/judul/index.html")]
    [InlineData("https://contoh.example/amp/read/1/judul")]
    [InlineData("https://contoh.example/read/1/judul.amp")]
    [InlineData("https://www.google.com/amp/s/contoh.example/read/1/judul")]
    [InlineData("https://contoh-example.cdn.ampproject.org/v/s/contoh.example/read/1/judul?utm_source=x")]
    public void Forms_of_one_article_have_one_key(string form) => Assert.Equal("contoh.example/read/1/judul", Key(form));

    [Theory]
    [InlineData("https://contoh.example/rubrik/amp", "https://contoh.example/rubrik")]
    [InlineData("https://contoh.example/a?page=2", "https://contoh.example/a")]
    [InlineData("https://m.co.id/a", "https://n.co.id/a")]
    [InlineData("https://contoh.example:8443/a", "https://contoh.example/a")]
    [InlineData("https://contoh.example/a//b", "https://contoh.example/a/b")]
    [InlineData("https://contoh.example/a?id=1", "https://contoh.example/a?id=2")]
    public void Different_pages_have_different_keys(string first, string second) => Assert.NotEqual(Key(first), Key(second));

    [Fact]
    public void A_canonical_address_is_its_own_canonical_form_and_no_text_is_an_accident() =>
        Prop.ForAll(Texts(), text =>
        {
            var once = CanonicalUrl.Of(text);
            var twice = once is null ? null : CanonicalUrl.Of(once.OriginalString);
            return once?.OriginalString == twice?.OriginalString && (once is null || CanonicalUrl.KeyOf(once).Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10000));

    [Fact]
    public void The_conformance_addresses_are_all_right_where_they_must_be()
    {
        var rows = File.ReadLines(Repository.SharedOrSkip("conformance/urls.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var wrong = rows.Where(row => row.GetProperty("expect").GetProperty("canonical").GetString() != Canonical(row)).ToList();

        Assert.DoesNotContain(wrong, row => row.GetProperty("level").GetString() == "must");
        Assert.True(wrong.Count <= rows.Count * 0.02, string.Join('\n', wrong));
    }

    [Fact]
    public void The_conformance_pairs_are_told_apart()
    {
        var rows = File.ReadLines(Repository.SharedOrSkip("conformance/same-article.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var wrong = rows.Where(row => (Key(row.GetProperty("a").GetString()!) == Key(row.GetProperty("b").GetString()!)) != row.GetProperty("expect").GetProperty("same").GetBoolean()).ToList();

        Assert.True(wrong.Count <= rows.Count * 0.05, string.Join('\n', wrong));
    }

    private static string? Canonical(JsonElement row) =>
        CanonicalUrl.Of(row.GetProperty("url").GetString()!, row.TryGetProperty("base", out var at) && at.GetString() is { } text ? WebAddress.Parse(text) : null)?.OriginalString;

    private static string Key(string url) => CanonicalUrl.KeyOf(CanonicalUrl.Of(url)!);

    // Texts around the shape of an address, so that most of the parser's ways are walked.
    private static Arbitrary<string> Texts()
    {
        var piece = Gen.Elements("http", "https:", "//", "/", "\\", "contoh.example", "www.", "amp", "/amp/", ":80", ":", "@", "?", "&", "=", "utm_source", "a", "%", "%2e", "%2F", "..", ";jsessionid=1", "#", "[::1]", "0x7f.1", "é", "①", "\u0000", "\ud800", " ", "\t", "amp;", "'", "{", "`", "127.1");
        return Gen.Choose(0, 12).SelectMany(count => piece.ArrayOf(count)).Select(string.Concat).SelectMany(tail => Gen.Elements("", "http://", "https://contoh.example/").Select(head => head + tail)).ToArbitrary();
    }
}
