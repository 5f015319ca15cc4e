using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>Rules for what is said relative to the publication, and for months, years and other wide values.</summary>
internal static class RelativeRules
{
    private const string M = @"(?<m>" + TimeLexicon.Month + @")\b\.?";
    private const string Y = @"(?<y>(18|19|20)\d\d)\b";
    private const string W = @"(?<w>" + TimeLexicon.Weekday + @")\b";
    private const string Shift = @"(?<r>lalu|kemarin|ini|depan|mendatang|sebelumnya|berikutnya)\b";
    private const string Clock = @"(,?\s+pukul\s+(?<h>\d{1,2})([.:](?<min>\d\d))?(\s+(?<p2>" + TimeLexicon.DayPart + @"))?(\s+(?<z>WIB|WITA|WIT|GMT|waktu setempat))?)?";

    private const string OneUnit = "sehari|sepekan|seminggu|sebulan|setahun";

    public static readonly TimeRule[] All =
    [
        new("bulan|" + TimeLexicon.Month, Needed.Month, $@"(bulan\s+)?{M}\s+({Y}|(?<t>tahun lalu|tahun ini|tahun depan|lalu|silam|ini|nanti|mendatang|depan)\b)", MonthRules.NamedMonth),
        new("bulan", Needed.Month, $@"bulan\s+{M}", MonthRules.NamedMonth),
        new(TimeRule.Digit, Needed.Year, @"(?<mo>\d{1,2})/(?<y>(19|20)\d\d)", (match, _) => TimeRules.Number(match, "mo") is >= 1 and <= 12 and var month ? TimeValue.Month(TimeRules.Number(match, "y"), month) : null),
        new("awal|permulaan|pertengahan|akhir|penghujung", Needed.Nothing, $@"(?<part>awal|permulaan|pertengahan|akhir|penghujung)\s+((bulan\s+)?{M}(\s+({Y}|(?<t>lalu|silam|mendatang|ini|nanti|depan|tahun lalu|tahun ini|tahun depan)\b))?|(tahun\s+)?{Y}|(?<u>tahun|bulan|pekan|minggu)\s+{Shift})", PartOfValue),
        new("akhir", Needed.Nothing, $@"akhir\s+pekan(\s+{Shift})?", Weekend),
        new("kemarin|hari|besok|esok|lusa", Needed.Nothing, $@"(?<k>kemarin lusa|kemarin|hari ini|besok|esok|lusa)(\s+(?<p>{TimeLexicon.DayPart}))?{Clock}", NamedRelativeDay),
        new("pagi|siang|sore|petang|malam|tadi|semalam|nanti", Needed.Nothing, $@"((?<p>pagi|siang|sore|petang|malam)\s+ini|(?<n>tadi malam|semalam|nanti malam|tadi pagi)){Clock}", PartOfToday),
        new(TimeLexicon.NumberStart, Needed.Unit, $@"(?<n>{TimeLexicon.Number})\s+(?<u>hari|pekan|minggu|bulan|tahun|dekade)\s+((yang\s+)?(?<back>lalu|silam)|(?<ahead>lagi|mendatang)|(?<next>ke depan)|(?<last>terakhir|belakangan ini))", Counted),
        new(TimeLexicon.NumberStart, Needed.Unit, $@"(?<n>{TimeLexicon.Number})\s+(?<u>hari|pekan|minggu|bulan|tahun)\s+(?<r>sebelumnya|kemudian|setelahnya|berikutnya)", Anchored),
        new("keesokan|esok|esoknya|hari|bulan|tahun|" + OneUnit, Needed.Nothing, $@"(?<next>(keesokan|esok)\s+hari(nya)?|esoknya)|(?<same>hari|bulan|tahun)\s+yang\s+sama|(?<se>{OneUnit})\s+(?<r>sebelumnya|kemudian|setelahnya|berikutnya)", Anchored),
        new("sejak|dari|antara|periode", Needed.Year, @"(sejak|dari|antara|periode)\s+(tahun\s+)?(?<y>(18|19|20)\d\d)\s+(hingga|sampai|dan)\s+(tahun\s+)?(?<y2>(19|20)\d\d)\b", YearRange),
        new(OneUnit, Needed.Nothing, $@"(?<se>{OneUnit})\s+((yang\s+)?(?<back>lalu|silam)|(?<ahead>lagi|mendatang))", Counted),
        new("pekan|minggu|bulan|tahun", Needed.Nothing, $@"(?<u>pekan|minggu|bulan|tahun)\s+{Shift}", ShiftedUnit),
        new("hari|" + TimeLexicon.WeekdayStart, Needed.Nothing, $@"(hari\s+)?{W}(\s+(?<p>{TimeLexicon.DayPart}))?(\s+((?<u>pekan|minggu)\s+)?(?<r>lalu|silam|ini|depan|mendatang|nanti|kemarin|sebelumnya))?{Clock}", BareWeekday),
        new("#|tahun", Needed.Year, @"(tahun\s+)?(?<y>(18|19|20)\d\d)\s?[-–]\s?(?<y2>(19|20)\d\d)", YearRange),
        new("#|tahun", Needed.Year, @"(tahun\s+)?(?<dec>(18|19|20)\d)0-?an", (match, _) => Decade(TimeRules.Number(match, "dec"))),
        new("tahun", Needed.Year, $@"tahun\s+{Y}", (match, _) => TimeValue.Year(TimeRules.Number(match, "y"))),
        new(TimeRule.Digit, Needed.Year, Y, BareYear),
        new("abad", Needed.Nothing, @"abad\s+ke-?(?<n>\d{1,2})", (match, _) => Century(TimeRules.Number(match, "n"))),
        new("kuartal|triwulan|semester|caturwulan", Needed.Nothing, $@"(?<q>kuartal|triwulan|semester|caturwulan)\s+(ke-?)?(?<n>I{{1,3}}|IV|[1-4]|pertama|kedua|ketiga|keempat)(\s+((tahun\s+)?{Y}|tahun\s+(?<r>ini|lalu|depan)))?", Quarter),
        new("tanggal|tgl", Needed.Nothing, @"(tanggal|tgl\.?)\s+(?<d>\d{1,2})(?![/\-–.:,]?\d)\b", DayAlone),
        new("hut", Needed.Nothing, @"HUT\s+(ke-(?<n>\d{1,3})\s+(RI|Republik Indonesia|Kemerdekaan RI)|(RI|Kemerdekaan RI)\s+ke-(?<n>\d{1,3}))", (match, _) => TimeRules.Number(match, "n") is > 0 and < 200 and var n ? TimeValue.Of(new DateOnly(1945 + n, 8, 17)) : null),
    ];

