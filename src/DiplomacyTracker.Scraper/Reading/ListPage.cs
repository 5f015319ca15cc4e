using AngleSharp.Html.Parser;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The addresses of articles that a list page links to.</summary>
internal static class ListPage
{
    private const int Most = 300;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <param name="pattern">What the address of an article contains; null where the outlet gives none, and a long last part of the path decides.</param>
    public static IReadOnlyList<Uri> Links(Uri address, string html, string? pattern)
    {
        if (PageDepth.IsTooDeep(html))
        {
            return [];
        }
        using var document = Parser.ParseDocument(html);
        return
        [
            .. document.QuerySelectorAll("a[href]").Select(anchor => Uri.TryCreate(address, anchor.GetAttribute("href"), out var link) ? link : null).OfType<Uri>()
                .Where(link => link.Scheme is "http" or "https" && link.Authority == address.Authority && IsArticle(link, pattern))
                .DistinctBy(link => link.GetLeftPart(UriPartial.Path)).Take(Most),
        ];
    }

    private static bool IsArticle(Uri link, string? pattern) => pattern is not null
        ? link.AbsolutePath.Contains(pattern, StringComparison.OrdinalIgnoreCase)
        : link.Segments[^1].Count(c => c == '-') >= 3;
}
