using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Addresses of lists of earlier articles: <c>{page}</c> counts from 1, <c>{date:FORMAT}</c> is a day.</summary>
internal static partial class ArchivePattern
{
    public static bool HasDate(string pattern) => Day().IsMatch(pattern);

    public static bool HasPages(string pattern) => pattern.Contains("{page}", StringComparison.Ordinal);

    public static string Fill(string pattern, DateOnly day, int page) =>
        Day().Replace(pattern, match => Uri.EscapeDataString(day.ToString(match.Groups["format"].Value, CultureInfo.InvariantCulture)))
            .Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [GeneratedRegex(@"\{date:(?<format>[^}]+)\}")]
    private static partial Regex Day();
}
