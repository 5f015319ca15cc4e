using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>One side of a disagreement about a date.</summary>
public sealed record ToldDate(string Edtf, IReadOnlyList<string> Sources, int Origins);

/// <summary>An event as a timeline shows it.</summary>
public sealed record TimelineEntry
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required string TitleId { get; init; }

    public required string TitleEn { get; init; }

    public required EventType Type { get; init; }

    public required EventStatus Status { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DatePrecision? Precision { get; init; }

    public bool YearInferred { get; init; }

    public string? Edtf { get; init; }

    public string? DateWords { get; init; }

    public DateOnly? SortOn { get; init; }

    public string? Lead { get; init; }

    public long? LeadArticleId { get; init; }

    public string? LeadSource { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public required IReadOnlyList<int> Tally { get; init; }

    public int ArticleCount { get; init; }

    public int SourceCount { get; init; }

    public int OriginCount { get; init; }

    public bool HasOpenDiscrepancy { get; init; }

    /// <summary>The dates that stand against each other; empty where outlets agree.</summary>
    public IReadOnlyList<ToldDate> ToldDates { get; set; } = [];

    public DateTimeOffset ChangedAt { get; init; }

    public long Revision { get; init; }

    /// <summary>How the rail draws the date.</summary>
    public string Sign =>
        ToldDates.Count > 1 ? "split"
        : From is null && To is null ? "undated"
        : To is null ? "open"
        : From is null ? "fading"
        : From == To ? "point"
        : "band";

    public int Days => From is { } from && To is { } to ? to.DayNumber - from.DayNumber + 1 : 1;
}
