using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Page → article: the outlet's rule first, then what the page says of itself, then the general reader.</summary>
internal static class PageReader
{
    private const int LongestPage = 6_000_000;
    private const int ShortestBody = 80;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        // No rule and no reader asks for them, and on many pages they are the larger half.
        ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> name) => !name.Span.StartsWith("data-") && !name.Span.StartsWith("on"),
    });

    /// <param name="general">Without the outlet's rules.</param>
    /// <param name="isLaterPage">Of an article that began on another page: a sentence or two may be all that it holds.</param>
    public static Reading Read(Uri address, string html, SourceDefinition? source, bool general = false, bool isLaterPage = false)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new Reading(null, "the page is empty");
        }
        if (html.Length > LongestPage)
        {
            return new Reading(null, $"the page has {html.Length} characters; at most {LongestPage} are read");
        }
        if (PageDepth.IsTooDeep(html))
        {
            return new Reading(null, "the page is nested too deeply or has too many elements");
        }
        if (!html.Contains('<'))
        {
            return new Reading(null, "this is not HTML");
        }
        using var document = Parser.ParseDocument(html.Replace("\0", "", StringComparison.Ordinal));
        if (!general)
        {
            PageShapes.Find(source?.Shape)?.Apply(document);
        }
        using var outline = PageOutline.Of(document, Site(address.Host));
        return Read(address, document, outline, general ? null : source, source?.Zone ?? "WIB", isLaterPage);
    }

    /// <summary>All lines of a page, whatever they hold: what stands on an article's first page too is not how it goes on.</summary>
    public static HashSet<string> LinesOf(string html)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        using var document = Parser.ParseDocument(html);
        using var outline = PageOutline.Of(document, "");
        foreach (ref readonly var line in outline.Lines)
        {
            lines.Add(outline.TextOf(line));
        }
        return lines;
    }

    private static Reading Read(Uri address, IDocument document, PageOutline outline, SourceDefinition? source, string zone, bool isLaterPage)
    {
        var rule = source?.Page ?? new PageRule();
        var meta = new PageMetadata(outline, address);
        var weights = new OutlineWeights(outline);
        var language = PageLanguage.Of(outline, meta, address);
        var outlets = Outlets(address, source, meta);
        var title = (rule.Title is { } selector ? Text(document.QuerySelector(selector)) : null) ?? TitleReader.Read(outline, weights, meta, outlets);
        weights.KeepOneArticle(outline, title);
        // Before rows of like elements are told: authors and stamps may stand in one.
        var authors = new BylineReader(outline, weights, language, outlets);
        var byline = Byline(document, rule) ?? authors.Read(meta);
        var published = Published(document, rule, zone) ?? PublicationReader.Read(outline, weights, meta, language, address, zone);
        RecordFinder.MarkRecords(outline, weights);
        var (text, captions) = BodyReader.Read(document, outline, weights, rule, meta, title, byline, isLaterPage);
        var (placed, place, outlet) = Dateline.Split(text, source?.Name);
        var article = new ReadArticle(
            title,
            byline,
            authors.Editor(),
            published,
            place,
            outlet,
            placed,
            captions,
            Absolute(address, meta.Meta("og:image", "twitter:image") ?? meta.Picture),
            TagsOf(document, rule, meta),
            Absolute(address, outline.LinkTo("canonical")));
        return text.Body.Length < ShortestBody ? new Reading(null, $"no article text was found ({text.Body.Length} characters)", article) : new Reading(article, null);
    }

    private static List<string> Outlets(Uri address, SourceDefinition? source, PageMetadata meta) =>
        [.. new[] { source?.Name, meta.Meta("og:site_name", "application-name"), meta.Publisher, address.Host.Replace("www.", "", StringComparison.Ordinal), Label(address.Host) }.OfType<string>().Where(name => name.Length > 0)];

    // "news.outlet.co.id": "outlet.co.id".
    private static string Site(string host) => host[Math.Max(0, host.IndexOf(Label(host), StringComparison.Ordinal))..];

    // "news.outlet.co.id": "outlet".
    private static string Label(string host)
    {
        var labels = host.Split('.');
        var last = labels.Length - 2;
        return last > 0 && labels[last].Length <= 3 && labels[^1].Length == 2 ? labels[last - 1] : labels[Math.Max(0, last)];
    }

    private static PublishedStamp? Published(IDocument document, PageRule rule, string zone) =>
        rule.Date is { } selector ? document.QuerySelectorAll(selector).Reverse().Select(element => OutletDates.Parse(Text(element), rule.DateFormats, zone) ?? PageDates.Parse(Text(element), zone)).FirstOrDefault(stamp => stamp is not null) : null;

    private static string? Byline(IDocument document, PageRule rule) =>
        rule.Byline is { } selector && Text(document.QuerySelector(selector)) is { } text && string.Join(", ", AuthorNames.In(text)) is { Length: > 0 } names ? names : null;

    private static List<string> TagsOf(IDocument document, PageRule rule, PageMetadata meta)
    {
        var tags = rule.Tags is { } selector ? document.QuerySelectorAll(selector).Select(Text) : (meta.Meta("news_keywords", "keywords") ?? "").Split(',').Select(Whitespace.Collapse);
        return [.. tags.OfType<string>().Where(tag => tag.Length is > 0 and < 80).Distinct().Take(30)];
    }

    private static string? Text(IElement? element) => element is not null && Whitespace.Collapse(element.TextContent) is { Length: > 0 } text ? text : null;

    private static string? Absolute(Uri address, string? url) =>
        url is { Length: > 0 } && Uri.TryCreate(address, url, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.ToString() : null;
}
