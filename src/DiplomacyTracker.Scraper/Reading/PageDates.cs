using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DiplomacyTracker.Data.Articles;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Reads instants of publication in the forms that outlets write them. Nothing is ever dated by the crawl.</summary>
internal static partial class PageDates
{
    private const int LongestText = 300;
    private const int EarliestYear = 1995;
    private const int LatestYear = 2100;
    private const int BuddhistYears = 543;

    private static readonly FrozenDictionary<string, int> Months = ReadingData.Rows("months.tsv")
        .ToFrozenDictionary(row => row.Word, row => int.Parse(row.Meaning, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <param name="zone">The outlet's: a stamp without a zone is in it.</param>
    /// <param name="monthFirst">Whether 6/7/2025 is a day in June, as in the United States.</param>
    /// <returns>Null where the text holds no date.</returns>
    public static PublishedStamp? Parse(string? text, string zone, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return null;
        }
        text = WithPlainDigits(text);
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }
        return Epoch(text.Trim())
            ?? First(IsoForm().Match(text.Trim()), zone, MonthNumber)
            ?? First(NamedForm().Match(text), zone, MonthOf)
            ?? First(NamedMonthFirstForm().Match(text), zone, MonthOf)
            ?? First(ClockForm().Match(text), zone, MonthOf)
            ?? First(NamedYearFirstForm().Match(text), zone, MonthOf)
            ?? First(NumberedMonthForm().Match(text), zone, MonthNumber)
            ?? Numeric(text, zone, monthFirst)
            ?? First(InnerIsoForm().Match(text), zone, MonthNumber);
    }

    /// <summary>The day that an address carries: /2025/06/18/, /2025-06-18-, /20250618.</summary>
    public static PublishedStamp? InAddress(Uri address, string zone)
    {
        var match = AddressForm().Match(address.AbsolutePath);
        return match.Success ? Stamp(match, Number(match, "y"), match.Groups["m"].Success ? MonthOf(match) : MonthNumber(match), Number(match, "d"), zone) : null;
    }

