using System.Globalization;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Dates of feeds and sitemaps, in the forms of RFC 822 and ISO 8601 and what publishers make of them.</summary>
internal static class FeedDates
{
    private static readonly (string Zone, string Offset)[] Zones = [(" WITA", " +0800"), (" WIB", " +0700"), (" WIT", " +0900")];

    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var plain = Zones.Aggregate(text.Trim(), (date, zone) => date.Replace(zone.Zone, zone.Offset, StringComparison.OrdinalIgnoreCase));
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var at) ? at : PageDates.Parse(plain, "UTC")?.At;
    }

    /// <summary>The date in ISO form and UTC; the text itself where it could not be read.</summary>
    public static string? Iso(string? text) => Parse(text) is { } at ? Utc(at) : text;

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
