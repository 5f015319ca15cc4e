using System.Collections.Frozen;
using System.Globalization;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Zones as stamps write them: offsets of all lengths, and short names.</summary>
internal static class PageZones
{
    private const int FarthestMinutes = 14 * 60;

    private static readonly FrozenDictionary<string, string> Names = ReadingData.Rows("zones.tsv")
        .ToFrozenDictionary(row => row.Word, row => row.Meaning, StringComparer.OrdinalIgnoreCase);

    /// <param name="offset">"Z", "+07:00", "+0700", "+07", "+7" or nothing.</param>
    /// <returns>Null where neither says anything.</returns>
    public static string? Of(ReadOnlySpan<char> offset, string name)
    {
        if (offset is "Z" or "z")
        {
            return "UTC";
        }
        if (offset.Length < 2)
        {
            return Names.TryGetValue(name, out var meant) ? Label(meant) : null;
        }
        var digits = string.Concat(offset[1..].ToString().Where(char.IsAsciiDigit));
        var hours = digits.Length <= 2 ? digits : digits[..^2];
        var minutes = digits.Length <= 2 ? "00" : digits[^2..];
        // No clock is further off than fourteen hours: what is written there is no offset.
        return int.Parse(minutes, CultureInfo.InvariantCulture) is < 60 and var late && (int.Parse(hours, CultureInfo.InvariantCulture) * 60) + late <= FarthestMinutes
            ? Label($"{offset[0]}{hours.PadLeft(2, '0')}:{minutes}")
            : null;
    }

    private static string Label(string offset) => offset switch
    {
        "+07:00" => "WIB",
        "+08:00" => "WITA",
        "+09:00" => "WIT",
        "+00:00" or "-00:00" => "UTC",
        _ => offset,
    };
}