    private static TimeValue? PartOfValue(Match match, TimeContext context)
    {
        var part = TimeRules.Text(match, "part").ToLowerInvariant() switch { "awal" or "permulaan" => "START", "pertengahan" => "MID", _ => "END" };
        if (TimeRules.Text(match, "m").Length > 0)
        {
            return MonthRules.NamedMonth(match, context)?.Part(part);
        }
        if (TimeRules.Number(match, "y") is > 0 and var year)
        {
            return TimeValue.Year(year).Part(part);
        }
        if (part == "END" && TimeRules.Text(match, "u").ToLowerInvariant() is "pekan")
        {
            return Weekend(match, context);
        }
        return ShiftedUnit(match, context)?.Part(part);
    }

    private static TimeValue? Weekend(Match match, TimeContext context) => context.Published is not { } published
        ? TimeValue.Unanchored
        : TimeValue.Weekend(published.AddDays(7 * Direction(TimeRules.Text(match, "r"))));

    private static TimeValue? NamedRelativeDay(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        var day = published.AddDays(TimeRules.Text(match, "k").ToLowerInvariant() switch { "kemarin lusa" => -2, "kemarin" => -1, "besok" or "esok" => 1, "lusa" => 2, _ => 0 });
        return WithTime(match, day);
    }

    private static TimeValue WithTime(Match match, DateOnly day) => TimeRules.Text(match, "h").Length > 0
        ? TimeValue.Of(day, ClockTime.Of(TimeRules.Number(match, "h"), TimeRules.Number(match, "min"), TimeRules.Text(match, "p2"), TimeRules.Text(match, "z"))) with { Kind = TimeKind.Time }
        : TimeValue.Of(day, TimeLexicon.DayPartCode(TimeRules.Text(match, "p")));

