using AngleSharp.Html.Parser;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The addresses of articles that a list page links to.</summary>
internal static class ListPage
{
    private const int Most = 300;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <param name="source">Says what the address of an article contains; where it does not, a long last part of the path decides.</param>
    public static IReadOnlyList<Uri> Links(Uri address, string html, SourceDefinition? source)
    {
        if (PageDepth.IsTooDeep(html))
        {
            return [];
        }
        using var document = Parser.ParseDocument(html);
        PageShapes.Find(source?.Shape)?.Apply(document);
        return
        [
            .. document.QuerySelectorAll("a[href]").Select(anchor => Uri.TryCreate(address, anchor.GetAttribute("href"), out var link) ? link : null).OfType<Uri>()
                .Where(link => link.Scheme is "http" or "https" && link.Authority == address.Authority && IsArticle(link, source?.ArticlePattern))
                .DistinctBy(link => link.GetLeftPart(UriPartial.Path)).Take(Most),
        ];
    }

    private static bool IsArticle(Uri link, string? pattern) => pattern is not null
        ? link.AbsolutePath.Contains(pattern, StringComparison.OrdinalIgnoreCase)
        : link.Segments[^1].Count(c => c == '-') >= 3;
}
