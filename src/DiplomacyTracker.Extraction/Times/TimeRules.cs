using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Rules for calendar dates: days, weekdays with dates, ranges.</summary>
internal static class TimeRules
{
    private const string M = @"(?<m>" + TimeLexicon.Month + @")\b\.?";
    private const string M2 = @"(?<m2>" + TimeLexicon.Month + @")\b\.?";
    private const string W = @"(?<w>" + TimeLexicon.Weekday + @")\b";
    private const string Part = @"(?<p>" + TimeLexicon.DayPart + @")\b";
    private const string Y = @"(?<y>(18|19|20)\d\d)\b";
    private const string Sep = @"(\s?[-–—]\s?|\s+(hingga|sampai dengan|sampai|s/d|s\.d\.?|dan|ke)\s+)";
    private const string Tense = @"(?<t>tahun lalu|tahun ini|tahun depan|lalu|silam|mendatang|nanti|depan|kemarin)\b";
    private const string Clock = @"(,?\s+(pada\s+)?pukul\s+(?<h>\d{1,2})([.:](?<min>\d\d))?(\s+(?<p2>" + TimeLexicon.DayPart + @"))?(\s+(?<z>WIB|WITA|WIT|GMT|waktu setempat))?)?";

    public static readonly TimeRule[] All =
    [
        // 26-28 Oktober 2025; dari 22 sampai 27 September 2025; 30 November hingga 4 Desember 2025
        new("#|tanggal", Needed.Month, $@"(tanggal\s+)?(?<d>\d{{1,2}})(\s+{M}(\s+(?<y1>(19|20)\d\d))?)?{Sep}(?<d2>\d{{1,2}})\s+{M2}(\s+({Y}|{Tense}))?", DayRange),
        new(TimeLexicon.WeekdayStart, Needed.NumericDate, $@"{W}{Sep}(?<w2>{TimeLexicon.Weekday})\s+\((?<d>\d{{1,2}})(/(?<mo1>\d{{1,2}}))?\s?[-–]\s?(?<d2>\d{{1,2}})/(?<mo>\d{{1,2}})(/(?<y>\d{{2,4}}))?\)?", NumericRange),
        new("antara|dari", Needed.Month, $@"(antara|dari)\s+{M}(\s+(?<y1>(19|20)\d\d))?\s+(dan|hingga|sampai)\s+{M2}(\s+{Y})?", MonthRange),
        // Juni-Juli 2026; November 2025 hingga Januari 2026
        new(TimeLexicon.Month, Needed.Month, $@"{M}(\s+(?<y1>(19|20)\d\d))?(\s?[-–]\s?|\s+(hingga|sampai)\s+){M2}(\s+{Y})?", MonthRange),
        // Rabu (7/1/2026) pagi pukul 13.55 WIB
        new("hari|" + TimeLexicon.WeekdayStart, Needed.NumericDate, $@"(hari\s+)?{W}(\s+{Part})?,?\s*\((?<d>\d{{1,2}})[/\-.](?<mo>\d{{1,2}})([/\-.](?<y>\d{{4}}|\d\d))?/?\)(\s+(?<p3>{TimeLexicon.DayPart}))?(\s+{Tense})?{Clock}", NumericDay),
        // Rabu, 7 Januari 2026; hari Senin tanggal 24 November; Selasa malam, 6 Januari
        new("hari|" + TimeLexicon.WeekdayStart, Needed.Month, $@"(hari\s+)?{W}(\s+{Part})?,?\s+\(?(tanggal\s+)?(?<d>\d{{1,2}})\s+{M}(\s+({Y}|{Tense}))?{Clock}", NamedDay),
        new("#|tanggal|tgl", Needed.Month, $@"((tanggal|tgl\.?)\s+)?(?<d>\d{{1,2}})\s+{M}(\s+({Y}|{Tense}))?(\s+{Part})?{Clock}", NamedDay),
        new("tanggal|tgl", Needed.Nothing, @"(tanggal|tgl\.?)\s+(?<d>\d{1,2})\s+bulan\s+(?<rel>ini|lalu|depan)", DayOfRelativeMonth),
        new(TimeRule.Digit, Needed.NumericDate, @"(?<y>\d{4})-(?<mo>\d\d)-(?<d>\d\d)", NumericDay),
        new(TimeRule.Digit, Needed.NumericDate, @"(?<d>\d{1,2})(?<s>[/\-.])(?<mo>\d{1,2})[/\-.](?<y>(19|20)\d\d)", NumericDay),
        new("pukul", Needed.Nothing, $@"pukul\s+(?<h>\d{{1,2}})([.:](?<min>\d\d))?(\s+(?<p2>{TimeLexicon.DayPart}))?(\s+(?<z>WIB|WITA|WIT|GMT|waktu setempat))?(,?\s+((hari\s+)?{W},?\s+)?\(?((?<d>\d{{1,2}})[/\-](?<mo>\d{{1,2}})([/\-](?<y>\d{{4}}|\d\d))?|(?<dd>\d{{1,2}})\s+{M}(\s+(?<y2>(19|20)\d\d))?)\)?)?", TimeOfDay),
    ];

