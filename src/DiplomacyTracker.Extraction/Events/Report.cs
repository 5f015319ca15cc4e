using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>The sixteen categories of PLOVER (Open Event Data Alliance), cooperative ones first.</summary>
public enum EventType
{
    Consult,
    Agree,
    Support,
    Cooperate,
    Aid,
    Concede,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Sanction,
    Protest,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>How far an event had come when the article was written.</summary>
public enum EventStatus
{
    Reported,
    Planned,
    Held,
    Postponed,
    Cancelled,
}

/// <summary>How somebody takes part in a meeting.</summary>
public enum Attendance
{
    Present,
    Represented,
    Expected,
    Invited,
    Absent,
}

/// <summary>An edition of a series of meetings, or an ad-hoc meeting known by its place ("KTT Paris"). Null parts are what the words do not say.</summary>
public sealed record SummitReference(string? Series, int? Edition, int? Year, string? Place)
{
    /// <summary>Editions, years and places that are both said and differ make two meetings; what is unsaid separates nothing.</summary>
    public bool Excludes(SummitReference other) =>
        (Series is not null && other.Series is not null && Series != other.Series)
        || (Edition is not null && other.Edition is not null && Edition != other.Edition)
        || (Year is not null && other.Year is not null && Year != other.Year)
        || (Place is not null && other.Place is not null && Place != other.Place);
}

/// <summary>One who takes part, with the words that say so. <paramref name="By"/> names who stands in where the state is represented.</summary>
public sealed record ReportedParticipant(EntityLink Entity, EntityType Type, Attendance Attendance, string? Office, EntityLink? By, TextSpan Span);

/// <summary>A number that the article gives for the event: <paramref name="Of"/> is what is counted ("negara", "kepala negara").</summary>
public sealed record ReportedFigure(string Of, decimal Value, bool Approximate, TextSpan Span)
{
    /// <summary>True where the words give the least that it was ("lebih dari 20").</summary>
    public bool IsAtLeast { get; init; }
}

/// <summary>A place with the words that name it. <paramref name="IsCity"/> is true where it is a city, so that two of them cannot both be where something happened.</summary>
/// <param name="Within">The place that is named right behind it and holds it ("Mar-a-Lago, Florida"); null where none is.</param>
public sealed record ReportedPlace(EntityLink Entity, TextSpan Span, bool IsCity = false, EntityLink? Within = null);

/// <summary>One who signed. <paramref name="State"/> is the state that a person signed for, the state itself where no person is named; null where it is not known.</summary>
public sealed record ReportedSignatory(EntityLink Entity, EntityType Type, string? State, TextSpan Span);

/// <summary>A state that holds the meeting, with the words that say so.</summary>
public sealed record ReportedHost(EntityLink Entity, TextSpan Span);

/// <summary>Where an act stands beside a meeting: it prepares it, is done while it is held, or follows it.</summary>
public enum Occasion
{
    Before,
    Beside,
    After,
}

/// <summary>The meeting that an act's words set it beside: "tiga hari setelah KTT Alaska".</summary>
public sealed record ReportedOccasion(Occasion When, SummitReference Meeting, TextSpan Span);

/// <summary>A name or an outcome in the article's words. <paramref name="Key"/> groups renderings of one thing ("declaration-signed").</summary>
public sealed record ReportedWords(string Key, TextSpan Span);

/// <summary>What one article says about one event; every field carries the span of the words that support it.</summary>
/// <param name="Sentence">The sentence that tells the event.</param>
/// <param name="Via">Whom the telling is taken from, nearest first ("AFP"); empty where the outlet itself tells it.</param>
public sealed record Report(
    EventType Type,
    EventStatus Status,
    TextSpan Sentence,
    SummitReference? Summit,
    TimeExpression? Time,
    ReportedPlace? Place,
    IReadOnlyList<EntityLink> Actors,
    IReadOnlyList<EntityLink> Targets,
    IReadOnlyList<ReportedParticipant> Participants,
    IReadOnlyList<ReportedFigure> Figures,
    IReadOnlyList<ReportedWords> Names,
    IReadOnlyList<ReportedWords> Outcomes,
    IReadOnlyList<string> Via)
{
    /// <summary>
    /// True where the words tell no act but only name a place and a day on which the article's states were at work there ("dibongkar di Jenewa pada 23 November"). Such a
    /// report makes no event; it belongs to the one that others tell of that place and day. Its actors are the states that the article is about.
    /// </summary>
    public bool IsReference { get; init; }

    /// <summary>Who holds the meeting; several hold one together.</summary>
    public IReadOnlyList<ReportedHost> Hosts { get; init; } = [];

    /// <summary>What the meeting is about, in the article's words.</summary>
    public IReadOnlyList<ReportedWords> Agenda { get; init; } = [];

    /// <summary>Meetings that it prepares, happens beside or follows.</summary>
    public IReadOnlyList<ReportedOccasion> Occasions { get; init; } = [];

    /// <summary>Who signed what the event led to.</summary>
    public IReadOnlyList<ReportedSignatory> Signatories { get; init; } = [];
}
