using System.Globalization;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Reads stamps in the forms that an outlet's definition gives, such as <c>dddd, d MMMM yyyy HH:mm 'WIB'</c>, with Indonesian names of days and months.</summary>
internal static class OutletDates
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static PublishedStamp? Parse(string? text, IReadOnlyList<string> formats, string zone)
    {
        if (text is null || formats.Count == 0)
        {
            return null;
        }
        // Friday is written with an apostrophe by most outlets, without one by the calendar.
        var plain = Whitespace.Collapse(text).Replace("Jum'at", "Jumat", StringComparison.OrdinalIgnoreCase);
        foreach (var format in formats)
        {
            if (DateTime.TryParseExact(plain, format, Indonesian, DateTimeStyles.None, out var local))
            {
                var isExact = format.Contains('H', StringComparison.Ordinal);
                var at = new DateTimeOffset(isExact ? local : local.AddHours(12), Article.OffsetOf(zone));
                return new PublishedStamp(at, zone, isExact ? DateConfidence.Exact : DateConfidence.Day);
            }
        }
        return null;
    }
}
