using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Where an article goes on that is parted over several pages: the same address with the next number in it.</summary>
internal static partial class ArticlePages
{
    /// <summary>An article that claims more goes on without end, as some calendars and lists do.</summary>
    public const int Most = 10;

    private static readonly string[] Parameters = ["page", "halaman", "hal", "pg", "p"];

    private static readonly HtmlParser Parser = new();

    /// <summary>The next page of the article at an address, by the page's links; null where there is none, or the links lead to other articles.</summary>
    public static Uri? Next(Uri address, string html)
    {
        var (article, number) = Split(address);
        if (number is < 1 or >= Most)
        {
            return null;
        }
        var wanted = (number + 1).ToString(CultureInfo.InvariantCulture);
        foreach (Match tag in LinkTag().Matches(html))
        {
            // Cheap first: few links of a page have the number.
            if (tag.Value.Contains(wanted, StringComparison.Ordinal) && HrefOf(tag.Value) is { } href && Uri.TryCreate(address, href, out var target)
                && Split(target) is var (other, at) && at == number + 1 && other == article)
            {
                return target;
            }
        }
        return null;
    }

    private static string? HrefOf(string tag) => Parser.ParseDocument(tag).QuerySelector("[href]")?.GetAttribute("href");

    // The address without what counts pages, and the count; 1 where it counts none, 0 where it asks for all at once.
    private static (string Article, int Number) Split(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        var number = 1;
        foreach (var parameter in Parameters)
        {
            if (query.Find(part => part.StartsWith(parameter + "=", StringComparison.OrdinalIgnoreCase)) is { } counted)
            {
                query.Remove(counted);
                number = int.TryParse(counted[(parameter.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : 0;
            }
        }
        var path = address.AbsolutePath;
        if (number == 1 && PathNumber().Match(path) is { Success: true } match)
        {
            number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            path = path[..match.Index];
        }
        return ($"{address.Scheme}://{address.Authority}{path.TrimEnd('/')}?{string.Join('&', query)}", number);
    }

    [GeneratedRegex(@"<(?:a|link)\s[^<>]{0,2000}>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex LinkTag();

    // "/read/101/2", "/read/101/page/2/": small numbers alone, since larger ones are years and articles.
    [GeneratedRegex(@"/(?:page/|halaman/)?(?<number>[2-9]|10)/?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex PathNumber();
}
