using System.Globalization;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Web.Text;

/// <summary>Days, spans and instants in words, never more precise than what is known.</summary>
public sealed class DateWords(Language language)
{
    private static readonly string[] MonthsId = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    private static readonly string[] MonthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] DaysId = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    private static readonly string[] DaysEn = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthName(day.Month)} {day.Year}");

    public string DayAndMonth(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthName(day.Month)}");

    public string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{MonthName(day.Month)} {day.Year}");

    public string Weekday(DateOnly day) => (language.IsIndonesian ? DaysId : DaysEn)[(int)day.DayOfWeek];

    /// <summary>"7 Jan 2026, 13.55 WIB" in the zone of the page that was published.</summary>
    public string Instant(DateTimeOffset at, string? zone)
    {
        var time = at.ToString(language.IsIndonesian ? "HH.mm" : "HH:mm", CultureInfo.InvariantCulture);
        return $"{Day(DateOnly.FromDateTime(at.DateTime))}, {time} {zone ?? "WIB"}";
    }

    /// <summary>From one day to another, with what they share said once: "26–28 Okt 2025".</summary>
    public string Days(DateOnly from, DateOnly to) =>
        from == to ? Day(from)
        : from.Year != to.Year ? $"{Day(from)} – {Day(to)}"
        : from.Month != to.Month ? $"{DayAndMonth(from)} – {Day(to)}"
        : string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{Day(to)}");

    /// <summary>An interval at the precision of its words.</summary>
    public string Interval(DateOnly? from, DateOnly? to, DatePrecision? precision) => (from, to) switch
    {
        (null, null) => language["tanpa tanggal", "undated"],
        ({ } start, null) => language["sejak ", "since "] + AtPrecision(start, start, precision),
        (null, { } end) => language["sampai ", "until "] + AtPrecision(end, end, precision),
        ({ } start, { } end) => AtPrecision(start, end, precision),
    };

    /// <summary>An EDTF day or interval as claims keep it; what is not of that form is given as it is.</summary>
    public string Edtf(string edtf)
    {
        var ends = edtf.TrimEnd('~').Split('/');
        return TryDay(ends[0], out var from) && TryDay(ends[^1], out var to) ? Days(from, to) : edtf;
    }

    public string PrecisionNote(DatePrecision? precision) => precision switch
    {
        DatePrecision.Month => language["harinya tidak disebut", "day not given"],
        DatePrecision.Year => language["bulannya tidak disebut", "month not given"],
        DatePrecision.Quarter => language["hanya triwulan disebut", "only the quarter is given"],
        DatePrecision.Decade or DatePrecision.Century => language["tahunnya tidak disebut", "year not given"],
        _ => "",
    };

    private string AtPrecision(DateOnly from, DateOnly to, DatePrecision? precision) => precision switch
    {
        DatePrecision.Month => Month(from),
        DatePrecision.Year => from.Year.ToString(CultureInfo.InvariantCulture),
        DatePrecision.Decade => string.Create(CultureInfo.InvariantCulture, $"{from.Year}{language["-an", "s"]}"),
        DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{language["triwulan", "quarter"]} {((from.Month - 1) / 3) + 1} {from.Year}"),
        DatePrecision.PartOfMonth => $"{PartOfMonth(from)} {Month(from)}",
        _ => Days(from, to),
    };

    private string PartOfMonth(DateOnly from) =>
        from.Day <= 5 ? language["awal", "early"] : from.Day <= 15 ? language["pertengahan", "mid"] : language["akhir", "late"];

    private string MonthName(int month) => (language.IsIndonesian ? MonthsId : MonthsEn)[month - 1];

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
