using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Which month of which year a month's name means, and where a name without a year or a tense word is a month at all.</summary>
internal static class MonthRules
{
    private const string M = @"(?<m>" + TimeLexicon.Month + @")\b\.?";
    private const int LongestLookBack = 230;

    private const string Happenings = "pertemuan|ktt|konferensi|kunjungan|perundingan|putaran|sidang|rapat|pemilu|pemilihan|forum|kesepakatan|perjanjian|gencatan senjata|serangan|insiden|krisis|kudeta|invasi|latihan|edisi"
        + "|deklarasi|resolusi|pembicaraan|dialog|konsultasi|kerusuhan|gempa|reformasi|referendum|laporan|data|pernyataan|pengumuman|keputusan";

    /// <summary>
    /// Bare months: only behind a word that asks for a time, that names what has one ("KTT November"), or behind another month. "Mei" is also a name, "Maret" a university.
    /// </summary>
    public static readonly TimeRule[] Bare =
    [
        new("pada|sejak|hingga|sampai|mulai|selama|di|dari|antara|per|tepatnya|yakni|yaitu|menjelang|memasuki|sepanjang", Needed.Month, $@"(pada|sejak|hingga|sampai|mulai|selama|di|dari|antara|per|tepatnya|yakni|yaitu|menjelang|memasuki|sepanjang)\s+{M}", NamedMonth, "m"),
        new(Happenings, Needed.Month, $@"({Happenings})\s+{M}(?!\s+(?-i:[A-Z]))", NamedMonth, "m"),
        new(TimeLexicon.Month, Needed.Month, $@"({TimeLexicon.Month})\s+(dan|atau|serta)\s+{M}", NamedMonth, "m"),
    ];

    public static TimeValue? NamedMonth(Match match, TimeContext context)
    {
        var month = TimeLexicon.MonthNumber(TimeRules.Text(match, "m"));
        if (TimeRules.Number(match, "y") is > 0 and var said)
        {
            return TimeValue.Month(said, month);
        }
        return context.Near is { } published ? TimeValue.Month(YearOfMonth(published, month, TimeRules.Text(match, "t")), month, yearInferred: true) : TimeValue.Unanchored;
    }

    private static int YearOfMonth(DateOnly published, int month, string tense) => tense.ToLowerInvariant() switch
    {
        "tahun lalu" => published.Year - 1,
        "tahun depan" => published.Year + 1,
        "lalu" or "silam" => month < published.Month ? published.Year : published.Year - 1,
        "mendatang" or "depan" or "nanti" => month > published.Month ? published.Year : published.Year + 1,
        "tahun ini" or "ini" => published.Year,
        // A month of this year that has passed is meant for longer than one that is to come: news looks back.
        _ => new DateOnly(published.Year, month, 15) is var past && past <= published && published.DayNumber - past.DayNumber <= LongestLookBack
            ? published.Year
            : CalendarMath.NearestYear(published, month, 15),
    };
}
