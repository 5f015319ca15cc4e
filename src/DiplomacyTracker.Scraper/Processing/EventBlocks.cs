using System.Globalization;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>A report's block, and the block before it where that may take the report.</summary>
internal sealed record ReportPlace(string Block, string? Before);

/// <summary>
/// Where a report competes with others: cooperation, meetings among it, and conflict, each within a month. A block is bounded by its period, so that placing a
/// report costs the same however long the archive grows. A meeting of a known series is in the month in which its edition begins, whatever day is told of it.
/// What is told of a month's first week may belong to an event of the month before; that block looks at it too, and takes what its own reports tell.
/// </summary>
internal sealed class EventBlocks(KnowledgeBase knowledge)
{
    private const string MonthFormat = "yyyy-MM";

    // A day that is told of a series' meeting belongs to the edition that begins within so many days of it.
    private const int DaysFromEdition = 45;

    // As far as two tellings of one event may reach over the end of a month: a meeting of some days, or a text that names no day.
    private const int DaysOfEdge = 7;

    private readonly ILookup<string, (int? Edition, DateOnly Begins)> _editions = knowledge.SummitEditions
        .Where(row => DateOnly.TryParseExact(row.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        .ToLookup(row => row.Series, row => (row.Edition, DateOnly.ParseExact(row.From, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public ReportPlace Of(Report report, DateTimeOffset? publishedAt)
    {
        var told = report.Time?.Interval is { } interval ? interval.From ?? interval.To : null;
        var around = told ?? (publishedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null);
        var day = (report.Summit is { } summit ? BeginningOf(summit, told, around) : null) ?? around;
        var kind = report.Type >= EventType.Request ? "conflict" : "cooperation";
        return new ReportPlace(NameOf(kind, day), day is { Day: <= DaysOfEdge } early ? NameOf(kind, early.AddDays(-DaysOfEdge)) : null);
    }

    /// <summary>The block of the month after; null for the block without a month.</summary>
    public static string? After(string block)
    {
        var (kind, month) = (block[..block.IndexOf('/', StringComparison.Ordinal)], block[(block.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? NameOf(kind, first.AddMonths(1)) : null;
    }

    private DateOnly? BeginningOf(SummitReference summit, DateOnly? told, DateOnly? around)
    {
        var editions = summit.Series is { } series ? _editions[series].ToList() : [];
        if (summit.Edition is { } number && editions.FirstOrDefault(row => row.Edition == number) is { Edition: not null } edition)
        {
            return edition.Begins;
        }
        // Without a day, the only edition of the year that is named; else the one nearest to the day.
        var ofYear = editions.FindAll(row => row.Begins.Year == (summit.Year ?? told?.Year));
        return told is null && ofYear.Count == 1 ? ofYear[0].Begins
            : around is { } day && editions.Count > 0 && editions.MinBy(row => Math.Abs(row.Begins.DayNumber - day.DayNumber)) is var nearest
                && Math.Abs(nearest.Begins.DayNumber - day.DayNumber) <= DaysFromEdition ? nearest.Begins
            : null;
    }

    private static string NameOf(string kind, DateOnly? day) => $"{kind}/{day?.ToString(MonthFormat, CultureInfo.InvariantCulture) ?? "undated"}";
}
