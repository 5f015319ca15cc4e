using System.Text.Json;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>The stages of acquisition behind `explain`.</summary>
internal static class ExplainStages
{
    private static readonly AddressGuard Guard = new([]);
    private static readonly SourceCatalogue Catalogue = SourceCatalogue.BuiltIn();

    public static object Robots(JsonElement row)
    {
        var body = Convert.FromBase64String(Rows.Required(row, "robots_b64"));
        var (allowed, rule) = RobotsRules.Parse(body).Judge(row.GetProperty("agents").EnumerateArray().Select(agent => agent.GetString() ?? ""), Rows.Required(row, "url"));
        return new { id = row.GetProperty("id"), allowed, rule };
    }

    public static object Url(JsonElement row)
    {
        var canonical = CanonicalUrl.Of(Rows.Required(row, "url"), Rows.Optional(row, "base") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null);
        return new { id = row.GetProperty("id"), canonical = canonical?.AbsoluteUri, articleKey = canonical is null ? null : CanonicalUrl.KeyOf(canonical) };
    }

    public static object Address(JsonElement row)
    {
        var allowed = Uri.TryCreate(Rows.Required(row, "url"), UriKind.Absolute, out var url) && Guard.AllowsWithoutConnecting(url);
        return new { id = row.GetProperty("id"), decision = allowed ? "allow" : "block" };
    }

    public static object Sitemap(JsonElement row)
    {
        var body = Rows.Optional(row, "body_b64") is { } encoded ? Convert.FromBase64String(encoded) : File.ReadAllBytes(Rows.Required(row, "body_file"));
        var sitemap = SitemapReader.Read(body, Rows.Optional(row, "content_type"));
        return new { id = row.GetProperty("id"), kind = sitemap.Kind, entries = sitemap.Entries.Select(entry => new { loc = entry.Loc, lastmod = entry.Lastmod }), children = sitemap.Children, complete = sitemap.Complete };
    }

    public static object Feed(JsonElement row)
    {
        var feed = FeedReader.Read(File.ReadAllBytes(Rows.Required(row, "path")), null);
        return new
        {
            id = row.GetProperty("id"),
            title = feed.Title,
            entries = feed.Entries.Select(entry => new { id = entry.Id, title = entry.Title, link = entry.Link, published = FeedDates.Iso(entry.Published), summary = entry.Summary }),
            error = feed.Error,
        };
    }

    public static object Read(JsonElement row)
    {
        var url = new Uri(Rows.Required(row, "url"));
        var html = Rows.Optional(row, "html") ?? PageText.Decode(File.ReadAllBytes(Rows.Required(row, "path")), null).Text;
        var source = Catalogue.Sources.FirstOrDefault(source => source.Home is { } home && url.Host.EndsWith(new Uri(home).Host.Replace("www.", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        var reading = PageReader.Read(url, html, source);
        var article = reading.Article;
        return new
        {
            id = row.GetProperty("id"),
            title = article?.Title,
            byline = article?.Byline,
            publishedAt = article?.Published?.At.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            dateConfidence = (article?.Published?.Confidence ?? DateConfidence.None).ToString().ToLowerInvariant(),
            dateline = article?.DatelinePlace,
            text = article?.Text.Body ?? "",
            blocks = (article?.Text.Blocks ?? []).Select(block => new { kind = block.Kind.ToString().ToLowerInvariant(), start = block.Start, end = block.End }),
            captions = article?.Captions ?? [],
            removed = (article?.Text.Removed ?? []).Select(removed => new { text = removed.Text, reason = removed.Reason }),
            canonicalUrl = article?.CanonicalUrl,
            error = reading.Failure,
        };
    }
}
