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
        var (allowed, rule) = RobotsRules.Parse(body).Judge(Rows.Any(row, "agents").EnumerateArray().Select(agent => agent.GetString() ?? ""), Rows.Required(row, "url"));
        return new { id = Rows.Any(row, "id"), allowed, rule };
    }

    public static object Url(JsonElement row)
    {
        var canonical = CanonicalUrl.Of(Rows.Required(row, "url"), Rows.Optional(row, "base") is { } text ? WebAddress.Parse(text) : null);
        // AbsoluteUri would write an IPv4 address inside an IPv6 one in .NET's way.
        return new { id = Rows.Any(row, "id"), canonical = canonical?.OriginalString, articleKey = canonical is null ? null : CanonicalUrl.KeyOf(canonical) };
    }

    public static object Address(JsonElement row)
    {
        var allowed = WebAddress.Parse(Rows.Required(row, "url")) is { } url && Guard.AllowsWithoutConnecting(url);
        return new { id = Rows.Any(row, "id"), decision = allowed ? "allow" : "block" };
    }

    public static object Sitemap(JsonElement row)
    {
        var body = Rows.Optional(row, "body_b64") is { } encoded ? Convert.FromBase64String(encoded) : File.ReadAllBytes(Rows.Required(row, "body_file"));
        var sitemap = SitemapReader.Read(body, Rows.Optional(row, "content_type"), Rows.Optional(row, "url") is { } url ? WebAddress.Parse(url) : null);
        return new { id = Rows.Any(row, "id"), kind = sitemap.Kind, entries = sitemap.Entries.Select(Of), children = sitemap.Children.Select(Of), complete = sitemap.Complete, error = sitemap.Error };
    }

    private static object Of(SitemapEntry entry) => new
    {
        loc = entry.Loc,
        lastmod = entry.Lastmod,
        news = entry.News is { } news
            ? new { name = news.Name, language = news.Language, published = news.Published, title = news.Title, keywords = news.Keywords, genres = news.Genres, stock_tickers = news.StockTickers }
            : null,
        images = entry.Images,
    };

    public static object Feed(JsonElement row)
    {
        var feed = FeedReader.Read(File.ReadAllBytes(Rows.Required(row, "path")), null, Rows.Optional(row, "url") is { } url ? WebAddress.Parse(url) : null);
        return new
        {
            id = Rows.Any(row, "id"),
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
        if (row.TryGetProperty("rule", out var rule))
        {
            source = new SourceDefinition { Name = Rows.Optional(row, "outlet") ?? "", Page = rule.Deserialize<PageRule>(JsonSerializerOptions.Web) ?? new PageRule() };
        }
        var reading = PageReader.Read(url, html, source, general: Rows.Optional(row, "rules") == "off");
        var article = reading.Article ?? reading.TooShort;
        var text = article?.Text;
        return new
        {
            id = Rows.Any(row, "id"),
            title = article?.Title,
            byline = article?.Byline,
            editor = article?.Editor,
            publishedAt = article?.Published?.At.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            dateConfidence = (article?.Published?.Confidence ?? DateConfidence.None).ToString().ToLowerInvariant(),
            dateline = article?.DatelinePlace,
            datelineOutlet = article?.DatelineOutlet,
            text = text?.Body ?? "",
            blocks = (text?.Blocks ?? []).Select(block => new { kind = block.Kind.ToString().ToLowerInvariant(), start = block.Start, end = block.End }),
            captions = article?.Captions ?? [],
            pictureUrl = article?.PictureUrl,
            tags = article?.Tags ?? [],
            removed = (text?.Removed ?? []).Select(removed => new { text = removed.Text, why = removed.Reason }),
            canonicalUrl = article?.CanonicalUrl,
            error = reading.Failure,
        };
    }
}
