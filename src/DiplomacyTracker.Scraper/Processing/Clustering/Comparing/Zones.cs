using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Hours that zones are ahead of UTC, by the abbreviations that news uses.</summary>
internal static class Zones
{
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WIB"] = 7, ["WITA"] = 8, ["WIT"] = 9, ["GMT"] = 0, ["UTC"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["TRT"] = 3,
        ["CAT"] = 2, ["SAST"] = 2, ["EAT"] = 3, ["AST"] = 3, ["IRST"] = 3.5, ["GST"] = 4, ["PKT"] = 5, ["IST"] = 5.5, ["NPT"] = 5.75, ["BDT"] = 6, ["MMT"] = 6.5, ["ICT"] = 7, ["MYT"] = 8, ["SGT"] = 8,
        ["HKT"] = 8, ["PHT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9, ["TLT"] = 9, ["ACST"] = 9.5, ["PGT"] = 10, ["AEST"] = 10, ["AEDT"] = 11, ["SBT"] = 11, ["FJT"] = 12, ["NZST"] = 12, ["NZDT"] = 13,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["BRT"] = -3, ["ART"] = -3, ["CLT"] = -4, ["PET"] = -5,
    };

    /// <summary>Null where the abbreviation is not known.</summary>
    public static TimeSpan? OffsetOf(string? zone) => zone is not null && Hours.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : null;

    /// <summary>The stated zone, or null where it is the venue's own: "waktu setempat", "waktu Prancis" of a meeting in Paris, "WIB" of one in Jakarta.</summary>
    public static string? Of(string? stated, EntityLink? venue, KnownNames names) => stated is null or "setempat" || (venue is not null && IsOwn(stated, venue, names)) ? null : stated;

    private static bool IsOwn(string stated, EntityLink venue, KnownNames names) =>
        EntitySlug.Of(venue.Name).StartsWith(EntitySlug.Of(stated), StringComparison.Ordinal)
        || (names.KeyOf(stated) is { } key && (key == venue.Key || key == venue.Country))
        || (venue.Country == "ID" && stated is ("WIB" or "WITA" or "WIT"));
}
