using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>The day that an address itself states: "/2025/07/02/", "/20250702133042-", "sitemap-2025-07.xml". It helps to choose what to fetch and never dates an article.</summary>
internal static partial class AddressDate
{
    /// <summary>First and last day that the address may stand for; null where it names none.</summary>
    public static (DateOnly From, DateOnly To)? In(string address)
    {
        foreach (Match match in Form().Matches(address))
        {
            var (year, month) = (Number(match, "y"), Number(match, "m"));
            if (year is < 1995 or > 2100 || month is < 1 or > 12)
            {
                continue;
            }
            var days = DateTime.DaysInMonth(year, month);
            if (!match.Groups["d"].Success)
            {
                return (new DateOnly(year, month, 1), new DateOnly(year, month, days));
            }
            if (Number(match, "d") is var day && day >= 1 && day <= days)
            {
                return (new DateOnly(year, month, day), new DateOnly(year, month, day));
            }
        }
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)(?:(?<s>[-/_])(?<m>\d{1,2})(?:\k<s>(?<d>\d{1,2}))?|(?<m>\d\d)(?:(?<d>\d\d)(?:\d{4}|\d{6})?)?)(?!\d)")]
    private static partial Regex Form();
}
