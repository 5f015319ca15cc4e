using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>The hour that is said right after a date: "Selasa (14/10) pukul 01.00 WIB".</summary>
internal static partial class HourWords
{
    public static TimeOnly? After(string text, int end) =>
        Said().Match(text, end, Math.Min(24, text.Length - end)) is { Success: true } match
        && TimeOnly.TryParseExact($"{match.Groups[1].Value.PadLeft(2, '0')}:{match.Groups[2].Value}", "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    [GeneratedRegex(@"\A[\s,)]*(?:pagi|siang|sore|malam)?[\s,]*(?:pukul|jam)\s+(\d{1,2})[.:](\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
