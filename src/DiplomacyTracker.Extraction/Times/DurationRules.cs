using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Rules for durations, sets ("setiap Senin") and references to now, then and some day.</summary>
internal static class DurationRules
{
    private const string W = @"(?<w>" + TimeLexicon.Weekday + @")\b";

    private const string OneUnit = "sehari|sepekan|seminggu|sebulan|setahun|sedekade|seabad|sejam";

    public static readonly TimeRule[] All =
    [
        new("setiap|tiap|saban", Needed.Nothing, $@"(setiap|tiap|saban)\s+((?<u>hari|pekan|minggu|bulan|tahun)|{W})", Repeated),
        new(TimeLexicon.NumberStart, Needed.Unit, $@"(?<n>{TimeLexicon.Number})(?<half>\s+setengah)?\s+(?<u>{TimeLexicon.Unit})", Duration),
        new(OneUnit, Needed.Nothing, $@"(?<se>{OneUnit})", Duration),
        new("saat|sekarang|kini|dewasa", Needed.Nothing, @"saat ini|sekarang|kini|dewasa ini", (_, _) => Reference("PRESENT_REF")),
        new("baru|akhir|belakangan|saat|ketika|dahulu", Needed.Nothing, @"baru-baru ini|akhir-akhir ini|belakangan ini|saat itu|ketika itu|dahulu", (_, _) => Reference("PAST_REF")),
        new("ke|kelak|di|dalam", Needed.Nothing, @"ke depan|kelak|di masa depan|dalam waktu dekat", (_, _) => Reference("FUTURE_REF")),
    ];

    private static TimeValue? Repeated(Match match, TimeContext context) => new(
        TimeKind.Set, TimeRules.Text(match, "w").Length > 0 ? $"XXXX-WXX-{(((int)TimeLexicon.WeekdayOf(TimeRules.Text(match, "w")) + 6) % 7) + 1}" : "P1" + Letter(TimeRules.Text(match, "u")), null);

    private static TimeValue? Duration(Match match, TimeContext context)
    {
        var (number, unit) = RelativeRules.NumberAndUnit(match);
        if (number == 0)
        {
            return null;
        }
        var amount = TimeRules.Text(match, "half").Length > 0 ? number + ".5" : number.ToString(CultureInfo.InvariantCulture);
        var isTime = unit is "jam" or "menit";
        return new TimeValue(TimeKind.Duration, $"P{(isTime ? "T" : "")}{amount}{Letter(unit)}", null);
    }

    private static TimeValue Reference(string value) => new(TimeKind.Reference, value, null);

    private static string Letter(string unit) => unit.ToLowerInvariant() switch
    {
        "hari" => "D",
        "pekan" or "minggu" => "W",
        "bulan" or "menit" => "M",
        "jam" => "H",
        "dekade" => "DE",
        "abad" => "CE",
        _ => "Y",
    };
}
