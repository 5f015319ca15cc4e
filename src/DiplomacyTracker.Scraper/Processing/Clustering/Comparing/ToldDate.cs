using System.Globalization;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>The days of an EDTF value, and the moment where its hour is said.</summary>
internal readonly record struct ToldDate(DateInterval Days, DateTime? At)
{
    /// <summary>Whether it gives the first and the last day of several, and not only the part of a month.</summary>
    public bool IsSpan => Days is { Precision: DatePrecision.DayRange, Approximate: false };

    public static ToldDate Of(string edtf)
    {
        var ends = edtf.Split('/');
        var at = edtf.Contains('T', StringComparison.Ordinal) && DateTime.TryParse(edtf, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : (DateTime?)null;
        return new ToldDate(new DateInterval(Day(ends[0], isEnd: false), Day(ends[^1], isEnd: true), PrecisionOf(ends), edtf.Contains('~', StringComparison.Ordinal)), at);
    }

    private static DatePrecision PrecisionOf(string[] ends) => ends.Length > 1 ? DatePrecision.DayRange
        : ends[0].Contains('W', StringComparison.Ordinal) ? DatePrecision.Week
        : ends[0].Split('-').Length switch { 1 => DatePrecision.Year, 2 => DatePrecision.Month, _ => DatePrecision.Day };

    private static DateOnly? Day(string text, bool isEnd)
    {
        var day = text.TrimEnd('~').Split('T')[0];
        if (day is ".." or "")
        {
            return null;
        }
        var parts = day.Split('-');
        var year = Number(parts[0]);
        if (parts.Length == 1)
        {
            return isEnd ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1);
        }
        if (parts[1].StartsWith('W'))
        {
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Number(parts[1][1..]), DayOfWeek.Monday));
            return isEnd ? monday.AddDays(6) : monday;
        }
        var month = Number(parts[1]);
        return parts.Length > 2 ? new DateOnly(year, month, Number(parts[2])) : new DateOnly(year, month, isEnd ? DateTime.DaysInMonth(year, month) : 1);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
