using System.Globalization;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Where a report competes with others: a series of meetings, or a place, or a pair of countries, within a year.</summary>
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
        if ((report.Summit?.Place ?? report.Place?.Entity.Key) is { } place)
        {
            return $"place:{place}/{period}";
        }
        var actors = report.Actors.Concat(report.Targets).Select(actor => actor.Key).Distinct().Order(StringComparer.Ordinal).Take(2);
        return $"actors:{string.Join('+', actors)}/{period}";
    }
}
