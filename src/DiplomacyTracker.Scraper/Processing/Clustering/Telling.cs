using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>A report as clustering sees it: what decides, and what stays the same however often it is stored.</summary>
internal sealed record Telling(
    long ReportId,
    long ArticleId,
    string ArticleKey,
    int Ordinal,
    EventType Type,
    EventStatus Status,
    ReportFeatures Features,
    DateTimeOffset? PublishedAt,
    string? PublishedZone,
    long? ReprintOfId,
    string Digest,
    long? EventId,
    string? Why)
{
    // An article that names no day tells of something near its own publication.
    private const int DaysAroundPublication = 6;

    // A longer span is no meeting's: "pada 16 Mei dan 2 Juni" are two.
    private const int LongestMeeting = 21;

    /// <summary>The days that it may mean; null where neither the words nor the page have a date.</summary>
    public DateInterval? Window { get; } = Features.Date ?? Around(PublishedAt?.ToOffset(Article.OffsetOf(PublishedZone)));

    /// <summary>True where it says that a day is off; another day may come.</summary>
    public bool IsMoved => Status == EventStatus.Postponed && IsDated;

    public bool IsDated => Features.Date is not null;

    public bool IsPrecise => Features.Date is { From: { } from, To: { } to, Precision: DatePrecision.Day or DatePrecision.DayRange } && to.DayNumber - from.DayNumber <= LongestMeeting;

    /// <summary>True where it tells all the days of something that took several.</summary>
    public bool IsWhole => IsPrecise && Features.Date!.Precision == DatePrecision.DayRange;

    /// <summary>The meeting with the year that its date has, so that next year's meeting is another one.</summary>
    public SummitReference? Summit { get; } = Features.Summit is { Year: null } summit && Features.Date is { From: { } from, To: { } to } && from.Year == to.Year
        ? summit with { Year = from.Year }
        : Features.Summit;

    /// <summary>The states among its actors, whose keys are two letters; people stand for theirs.</summary>
    public HashSet<string> Parties { get; } = Features.Actors.Where(key => key.Length == 2).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text and what it tells: copies of one text tell the same thing once.</summary>
    public string Told { get; } = $"{ReprintOfId ?? ArticleId} {Type} {Status} {Features.Date} {Features.Place} {string.Join(' ', Features.Actors)}";

    /// <summary>Its turn to be placed: what refers to others last, before it the vague and the nameless.</summary>
    public int Rank =>
        (Features.IsReference ? 64 : 0) + (IsPrecise ? 0 : 32) + (Summit is { Series: null } ? 16 : 0) + (IsWhole ? 0 : 8) + (IsDated ? 0 : 4)
        + (Features.Summit?.Edition is null ? 2 : 0) + (Features.Place is null ? 1 : 0);

    public DateOnly Begins => Features.Date?.From ?? DateOnly.MaxValue;

    public DateTimeOffset Published => PublishedAt ?? DateTimeOffset.MaxValue;

    /// <summary>Whether clustering sees the same in both; the features of a stored report never change.</summary>
    public bool IsAlike(Telling other) =>
        (ReportId, ArticleKey, Ordinal, Type, Status, Digest) == (other.ReportId, other.ArticleKey, other.Ordinal, other.Type, other.Status, other.Digest)
        && (PublishedAt, PublishedZone, ReprintOfId) == (other.PublishedAt, other.PublishedZone, other.ReprintOfId);

    /// <summary>One order for all time: publication, then the article's own key.</summary>
    public static IOrderedEnumerable<Telling> InOrder(IEnumerable<Telling> tellings) => tellings
        .OrderBy(telling => telling.Published).ThenBy(telling => telling.ArticleKey, StringComparer.Ordinal).ThenBy(telling => telling.Ordinal);

    private static DateInterval? Around(DateTimeOffset? published) => published is { } at
        ? new DateInterval(DateOnly.FromDateTime(at.DateTime).AddDays(-DaysAroundPublication), DateOnly.FromDateTime(at.DateTime).AddDays(DaysAroundPublication), DatePrecision.Week)
        : null;
}
