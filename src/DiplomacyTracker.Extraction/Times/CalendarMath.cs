using System.Globalization;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Days, weeks and months around a day of publication, and their TIMEX3 and EDTF writing.</summary>
internal static class CalendarMath
{
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The year in which a day and month lies nearest to the publication.</summary>
    public static int NearestYear(DateOnly published, int month, int day) => new[] { published.Year, published.Year - 1, published.Year + 1 }
        .Where(year => Day(year, month, day) is not null)
        .OrderBy(year => Math.Abs(Day(year, month, day)!.Value.DayNumber - published.DayNumber))
        .FirstOrDefault(published.Year);

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>The third of a month or of a year that "awal", "pertengahan" and "akhir" name.</summary>
    public static (DateOnly From, DateOnly To) PartOf(string part, DateOnly from, DateOnly to)
    {
        if (to.DayNumber - from.DayNumber < 32)
        {
            return part switch
            {
                "START" => (from, from.AddDays(9)),
                "MID" => (from.AddDays(10), from.AddDays(19)),
                _ => (from.AddDays(20), to),
            };
        }
        return part switch
        {
            "START" => (from, from.AddMonths(4).AddDays(-1)),
            "MID" => (from.AddMonths(4), from.AddMonths(8).AddDays(-1)),
            _ => (from.AddMonths(8), to),
        };
    }

    public static string Edtf(DateOnly? from, DateOnly? to)
    {
        if (from is { } start && to is { } end)
        {
            return start == end ? Iso(start)
                : start.Day == 1 && end == EndOfMonth(start.Year, start.Month) ? start.ToString("yyyy-MM", CultureInfo.InvariantCulture)
                : start is { Day: 1, Month: 1 } && end is { Day: 31, Month: 12 } && start.Year == end.Year ? start.ToString("yyyy", CultureInfo.InvariantCulture)
                : $"{Iso(start)}/{Iso(end)}";
        }
        return from is { } open ? $"{Iso(open)}/.." : $"../{Iso(to!.Value)}";
    }
}