    private static TimeValue? PartOfToday(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        if (TimeRules.Text(match, "h").Length > 0)
        {
            return WithTime(match, TimeRules.Text(match, "n").ToLowerInvariant() is "tadi malam" or "semalam" ? published.AddDays(-1) : published);
        }
        return TimeRules.Text(match, "n").ToLowerInvariant() switch
        {
            "tadi malam" or "semalam" => TimeValue.Of(published.AddDays(-1), "TNI"),
            "nanti malam" => TimeValue.Of(published, "TNI"),
            "tadi pagi" => TimeValue.Of(published, "TMO"),
            _ => TimeValue.Of(published, TimeLexicon.DayPartCode(TimeRules.Text(match, "p"))),
        };
    }

    private static TimeValue? Counted(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        var (number, unit) = NumberAndUnit(match);
        if (TimeRules.Text(match, "next").Length > 0 || TimeRules.Text(match, "last").Length > 0)
        {
            var other = TimeRules.Text(match, "next").Length > 0 ? number : -number;
            return TimeValue.Stretch(unit, published, other);
        }
        var by = TimeRules.Text(match, "back").Length > 0 ? -number : number;
        return TimeShift.From(published, by, unit) is null ? null : unit switch
        {
            "hari" => TimeValue.Of(published.AddDays(by)),
            "pekan" or "minggu" => TimeValue.Week(published.AddDays(7 * by)),
            "bulan" => TimeValue.Month(published.AddMonths(by).Year, published.AddMonths(by).Month),
            "dekade" => TimeValue.Year(published.Year + (10 * by)),
            _ => TimeValue.Year(published.Year + by),
        };
    }

    // "sehari sebelumnya" counts from the expression before it, which the tagger knows.
    private static TimeValue? Anchored(Match match, TimeContext context)
    {
        if (TimeRules.Text(match, "same").Length > 0)
        {
            return TimeValue.Unanchored with { Shift = new TimeShift(0, TimeRules.Text(match, "same").ToLowerInvariant()) };
        }
        if (TimeRules.Text(match, "next").Length > 0)
        {
            return TimeValue.Unanchored with { Shift = new TimeShift(1, "hari") };
        }
        var (number, unit) = NumberAndUnit(match);
        return TimeValue.Unanchored with { Shift = new TimeShift(TimeRules.Text(match, "r").Equals("sebelumnya", StringComparison.OrdinalIgnoreCase) ? -number : number, unit) };
    }

    private static TimeValue? ShiftedUnit(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        var by = Direction(TimeRules.Text(match, "r"));
        return TimeRules.Text(match, "u").ToLowerInvariant() switch
        {
            "pekan" or "minggu" => TimeValue.Week(published.AddDays(7 * by)),
            "bulan" => TimeValue.Month(published.AddMonths(by).Year, published.AddMonths(by).Month),
            _ => TimeValue.Year(published.Year + by),
        };
    }

    private static TimeValue? BareWeekday(Match match, TimeContext context)
    {
        var word = TimeRules.Text(match, "w");
        // "minggu" is a week and "Minggu" a Sunday; in other words a small letter is no weekday either.
        if (!char.IsUpper(word[0]))
        {
            return null;
        }
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        var weekday = TimeLexicon.WeekdayOf(word);
        var shift = TimeRules.Text(match, "r").ToLowerInvariant();
        if (TimeRules.Text(match, "u").Length > 0 || shift == "ini")
        {
            var monday = CalendarMath.Monday(published).AddDays(7 * Direction(shift));
            return WithTime(match, monday.AddDays(((int)weekday + 6) % 7));
        }
        var back = ((int)published.DayOfWeek - (int)weekday + 7) % 7;
        if (shift is "mendatang" or "depan" or "nanti" || (shift.Length == 0 && context.LooksAhead && back != 0))
        {
            return WithTime(match, published.AddDays(back == 0 ? 7 : 7 - back));
        }
        return WithTime(match, published.AddDays(shift is "lalu" or "silam" or "sebelumnya" && back == 0 ? -7 : -back));
    }

