using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Which of the dates that are told of an event stands on the timeline; the others stay beside it as claims.</summary>
internal static class EventDates
{
    /// <summary>
    /// What was held counts before what was planned, a day or a span of days before a vaguer date; of those the one that agrees with the most origins.
    /// Of equals a meeting has its whole span, an act its day, and then the earlier one stands.
    /// </summary>
    public static DateInterval? Choose(EventType type, IReadOnlyList<EventReport> reports, OriginGroups origins)
    {
        var dated = reports.Where(report => report.Content.Time?.Interval is not null).ToList();
        var held = dated.FindAll(report => report.Status is EventStatus.Held or EventStatus.Reported);
        var told = (held.Count > 0 ? held : dated).ConvertAll(report => (Date: report.Content.Time!.Interval!, Origin: origins.Of(report)));
        return told.Select(one => one.Date).Distinct()
            .OrderBy(date => date.Precision is DatePrecision.DayRange ? DatePrecision.Day : date.Precision)
            .ThenBy(date => date.From is null || date.To is null)
            .ThenByDescending(date => told.Where(other => date.Meets(other.Date)).Select(other => other.Origin).Distinct().Count())
            .ThenBy(date => type == EventType.Consult ? -Length(date) : Length(date))
            .ThenBy(date => date.From ?? DateOnly.MaxValue)
            .FirstOrDefault();
    }

    private static int Length(DateInterval date) => date is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber : int.MaxValue;
}
