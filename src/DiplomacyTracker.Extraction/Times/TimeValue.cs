using System.Globalization;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>What a rule makes of its words.</summary>
internal sealed record TimeValue(TimeKind Kind, string? Value, DateInterval? Interval, TimeFlag? Flag = null)
{
    public static TimeValue Invalid { get; } = new(TimeKind.Date, null, null, TimeFlag.InvalidDate);

    /// <summary>A relative expression in an article without a date: found, and worth nothing sound.</summary>
    public static TimeValue Unanchored { get; } = new(TimeKind.Date, null, null);

    public static TimeValue Of(DateOnly day, string suffix = "", bool yearInferred = false, TimeFlag? flag = null) =>
        new(TimeKind.Date, CalendarMath.Iso(day) + suffix, new DateInterval(day, day, DatePrecision.Day, YearInferred: yearInferred), flag);

    public static TimeValue Range(DateOnly? from, DateOnly? to, bool yearInferred = false) =>
        from is { } start && to is { } end && start <= end
            ? new(TimeKind.Date, $"{CalendarMath.Iso(start)}/{CalendarMath.Iso(end)}", new DateInterval(start, end, DatePrecision.DayRange, YearInferred: yearInferred))
            : Invalid;

    public static TimeValue Month(int year, int month, bool yearInferred = false) => new(
        TimeKind.Date,
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        new DateInterval(new DateOnly(year, month, 1), CalendarMath.EndOfMonth(year, month), DatePrecision.Month, YearInferred: yearInferred));

    public static TimeValue Year(int year) => new(
        TimeKind.Date, year.ToString("0000", CultureInfo.InvariantCulture), new DateInterval(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year));

    public static TimeValue Week(DateOnly inside)
    {
        var monday = CalendarMath.Monday(inside);
        return new TimeValue(TimeKind.Date, CalendarMath.Week(inside), new DateInterval(monday, monday.AddDays(6), DatePrecision.Week));
    }

    public static TimeValue Weekend(DateOnly inside)
    {
        var monday = CalendarMath.Monday(inside);
        return new TimeValue(TimeKind.Date, CalendarMath.Week(inside) + "-WE", new DateInterval(monday.AddDays(5), monday.AddDays(6), DatePrecision.DayRange));
    }

    /// <summary>The beginning, middle or end of a value that covers a month, a year or a week.</summary>
    public TimeValue Part(string part)
    {
        if (Interval is not { From: { } from, To: { } to })
        {
            return this;
        }
        var (first, last) = Interval.Precision == DatePrecision.Week ? (from, to) : CalendarMath.PartOf(part, from, to);
        return this with
        {
            Value = $"{Value}-{part}",
            Interval = new DateInterval(first, last, Interval.Precision == DatePrecision.Month ? DatePrecision.PartOfMonth : Interval.Precision, YearInferred: Interval.YearInferred),
        };
    }
}
