using System.Globalization;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>Dates of the reference data: yyyy, yyyy-MM or yyyy-MM-dd, compared at the precision that both have.</summary>
internal static class PartialDate
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static bool IsValid(string date) => DateOnly.TryParseExact(date, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The day that a date names; null where it names only a month or a year, or is empty.</summary>
    public static DateOnly? DayOf(string date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>True where the first lies behind the second for certain; "2024" and "2024-05" are not told apart.</summary>
    public static bool IsAfter(string first, string second)
    {
        var shared = Math.Min(first.Length, second.Length);
        return string.CompareOrdinal(first[..shared], second[..shared]) > 0;
    }
}
