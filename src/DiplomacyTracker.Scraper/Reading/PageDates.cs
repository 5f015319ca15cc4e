using System.Globalization;
using System.Text.RegularExpressions;
using DiplomacyTracker.Data.Articles;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Reads instants of publication in the forms that outlets write them. Nothing is ever dated by the crawl.</summary>
internal static partial class PageDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "ag|aug", "sep", "okt|oct", "nov", "des|dec"];

    /// <summary>Null where the text holds no date. A stamp without a zone is the outlet's; its zone is then assumed.</summary>
    public static PublishedStamp? Parse(string? text, string zone)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300)
        {
            return null;
        }
        return Iso(text.Trim(), zone) ?? Named(text, zone) ?? Numeric(text, zone);
    }

    private static PublishedStamp? Iso(string text, string zone)
    {
        if (IsoForm().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var offset = match.Groups["o"].Value;
        return Stamp(Number(match, "y"), Number(match, "mo"), Number(match, "d"), match, offset.Length == 0 ? zone : Label(offset), offset);
    }

    private static PublishedStamp? Named(string text, string zone)
    {
        if (NamedForm().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var word = match.Groups["m"].Value.ToLowerInvariant();
        var month = Array.FindIndex(Months, starts => starts.Split('|').Any(start => word.StartsWith(start, StringComparison.Ordinal))) + 1;
        return month == 0 ? null : Stamp(Number(match, "y"), month, Number(match, "d"), match, ZoneIn(match, zone), match.Groups["off"].Value);
    }

    private static PublishedStamp? Numeric(string text, string zone) => NumericForm().Match(text) is { Success: true } match
        ? Stamp(Number(match, "y"), Number(match, "mo"), Number(match, "d"), match, ZoneIn(match, zone), "")
        : null;

    private static PublishedStamp? Stamp(int year, int month, int day, Match match, string zone, string offset)
    {
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }
        var hasTime = match.Groups["h"].Success && Number(match, "h") < 24 && Number(match, "min") < 60;
        var local = new DateTime(year, month, day, hasTime ? Number(match, "h") : 12, hasTime ? Number(match, "min") : 0, hasTime && match.Groups["s"].Success ? Math.Min(59, Number(match, "s")) : 0);
        return new PublishedStamp(new DateTimeOffset(local, Offset(zone, offset)), zone, hasTime ? DateConfidence.Exact : DateConfidence.Day);
    }

    private static TimeSpan Offset(string zone, string offset) =>
        offset.Length >= 5 && TimeSpan.TryParseExact(offset[1..].Replace(":", "", StringComparison.Ordinal), "hhmm", CultureInfo.InvariantCulture, out var span) && span < TimeSpan.FromHours(14.1)
            ? offset[0] == '-' ? -span : span
            : Article.OffsetOf(zone);

    private static string ZoneIn(Match match, string zone) => match.Groups["z"].Value.ToUpperInvariant() switch
    {
        "WIB" or "WITA" or "WIT" => match.Groups["z"].Value.ToUpperInvariant(),
        "GMT" or "UTC" => "UTC",
        _ => match.Groups["off"].Success ? Label(match.Groups["off"].Value) : zone,
    };

    private static string Label(string offset) => offset switch
    {
        "Z" => "UTC",
        "+07:00" or "+0700" => "WIB",
        "+08:00" or "+0800" => "WITA",
        "+09:00" or "+0900" => "WIT",
        { Length: 5 } => offset.Insert(3, ":"),
        _ => offset,
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})[-/](?<mo>\d{1,2})[-/](?<d>\d{1,2})(?:[T ]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:\.\d+)?)?)?\s*(?<o>Z|[+-]\d{2}:?\d{2})?")]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"(?<d>\d{1,2})\s+(?<m>\p{L}{3,10})\.?,?\s+(?<y>\d{4})(?:[\s,|\-–/]*(?:pukul\s+)?(?<h>\d{1,2})[:.](?<min>\d{2})(?:[:.](?<s>\d{2}))?\s*(?<z>WIB|WITA|WIT|GMT|UTC)?\s*(?<off>[+-]\d{4})?)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex NamedForm();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})[/.\-](?<mo>\d{1,2})[/.\-](?<y>\d{4})(?:[\s,|\-–]*(?<h>\d{1,2})[:.](?<min>\d{2})(?:[:.](?<s>\d{2}))?\s*(?<z>WIB|WITA|WIT|GMT|UTC)?)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex NumericForm();
}