    // Seconds or milliseconds since 1970.
    private static PublishedStamp? Epoch(string text) =>
        text.Length is 10 or 13 && text[0] == '1' && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PublishedStamp(text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number), "UTC", DateConfidence.Exact)
            : null;

    private static PublishedStamp? First(Match match, string zone, Func<Match, int> month)
    {
        // "Edisi 12 tahun 2025, 18 Juni 2025": a match that is no date may stand before one that is.
        for (; match.Success; match = match.NextMatch())
        {
            if (Stamp(match, Number(match, "y"), month(match), Number(match, "d"), zone) is { } stamp)
            {
                return stamp;
            }
        }
        return null;
    }

    private static PublishedStamp? Numeric(string text, string zone, bool monthFirst)
    {
        for (var match = NumericForm().Match(text); match.Success; match = match.NextMatch())
        {
            var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
            year += match.Groups["y"].Length == 2 ? 2000 : 0;
            var swapped = second > 12 || (monthFirst && first <= 12 && match.Groups["sep"].ValueSpan is "/");
            if (Stamp(match, year, swapped ? first : second, swapped ? second : first, zone) is { } stamp)
            {
                return stamp;
            }
        }
        return null;
    }

    private static int MonthNumber(Match match) => Number(match, "mo");

    private static int MonthOf(Match match) => Months.GetValueOrDefault(match.Groups["m"].Value);

    private static PublishedStamp? Stamp(Match match, int year, int month, int day, string zone)
    {
        if (Day(year, month, day) is not { } on || on.Year is < EarliestYear or > LatestYear)
        {
            return null;
        }
        var hour = HourOf(match);
        var minute = match.Groups["min"].Success ? Number(match, "min") : 0;
        var hasTime = hour is >= 0 and < 24 && minute < 60;
        var second = hasTime && match.Groups["s"].Success ? Math.Min(59, Number(match, "s")) : 0;
        var local = on.ToDateTime(hasTime ? new TimeOnly(hour, minute, second) : new TimeOnly(12, 0));
        var label = hasTime ? PageZones.Of(match.Groups["off"].ValueSpan, match.Groups["z"].Value) ?? zone : zone;
        return new PublishedStamp(new DateTimeOffset(local, Article.OffsetOf(label)), label, hasTime ? DateConfidence.Exact : DateConfidence.Day);
    }

    // Years told from Gregorian ones by their size: Thailand counts from the Buddha, Iran by the sun since the hijra.
    private static DateOnly? Day(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }
        if (year is > 1370 and < 1480)
        {
            return day <= Persian.GetDaysInMonth(year, month) ? DateOnly.FromDateTime(Persian.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
        }
        year -= year is > EarliestYear + BuddhistYears and <= LatestYear + BuddhistYears ? BuddhistYears : 0;
        return year is >= EarliestYear and <= LatestYear && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static readonly PersianCalendar Persian = new();

    private static int HourOf(Match match)
    {
        if (!match.Groups["h"].Success)
        {
            return -1;
        }
        var hour = Number(match, "h");
        return match.Groups["half"].ValueSpan is not [var half, ..] name || hour > 12 ? hour
            : half is 'p' or 'P' || name is "오후" or "午後" or "下午" ? (hour % 12) + 12
            : hour % 12;
    }

    // Arabic, Persian, Indian, Thai and full-width digits.
    private static string WithPlainDigits(string text) => !text.AsSpan().ContainsAnyInRange('\u0660', '\uff19') ? text
        : string.Create(text.Length, text, static (plain, text) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = char.IsDigit(text[i]) ? (char)('0' + (int)char.GetNumericValue(text[i])) : text[i];
            }
        });

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private const string Time = @"(?:[\s,|•·\-–—/@T(،]*(?:(?:pukul|jam|at|um|om|à|a las|alle(?: ore)?|às|ore|ora|kl\.?|klo|u|o|о|в|об)\s+)?(?:(?<half>오후|오전|午後|午前|下午|上午)\s*)?(?<h>\d{1,2})(?:(?:[:.]|\s?h\s?|\s*Uhr\s*)(?<min>\d{2})|[時时点點시]\s*(?<min>\d{1,2})[分분])(?:[:.](?<s>\d{2}))?(?:\.\d+)?\s*(?<half>[ap]\.?\s?m\.?(?![a-z]))?(?:\s*Uhr)?\s*\(?(?:(?:GMT|UTC)\s?(?<off>[+-]\d{1,2}(?::?\d{2})?)|(?<z>[A-Z]{2,4}\b)?\s*(?<off>[+-]\d{2}:?\d{2})?))?";

    // Names with vowel marks, with dots inside (มิ.ย.), of two words (تشرين الثاني), with the Hebrew preposition, and two for one month (حزيران/يونيو).
    private const string Month = @"ב?(?<m>[\p{L}\p{M}]{1,15}(?:\.[\p{L}\p{M}]{1,3}){0,2}(?: الثاني| الأول)?)(?:/[\p{L}\p{M}]+)?";

    [GeneratedRegex(@"^(?<y>\d{4})(?<sep>[-/.]?)(?<mo>\d{2})\k<sep>(?<d>\d{2})(?!\d{3})(?:[T\s,]*(?<h>\d{2})(?::?(?<min>\d{2}))(?::?(?<s>\d{2})(?:[.,]\d+)?)?)?\s*(?<off>[Zz]|[+-]\d{2}:?\d{0,2})?(?<z>[A-Z]{3,4})?|^(?<y>\d{4})[-/](?<mo>\d{1,2})[-/](?<d>\d{1,2})(?!\d)(?:[T\s]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2}))?)?", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20|25)\d{2})(?:[-/]|\.\s?)(?<mo>\d{1,2})(?:[-/]|\.\s?)(?<d>\d{1,2})\.?(?!\d)" + Time, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex InnerIsoForm();

    // 18 Juni 2025 | 20.04 WIB; 18. Juni 2025, 7:30 Uhr; 18 de junio de 2025; Wed, 18 Jun 2025 07:30:00 +0700
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s-]+(?:de\s+|of\s+|d['’])?" + Month + @"\.?,?[\s-]+(?:de\s+|del\s+|พ\.ศ\.\s*|ค\.ศ\.\s*)?(?<y>\d{4})(?!\d)\.?" + Time, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NamedForm();

    // June 18, 2025 at 7:30 p.m. ET
    [GeneratedRegex(@"(?<![\p{L}\p{M}])" + Month + @"\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(?<y>\d{4})(?!\d)" + Time, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NamedMonthFirstForm();

    // Wed Jun 18 07:30:00 UTC 2025
    [GeneratedRegex(@"(?<!\p{L})(?<m>[A-Za-z]{3})\s+(?<d>\d{1,2})\s+(?<h>\d{2}):(?<min>\d{2})(?::(?<s>\d{2}))?\s+(?:(?<z>[A-Z]{2,4})(?<off>[+-]\d{2}:?\d{2})?\s+)?(?<y>\d{4})(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex ClockForm();

    // 2025. június 18. 7:30; 2025 m. birželio 18 d.; 2025. gada 18. jūnijs; 2025 June 18
    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})\.?\s+gada\s+(?<d>\d{1,2})\.\s+" + Month + @"|(?<!\d)(?<y>\d{4})\.?(?:\s+m\.)?\s+" + Month + @"\.?\s+(?<d>\d{1,2})(?!\d)(?:\.|\s+d\.)?" + Time, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NamedYearFirstForm();

    // 2025年6月18日; 2025년 6월 18일; 18 tháng 6 năm 2025
    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?<mo>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]" + Time + @"|(?<!\d)(?<d>\d{1,2})\s+tháng\s+(?<mo>\d{1,2})(?:,|\s+năm)?\s+(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NumberedMonthForm();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})(?<sep>[/.\-])\s?(?<b>\d{1,2})\k<sep>\s?(?<y>\d{4}|\d{2}(?![\d:.]))(?!\d)" + Time, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NumericForm();

    // /2025/06/18/, /2025/jun/18/, /2025/WORLD/06/18/, /20250618
    [GeneratedRegex(@"[/\-_](?<y>20\d{2})(?<sep>[/\-_])(?:(?<mo>\d{1,2})|(?<m>[a-z]{3,9}))\k<sep>(?<d>\d{1,2})(?!\d)|/(?<y>20\d{2})/[A-Za-z_.-]{3,20}/(?<mo>\d{2})/(?<d>\d{2})/|[/\-_](?<y>20\d{2})(?<mo>[01]\d)(?<d>[0-3]\d)(?:\d{6})?(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex AddressForm();
}
