using System.Globalization;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Where a report competes with others: a series of meetings, a place within a year, or acts of one kind within a month.</summary>
internal static class EventBlocks
{

    public static string Of(Report report, DateTimeOffset? publishedAt)
    {
        var year = (report.Time?.Interval?.From ?? report.Time?.Interval?.To)?.Year ?? publishedAt?.Year;
        var period = year?.ToString(CultureInfo.InvariantCulture) ?? "undated";
        if (report.Summit?.Series is { } series)
        {
            return $"series:{series}";
        }
        if (report.Summit is not null && (report.Summit.Place ?? report.Place?.Entity.Key) is { } place)
        {
            return $"place:{place}/{period}";
        }
        var month = (report.Time?.Interval?.From ?? report.Time?.Interval?.To)?.Month ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"acts:{report.Type.ToString().ToLowerInvariant()}/{period}-{month:00}");
    }
}
