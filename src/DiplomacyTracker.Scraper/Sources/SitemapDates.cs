using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>W3C date-times (W3C NOTE-datetime) and what sitemaps make of them; anything else must be a date that feeds use.</summary>
internal static partial class SitemapDates
{
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (Form().Match(trimmed) is not { Success: true } match)
        {
            return trimmed.Length > 0 && char.IsAsciiLetter(trimmed[0]) ? FeedDates.Parse(trimmed) : null;
        }
        var (year, month, day) = (Number(match, "y", 1), Number(match, "mo", 1), Number(match, "d", 1));
        var (hour, minute, second) = (Number(match, "h", 0), Number(match, "mi", 0), Number(match, "s", 0));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        {
            return null;
        }
        var offset = match.Groups["o"].Success
            ? (match.Groups["sign"].Value == "-" ? -1 : 1) * new TimeSpan(Number(match, "oh", 0), Number(match, "om", 0), 0)
            : TimeSpan.Zero;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        // The first and last days of the calendar have no room for an offset.
        return offset.Duration() > TimeSpan.FromHours(14) || year is 1 or 9999 ? null
            : new DateTimeOffset(local.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59)) - offset, TimeSpan.Zero);
    }

    private static int Number(Match match, string name, int otherwise) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<mo>\d\d?)(-(?<d>\d\d?)([T ](?<h>\d\d):(?<mi>\d\d)(:(?<s>\d\d)([.,]\d+)?)?\s*(Z|(?<o>(?<sign>[+-])(?<oh>\d\d):?(?<om>\d\d)))?)?)?)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
