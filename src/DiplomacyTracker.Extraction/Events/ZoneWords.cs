using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>The zone that a text states for a date or an hour: "Rabu (16/7/2025) WIB", "Sabtu malam waktu Washington", "pukul 00.00 GMT".</summary>
public static partial class ZoneWords
{
    // Words of a date and an hour may stand between it and its zone, the next clause may not.
    private const int Reach = 48;

    /// <summary>The zone that is stated right after a date, as it is written ("WIB", "New York", "setempat"); null where none is.</summary>
    /// <param name="text">The text that the date stands in.</param>
    /// <param name="end">Where the date's words end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies outside the text.</exception>
    public static string? After(string text, int end)
    {
        var after = text.Substring(end, Math.Min(Reach, text.Length - end));
        return Stated().Match(after) is { Success: true } match ? match.Groups["zone"].Value : null;
    }

    [GeneratedRegex(
        @"^[\s,)]*(?:(?:pagi|siang|sore|petang|malam|dini\s+hari|pukul|jam|\([\d/.]+\)|[\d.:]+)[\s,)]*)*(?:(?<zone>WIB|WITA|WIT|GMT|UTC)\b|waktu\s+(?<zone>setempat|(?-i:\p{Lu}[\p{L}.]+(?:\s\p{Lu}\p{L}+)?)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();
}
