using System.Globalization;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>What a rule makes of its words.</summary>
/// <param name="Shift">How far the value lies from the expression before it, where the words count from that.</param>
internal sealed record TimeValue(TimeKind Kind, string? Value, DateInterval? Interval, TimeFlag? Flag = null, TimeShift? Shift = null)
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

    /// <summary>From a day as many units on or back, both ends at the precision of the unit: "enam bulan ke depan", "dua pekan terakhir".</summary>
    public static TimeValue? Stretch(string unit, DateOnly from, int by)
    {
        if (TimeShift.From(from, by, unit) is not { } other)
        {
            return null;
        }
        var (first, last) = other < from ? (other, from) : (from, other);
        var (one, two) = (Unit(unit, first), Unit(unit, last));
        return one.Value == two.Value ? one : new TimeValue(TimeKind.Date, $"{one.Value}/{two.Value}", new DateInterval(one.Interval!.From, two.Interval!.To, one.Interval.Precision));
    }

    /// <summary>The day, week, month or year that a day lies in.</summary>
    public static TimeValue Unit(string unit, DateOnly day) => unit switch
    {
        "hari" => Of(day),
        "pekan" or "minggu" => Week(day),
        "bulan" => Month(day.Year, day.Month),
        _ => Year(day.Year),
    };

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

/// <summary>A number of days, weeks, months or years, negative for back.</summary>
internal readonly record struct TimeShift(int Number, string Unit)
{
    /// <summary>Null where the calendar ends before.</summary>
    public static DateOnly? From(DateOnly day, int number, string unit)
    {
        var (days, months) = unit switch { "hari" => (number, 0), "pekan" or "minggu" => (7 * number, 0), "bulan" => (0, number), "dekade" => (0, 120 * number), _ => (0, 12 * number) };
        var far = (day.Year * 12) + months + (days / 28);
        return far is > 12 * 2 and < 12 * 9990 ? day.AddMonths(months).AddDays(days) : null;
    }

    /// <summary>What the words mean behind a day.</summary>
    public TimeValue? Behind(DateOnly day) => From(day, Number, Unit) is { } shifted ? TimeValue.Unit(Unit, shifted) : null;
}
