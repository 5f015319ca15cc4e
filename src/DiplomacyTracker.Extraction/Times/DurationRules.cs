using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Rules for durations, sets ("setiap Senin") and references to now, then and some day.</summary>
internal static class DurationRules
{
    private const string W = @"(?<w>" + TimeLexicon.Weekday + @")\b";

    public static readonly TimeRule[] All =
    [
        new(Trigger.Rare, $@"(setiap|tiap|saban)\s+((?<u>hari|pekan|minggu|bulan|tahun)|{W})", Repeated),
        new(Trigger.UnitLast, $@"(?<n>{TimeLexicon.Number})(?<half>\s+setengah)?\s+(?<u>{TimeLexicon.Unit})|(?<se>sehari|sepekan|seminggu|sebulan|setahun|sedekade|seabad|sejam)", Duration),
        new(Trigger.Reference, @"saat ini|sekarang|kini|dewasa ini", (_, _) => Reference("PRESENT_REF")),
        new(Trigger.Reference, @"baru-baru ini|akhir-akhir ini|belakangan ini|saat itu|ketika itu|dahulu", (_, _) => Reference("PAST_REF")),
        new(Trigger.Reference, @"ke depan|kelak|di masa depan|dalam waktu dekat", (_, _) => Reference("FUTURE_REF")),
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
