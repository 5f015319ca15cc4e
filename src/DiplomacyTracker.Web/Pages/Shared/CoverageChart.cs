using System.Globalization;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>Articles per bar of days with the origins among them, over the period that the topic's articles cover.</summary>
public sealed record CoverageChart(IReadOnlyList<CoverageBar> Bars, DateOnly First, DateOnly Last, int DaysPerBar)
{
    private const int MostBars = 60;

    public int Highest => Math.Max(1, Bars.Max(bar => bar.Articles));

    /// <summary>Null where no article is dated.</summary>
    public static async Task<CoverageChart?> LoadAsync(
        TrackerContext db, IQueryable<DiplomaticEvent> events, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellationToken)
    {
        var published = await db.Reports
            .Where(report => events.Any(e => e.Id == report.EventId) && report.Article!.PublishedAt != null)
            .Select(report => new { report.ArticleId, At = report.Article!.PublishedAt!.Value, report.Origin })
            .Distinct().OrderByDescending(row => row.At).Take(5000).ToListAsync(cancellationToken);
        if (published.Count == 0)
        {
            return null;
        }
        // Bars count days in WIB, the zone of most of the press.
        var days = published.Select(row => (Day: DateOnly.FromDateTime(row.At.UtcDateTime.AddHours(7)), row.ArticleId, row.Origin)).ToList();
        var (first, last) = (days.Min(row => row.Day), days.Max(row => row.Day));
        var width = Math.Max(1, (int)Math.Ceiling((last.DayNumber - first.DayNumber + 1) / (double)MostBars));
        var bars = days.GroupBy(row => (row.Day.DayNumber - first.DayNumber) / width).OrderBy(group => group.Key)
            .Select(group => new CoverageBar(
                group.Key,
                first.AddDays(group.Key * width),
                group.Select(row => row.ArticleId).Distinct().Count(),
                group.Select(row => row.Origin).Distinct().Count()))
            .ToList();
        return entries.Count == 0 ? null : new CoverageChart(bars, first, last, width);
    }

    /// <summary>Bars that the drawing has room for.</summary>
    public int Slots => ((Last.DayNumber - First.DayNumber) / DaysPerBar) + 1;

    /// <summary>The first day of each month within the period, and the bar at which it begins.</summary>
    public IEnumerable<(DateOnly Month, double Slot)> Months()
    {
        yield return (First, 0);
        for (var month = new DateOnly(First.Year, First.Month, 1).AddMonths(1); month <= Last; month = month.AddMonths(1))
        {
            yield return (month, (month.DayNumber - First.DayNumber) / (double)DaysPerBar);
        }
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>One bar: its place, its first day, its articles, and the origins that they come from.</summary>
public sealed record CoverageBar(int Slot, DateOnly Day, int Articles, int Origins);
