using System.Globalization;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Dates of feeds, in the forms of RFC 822 and ISO 8601 and what publishers make of them.</summary>
internal static class FeedDates
{
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var plain = text.Trim().Replace(" WIB", " +0700", StringComparison.OrdinalIgnoreCase).Replace(" WITA", " +0800", StringComparison.OrdinalIgnoreCase);
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var at) ? at : PageDates.Parse(plain, "UTC")?.At;
    }

    /// <summary>The date in ISO form and UTC; the text itself where it could not be read.</summary>
    public static string? Iso(string? text) => Parse(text) is { } at ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : text;
}
