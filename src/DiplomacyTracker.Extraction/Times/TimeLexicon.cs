using System.Globalization;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>The words of Indonesian dates and what they count for.</summary>
internal static class TimeLexicon
{
    public const string Month =
        "januari|jan|februari|pebruari|feb|peb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agt|agu|ags|ag|september|sept|sep|oktober|okt|november|nopember|nov|nop|desember|desmber|des"
        + "|january|february|march|may|june|july|august|aug|october|oct|december|dec|septembr|agustu|novembr|januri|oktobr|febuari";

    public const string Weekday = "senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad";

    public const string WeekdayStart = "senin|selasa|rabu|kamis|jum|jumat|sabtu|minggu|ahad";

    public const string Number = @"\d{1,3}|" + NumberWords;

    public const string NumberStart = TimeRule.Digit + "|" + NumberWords;

    public const string Unit = "hari|pekan|minggu|bulan|tahun|dekade|abad|jam|menit";

    public const string DayPart = "dini hari|tengah malam|subuh|pagi|siang|sore|petang|malam";

    private const string NumberWords =
        "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|tiga belas|empat belas|lima belas|dua puluh|tiga puluh|empat puluh|lima puluh|enam puluh|seratus";

    private static readonly string[] MonthStarts = ["jan", "feb|peb", "mar", "apr", "mei|may", "jun", "jul", "ag|aug", "sep", "okt|oct", "nov|nop", "des|dec"];

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new()
    {
        ["senin"] = DayOfWeek.Monday,
        ["selasa"] = DayOfWeek.Tuesday,
        ["rabu"] = DayOfWeek.Wednesday,
        ["kamis"] = DayOfWeek.Thursday,
        ["jumat"] = DayOfWeek.Friday,
        ["sabtu"] = DayOfWeek.Saturday,
        ["minggu"] = DayOfWeek.Sunday,
        ["ahad"] = DayOfWeek.Sunday,
    };

    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["satu"] = 1, ["dua"] = 2, ["tiga"] = 3, ["empat"] = 4, ["lima"] = 5, ["enam"] = 6, ["tujuh"] = 7, ["delapan"] = 8, ["sembilan"] = 9, ["sepuluh"] = 10,
        ["sebelas"] = 11, ["dua belas"] = 12, ["tiga belas"] = 13, ["empat belas"] = 14, ["lima belas"] = 15, ["dua puluh"] = 20, ["tiga puluh"] = 30,
        ["empat puluh"] = 40, ["lima puluh"] = 50, ["enam puluh"] = 60, ["seratus"] = 100,
        ["pertama"] = 1, ["kedua"] = 2, ["ketiga"] = 3, ["keempat"] = 4, ["i"] = 1, ["ii"] = 2, ["iii"] = 3, ["iv"] = 4,
    };

    public static int MonthNumber(string word)
    {
        var folded = NormalForm.Fold(word);
        return Array.FindIndex(MonthStarts, starts => starts.Split('|').Any(start => folded.StartsWith(start, StringComparison.Ordinal))) + 1;
    }

    public static DayOfWeek WeekdayOf(string word) => Weekdays[NormalForm.Fold(word).Replace("'", "", StringComparison.Ordinal)];

    public static int NumberOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Numbers.GetValueOrDefault(NormalForm.Fold(word));

    /// <summary>TIMEX3's letters for a part of the day; empty where it has none.</summary>
    public static string DayPartCode(string word) => NormalForm.Fold(word) switch
    {
        "pagi" or "subuh" or "dini hari" => "TMO",
        "siang" or "sore" => "TAF",
        "petang" => "TEV",
        "malam" or "tengah malam" => "TNI",
        _ => "",
    };
}
