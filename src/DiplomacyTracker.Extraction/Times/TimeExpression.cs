using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Kinds of temporal expression; the first two carry a calendar value.</summary>
public enum TimeKind
{
    Date,
    Time,
    Duration,
    Set,
    Reference,
}

/// <summary>What is wrong with an expression, where something is.</summary>
public enum TimeFlag
{
    WeekdayMismatch,
    InvalidDate,
}

/// <summary>The precision that the words of a date state.</summary>
public enum DatePrecision
{
    Day,
    DayRange,
    Week,
    PartOfMonth,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>
/// Calendar days that an expression may mean, both ends included; a null end is open (EDTF <c>../x</c> and <c>x/..</c>).
/// <paramref name="Approximate"/> is EDTF's <c>~</c>; <paramref name="YearInferred"/> says that the words named no year.
/// </summary>
public sealed record DateInterval(DateOnly? From, DateOnly? To, DatePrecision Precision, bool Approximate = false, bool YearInferred = false)
{
    /// <summary>True where exactly one day is meant.</summary>
    public bool IsDay => From is not null && From == To;

    /// <summary>True where both may mean one day.</summary>
    public bool Meets(DateInterval other) =>
        (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue) && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);

    /// <summary>True where every day of the other is one of its own.</summary>
    public bool Holds(DateInterval other) =>
        (From ?? DateOnly.MinValue) <= (other.From ?? DateOnly.MinValue) && (other.To ?? DateOnly.MaxValue) <= (To ?? DateOnly.MaxValue);
}

/// <summary>
/// A temporal expression. <paramref name="Value"/> is TIMEX3 (<c>2026-01-07</c>, <c>2025-11-END</c>, <c>P3D</c>), null where nothing sound can be said;
/// <paramref name="Edtf"/> the same as an EDTF level 1 interval; <paramref name="Interval"/> its days, null for durations, sets and references.
/// </summary>
public sealed record TimeExpression(
    TextSpan Span,
    string Surface,
    TimeKind Kind,
    string? Value,
    string? Edtf,
    DateInterval? Interval,
    TimeFlag? Flag);