    // "tanggal 25": of the month that brings it nearest to the publication.
    private static TimeValue? DayAlone(Match match, TimeContext context)
    {
        if (context.Published is not { } published)
        {
            return TimeValue.Unanchored;
        }
        DateOnly? nearest = null;
        foreach (var month in (DateOnly[])[published.AddMonths(-1), published, published.AddMonths(1)])
        {
            if (CalendarMath.Day(month.Year, month.Month, TimeRules.Number(match, "d")) is { } day
                && (nearest is not { } other || Math.Abs(day.DayNumber - published.DayNumber) < Math.Abs(other.DayNumber - published.DayNumber)))
            {
                nearest = day;
            }
        }
        return nearest is { } found ? TimeValue.Of(found, yearInferred: true) : null;
    }

    private static TimeValue? YearRange(Match match, TimeContext context)
    {
        var (from, to) = (TimeRules.Number(match, "y"), TimeRules.Number(match, "y2"));
        return from >= to ? null : new TimeValue(
            TimeKind.Date,
            string.Create(CultureInfo.InvariantCulture, $"{from}/{to}"),
            new DateInterval(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31), DatePrecision.Year));
    }

    private static readonly string[] NoYearAfter =
        ["nomor ", "no. ", "no ", "pasal ", "resolusi ", "rp ", "us$ ", "usd ", "$", "rp", "no.", "surat ", "kode ", "ayat ", "windows ", "boeing "];

    private static TimeValue? BareYear(Match match, TimeContext context)
    {
        var before = context.Before.ToLowerInvariant();
        return Array.Exists(NoYearAfter, word => before.EndsWith(word, StringComparison.Ordinal)) ? null : TimeValue.Year(TimeRules.Number(match, "y"));
    }

    private static TimeValue Decade(int decade) => new(
        TimeKind.Date, decade.ToString(CultureInfo.InvariantCulture), new DateInterval(new DateOnly(decade * 10, 1, 1), new DateOnly((decade * 10) + 9, 12, 31), DatePrecision.Decade));

    private static TimeValue? Century(int number) => number is < 1 or > 21 ? null : new TimeValue(
        TimeKind.Date, (number - 1).ToString("00", CultureInfo.InvariantCulture),
        new DateInterval(new DateOnly(((number - 1) * 100) + 1, 1, 1), new DateOnly(number * 100, 12, 31), DatePrecision.Century));

    private static TimeValue? Quarter(Match match, TimeContext context)
    {
        var number = TimeLexicon.NumberOf(TimeRules.Text(match, "n"));
        var year = TimeRules.Number(match, "y") is > 0 and var said ? said : context.Published?.Year + Direction(TimeRules.Text(match, "r"));
        var (letter, months) = TimeRules.Text(match, "q").ToLowerInvariant() switch { "semester" => ('H', 6), "caturwulan" => ('T', 4), _ => ('Q', 3) };
        if (year is not { } known || number < 1 || number * months > 12)
        {
            return TimeValue.Unanchored;
        }
        var from = new DateOnly(known, ((number - 1) * months) + 1, 1);
        return new TimeValue(
            TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"{known}-{letter}{number}"), new DateInterval(from, from.AddMonths(months).AddDays(-1), DatePrecision.Quarter));
    }

    internal static (int Number, string Unit) NumberAndUnit(Match match) => TimeRules.Text(match, "se").ToLowerInvariant() is { Length: > 0 } word
        ? (1, word[2..])
        : (TimeLexicon.NumberOf(TimeRules.Text(match, "n")), TimeRules.Text(match, "u").ToLowerInvariant());

    private static int Direction(string shift) => shift.ToLowerInvariant() switch
    {
        "lalu" or "kemarin" or "sebelumnya" => -1,
        "depan" or "mendatang" or "berikutnya" => 1,
        _ => 0,
    };
}