    private static TimeValue? DayRange(Match match, TimeContext context)
    {
        // "15 Desember dan 3 Januari" are two days, "antara 15 Desember dan 3 Januari" is a span.
        if (Text(match, "m").Length > 0 && match.Value.Contains(" dan ", StringComparison.OrdinalIgnoreCase) && !context.Before.EndsWith("antara ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var month2 = TimeLexicon.MonthNumber(Text(match, "m2"));
        var month1 = Text(match, "m") is { Length: > 0 } word ? TimeLexicon.MonthNumber(word) : month2;
        var (day1, day2) = (Number(match, "d"), Number(match, "d2"));
        var saidYear = Number(match, "y");
        if (saidYear == 0 && context.Near is null)
        {
            return TimeValue.Unanchored;
        }
        var year2 = saidYear != 0 ? saidYear : YearBy(Text(match, "t"), context.Near!.Value, month2, day2);
        var year1 = Number(match, "y1") is > 0 and var said ? said : month1 > month2 ? year2 - 1 : year2;
        return TimeValue.Range(CalendarMath.Day(year1, month1, day1), CalendarMath.Day(year2, month2, day2), saidYear == 0);
    }

    private static TimeValue? NumericRange(Match match, TimeContext context)
    {
        var month2 = Number(match, "mo");
        var month1 = Number(match, "mo1") is > 0 and var said ? said : month2;
        var year = YearOf(match, context, month2, Number(match, "d2"));
        return year is null
            ? TimeValue.Unanchored
            : TimeValue.Range(CalendarMath.Day(year.Value, month1, Number(match, "d")), CalendarMath.Day(year.Value, month2, Number(match, "d2")), Text(match, "y").Length == 0);
    }

    private static TimeValue? MonthRange(Match match, TimeContext context)
    {
        var (first, second) = (TimeLexicon.MonthNumber(Text(match, "m")), TimeLexicon.MonthNumber(Text(match, "m2")));
        var year2 = Number(match, "y") is > 0 and var said ? said : context.Near?.Year;
        if (year2 is not { } year)
        {
            return TimeValue.Unanchored;
        }
        var year1 = Number(match, "y1") is > 0 and var earlier ? earlier : first > second ? year - 1 : year;
        var value = string.Create(CultureInfo.InvariantCulture, $"{year1:0000}-{first:00}/{year:0000}-{second:00}");
        return new TimeValue(TimeKind.Date, value, new DateInterval(new DateOnly(year1, first, 1), CalendarMath.EndOfMonth(year, second), DatePrecision.Month));
    }

    private static TimeValue? NumericDay(Match match, TimeContext context)
    {
        var (day, month) = (Number(match, "d"), Number(match, "mo"));
        return YearOf(match, context, month, day) is not { } year ? TimeValue.Unanchored : Finish(match, context, CalendarMath.Day(year, month, day), Text(match, "y").Length == 0);
    }

    private static TimeValue? NamedDay(Match match, TimeContext context)
    {
        var (day, month) = (Number(match, "d"), TimeLexicon.MonthNumber(Text(match, "m")));
        if (Number(match, "y") is > 0 and var said)
        {
            return Finish(match, context, CalendarMath.Day(said, month, day), false);
        }
        if (context.Near is not { } published)
        {
            return TimeValue.Unanchored;
        }
        return Finish(match, context, CalendarMath.Day(YearBy(Text(match, "t"), published, month, day), month, day), true);
    }

    /// <summary>The year of a day and month by the tense word behind them; without one, the year that brings the day nearest to the publication.</summary>
    private static int YearBy(string tense, DateOnly published, int month, int day) => tense.ToLowerInvariant() switch
    {
        "tahun lalu" => published.Year - 1,
        "tahun ini" => published.Year,
        "tahun depan" => published.Year + 1,
        "lalu" or "silam" or "kemarin" => CalendarMath.Day(published.Year, month, day) <= published ? published.Year : published.Year - 1,
        "mendatang" or "nanti" or "depan" => CalendarMath.Day(published.Year, month, day) >= published ? published.Year : published.Year + 1,
        _ => CalendarMath.NearestYear(published, month, day),
    };

    private static TimeValue? DayOfRelativeMonth(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        var month = published.AddMonths(Text(match, "rel").ToLowerInvariant() switch { "lalu" => -1, "depan" => 1, _ => 0 });
        return CalendarMath.Day(month.Year, month.Month, Number(match, "d")) is { } day ? TimeValue.Of(day, yearInferred: true) : TimeValue.Invalid;
    }

    private static TimeValue? TimeOfDay(Match match, TimeContext context)
    {
        if (Number(match, "h") > 24 || Number(match, "min") > 59)
        {
            return null;
        }
        var (dayNumber, month) = Number(match, "dd") > 0 ? (Number(match, "dd"), TimeLexicon.MonthNumber(Text(match, "m"))) : (Number(match, "d"), Number(match, "mo"));
        if (dayNumber > 0)
        {
            var year = Number(match, "y2") is > 0 and var said ? said : YearOf(match, context, month, dayNumber);
            return year is null ? TimeValue.Unanchored : Finish(match, context, CalendarMath.Day(year.Value, month, dayNumber), Text(match, "y").Length + Text(match, "y2").Length == 0);
        }
        return context.Published is { } published ? Finish(match, context, published, false) : new TimeValue(TimeKind.Time, null, null);
    }

    private static int? YearOf(Match match, TimeContext context, int month, int day) => Text(match, "y") switch
    {
        { Length: 4 } year => int.Parse(year, CultureInfo.InvariantCulture),
        { Length: 2 } year => 2000 + int.Parse(year, CultureInfo.InvariantCulture),
        _ => context.Near is { } published ? CalendarMath.NearestYear(published, month, day) : null,
    };

    /// <summary>Adds part of day or clock time, and checks the weekday against the date.</summary>
    private static TimeValue Finish(Match match, TimeContext context, DateOnly? found, bool yearInferred)
    {
        if (found is not { } day)
        {
            return TimeValue.Invalid;
        }
        TimeFlag? flag = Text(match, "w") is { Length: > 0 } weekday && TimeLexicon.WeekdayOf(weekday) != day.DayOfWeek ? TimeFlag.WeekdayMismatch : null;
        if (Text(match, "h") is { Length: > 0 })
        {
            var time = ClockTime.Of(Number(match, "h"), Number(match, "min"), Text(match, "p2"), Text(match, "z"));
            return TimeValue.Of(day, time, yearInferred, flag) with { Kind = TimeKind.Time };
        }
        var part = new[] { "p", "p3", "p2" }.Select(name => Text(match, name)).FirstOrDefault(text => text.Length > 0) ?? "";
        return TimeValue.Of(day, TimeLexicon.DayPartCode(part), yearInferred, flag);
    }

    internal static string Text(Match match, string group) => match.Groups[group].Success ? match.Groups[group].Value : "";

    internal static int Number(Match match, string group) =>
        int.TryParse(Text(match, group), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
