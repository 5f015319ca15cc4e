using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Page → article: the outlet's rule first, then what the page says of itself, then the general reader.</summary>
internal static class PageReader
{
    private const int LongestPage = 6_000_000;
    private const int ShortestBody = 80;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false });

    public static Reading Read(Uri address, string html, SourceDefinition? source, bool general = false)
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
            return new Reading(null, "the page is nested too deeply");
        }
        if (!html.Contains('<'))
        {
            return new Reading(null, "this is not HTML");
        }
        using var document = Parser.ParseDocument(html.Replace("\0", "", StringComparison.Ordinal));
        var rule = general ? new PageRule() : source?.Page ?? new PageRule();
        var meta = new PageMetadata(document);
        var (text, captions) = ReadBody(document, rule, meta);
        if (text.Body.Length < ShortestBody)
        {
            return new Reading(null, $"no article text was found ({text.Body.Length} characters)");
        }
        var (placed, place) = Dateline.Split(text, source?.Name);
        return new Reading(
            new ReadArticle(
                TitleOf(document, rule, meta, source?.Name),
                Byline(document, rule, meta),
                PublishedOf(document, rule, meta, source?.Zone ?? "WIB"),
                place,
                placed,
                captions,
                Absolute(address, meta.Meta("og:image")),
                TagsOf(document, rule, meta),
                Absolute(address, document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"))),
            null);
    }

    private static (CleanText Text, IReadOnlyList<string> Captions) ReadBody(IDocument document, PageRule rule, PageMetadata meta)
    {
        var dropped = rule.Drop.SelectMany(selector => document.QuerySelectorAll(selector)).Concat(document.QuerySelectorAll("[hidden],[aria-hidden=true],.d-none")).ToHashSet();
        List<IElement> roots = rule.Body is { } selector ? Outermost([.. document.QuerySelectorAll(selector)]) : [];
        if (roots.Count == 0 && BodyFinder.Find(document) is { } found)
        {
            roots = [found];
        }
        var reader = new BlockReader(dropped);
        var text = reader.Read(roots);
        // A body that only stands in the page's JSON, as some do behind scripts.
        return text.Body.Length < ShortestBody && meta.Body is { Length: > ShortestBody } body ? (PlainTextReader.Read(body), []) : (text, reader.Captions);
    }

    private static List<IElement> Outermost(List<IElement> elements) => elements.FindAll(element => !elements.Exists(other => other != element && other.Contains(element)));

    private static string? TitleOf(IDocument document, PageRule rule, PageMetadata meta, string? outlet)
    {
        var title = (rule.Title is { } selector ? Text(document.QuerySelector(selector)) : null) ?? meta.Headline ?? meta.Meta("og:title", "twitter:title") ?? Text(document.QuerySelector("h1")) ?? document.Title;
        return title is null ? null : WithoutOutlet(Whitespace.Collapse(title), outlet ?? meta.Meta("og:site_name"));
    }

    // "Headline - Outlet", "Headline | outlet.co"
    private static string? WithoutOutlet(string title, string? outlet)
    {
        var cut = title.LastIndexOfAny(['|', '-', '–', '—']);
        if (cut > 15 && title[cut - 1] == ' ' && title.Length - cut < 40)
        {
            var tail = title[(cut + 1)..].Trim();
            if (title[cut] == '|' || (outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase))))
            {
                title = title[..cut].TrimEnd();
            }
        }
        return title.Length == 0 ? null : title;
    }

    private static PublishedStamp? PublishedOf(IDocument document, PageRule rule, PageMetadata meta, string zone)
    {
        string?[] candidates =
        [
            meta.Published,
            meta.Meta("article:published_time", "publishdate", "pubdate", "datePublished", "date", "jpnncom_news_pubdate"),
            document.QuerySelector("article time[datetime], time[datetime]")?.GetAttribute("datetime"),
            rule.Date is { } selector ? Last(document.QuerySelectorAll(selector)) : null,
            .. document.QuerySelectorAll("[class*=date],[class*=time],[class*=tanggal],[class*=waktu]").Take(12).Select(Text),
        ];
        return candidates.Select(candidate => PageDates.Parse(candidate, zone)).FirstOrDefault(stamp => stamp is not null);
    }

    private static string? Byline(IDocument document, PageRule rule, PageMetadata meta) =>
        (rule.Byline is { } selector ? Text(document.QuerySelector(selector)) : null) ?? meta.Author ?? meta.Meta("author", "article:author", "dtk:author");

    private static List<string> TagsOf(IDocument document, PageRule rule, PageMetadata meta)
    {
        var tags = rule.Tags is { } selector ? document.QuerySelectorAll(selector).Select(Text) : (meta.Meta("news_keywords", "keywords") ?? "").Split(',').Select(Whitespace.Collapse);
        return [.. tags.OfType<string>().Where(tag => tag.Length is > 0 and < 80).Distinct().Take(30)];
    }

    private static string? Last(IHtmlCollection<IElement> elements) => elements.Length == 0 ? null : Text(elements[^1]);

    private static string? Text(IElement? element) => element is not null && Whitespace.Collapse(element.TextContent) is { Length: > 0 } text ? text : null;

    private static string? Absolute(Uri address, string? url) =>
        url is { Length: > 0 } && Uri.TryCreate(address, url, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.ToString() : null;
}
