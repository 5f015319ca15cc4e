using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>One telling of an event's date.</summary>
internal sealed record DateTelling(DateInterval Interval, string Edtf, EventStatus Status, DateOnly? PublishedOn);

/// <summary>How the dates that are told of one event stand to each other, and what may lie behind a disagreement.</summary>
internal static class DateDifferences
{
    /// <summary>The class of two dates that are not written alike.</summary>
    public static DifferenceClass Classify(DateTelling a, DateTelling b)
    {
        if (a.Status == EventStatus.Postponed || b.Status == EventStatus.Postponed)
        {
            return DifferenceClass.LaterUpdate;
        }
        // A day inside a span of days, a month that holds the day: the one only says less than the other.
        if (Meet(a.Interval, b.Interval))
        {
            return DifferenceClass.Compatible;
        }
        // What was planned for one day and held on another was moved.
        if (a.Status == EventStatus.Planned != (b.Status == EventStatus.Planned))
        {
            return DifferenceClass.LaterUpdate;
        }
        return DifferenceClass.Discrepancy;
    }

    /// <summary>Causes that fit; none is asserted.</summary>
    public static List<string> CausesOf(IReadOnlyList<DateTelling> tellings, bool venueIsAbroad)
    {
        var days = tellings.Select(telling => telling.Interval.From).OfType<DateOnly>().Distinct().Order().ToList();
        var causes = new List<string>();
        if (tellings.Any(telling => telling.PublishedOn is { } published && telling.Interval.From == published))
        {
            causes.Add("report-date");
        }
        if (venueIsAbroad && days.Count > 1 && days[^1].DayNumber - days[0].DayNumber == 1)
        {
            causes.Add("venue-zone");
        }
        if (days.Zip(days.Skip(1)).Any(pair => OneLetterApart(pair.First, pair.Second)))
        {
            causes.Add("typing-error");
        }
        return causes;
    }

    public static bool Covers(DateInterval whole, DateInterval part) => whole.From <= part.From && part.To <= whole.To;

    private static bool Meet(DateInterval a, DateInterval b) =>
        (a.From ?? DateOnly.MinValue) <= (b.To ?? DateOnly.MaxValue) && (b.From ?? DateOnly.MinValue) <= (a.To ?? DateOnly.MaxValue);

    private static bool OneLetterApart(DateOnly a, DateOnly b) =>
        Digits(a).Zip(Digits(b)).Count(pair => pair.First != pair.Second) == 1;

    private static string Digits(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
