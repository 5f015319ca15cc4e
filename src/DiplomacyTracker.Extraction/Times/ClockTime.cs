using System.Globalization;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>TIMEX3's writing of a clock time with the zone that the words name.</summary>
internal static class ClockTime
{
    public static string Of(int hour, int minute, string dayPart, string zone)
    {
        if (hour < 12 && dayPart.ToLowerInvariant() is "siang" or "sore" or "petang" or "malam" && !(dayPart.Equals("siang", StringComparison.OrdinalIgnoreCase) && hour > 9))
        {
            hour += 12;
        }
        var offset = zone.ToUpperInvariant() switch
        {
            "WIB" => "+07:00",
            "WITA" => "+08:00",
            "WIT" => "+09:00",
            "GMT" => "+00:00",
            // "waktu setempat" and silence name no zone: none is made up.
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}{offset}");
    }
}
