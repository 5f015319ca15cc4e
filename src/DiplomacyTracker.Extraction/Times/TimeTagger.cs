using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>
/// Finds Indonesian temporal expressions and reads them at the precision that their words state. Relative ones are resolved against the publication;
/// without one they are found and carry no value.
/// </summary>
public static class TimeTagger
{
    private const int ContextLength = 40;
    private const int NearYears = 7;

    // A day at the calendar's ends is nobody's day of writing, and what counts from it would leave the calendar.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    // Of readings of the same words, the rule that stands first here wins.
    internal static readonly TimeRule[] Rules = [.. TimeRules.All, .. RelativeRules.All, .. DurationRules.All, .. MonthRules.Bare];
    private static readonly TimeScanner Scanner = new(Rules);

    /// <summary>Expressions of one part of an article, in order, not overlapping.</summary>
    public static IReadOnlyList<TimeExpression> Find(string text, TextPart part, DateTimeOffset? publishedAt)
    {
        DateOnly? published = publishedAt is { Year: > FirstYear and < LastYear } at ? DateOnly.FromDateTime(at.DateTime) : null;
        var matches = Scanner.Matches(text).ToList();
        var found = Read(matches, text, published, null);
        // Where nobody says when the article appeared, its own dates do.
        if (published is null && AnchorOf(found) is { } anchor)
        {
            found = Read(matches, text, anchor.IsOwnDay ? anchor.Day : null, anchor.Day);
        }
        return Express(text, part, Choose(found), published);
    }

    /// <summary>
    /// A day near which the article was written. One that stands with its weekday is a day of the article's own, the latest of them the day of its telling;
    /// a weekday with day and month fits one year in six or so, and an article names no year that is still far.
    /// </summary>
    private static (DateOnly Day, bool IsOwnDay)? AnchorOf(List<Found> found)
    {
        var days = found.Where(one => one.Value.Interval is { IsDay: true, YearInferred: false, From.Year: > FirstYear and < LastYear } && one.Value.Flag is null).OrderBy(one => one.Start).ToList();
        if (days.Where(one => TimeRules.Text(one.Match, "w").Length > 0).Select(one => one.Value.Interval!.From).Max() is { } own)
        {
            return (own, true);
        }
        if (days.Count > 0)
        {
            return (days[0].Value.Interval!.From!.Value, false);
        }
        var lastYear = found.Where(one => one.Value.Interval is { Precision: DatePrecision.Year, From.Year: < LastYear }).Select(one => one.Value.Interval!.From!.Value.Year).DefaultIfEmpty().Max();
        foreach (var one in found.Where(one => lastYear > 0 && one.Value is { Value: null, Flag: null } && TimeRules.Text(one.Match, "w").Length > 0))
        {
            var month = TimeRules.Text(one.Match, "m") is { Length: > 0 } word ? TimeLexicon.MonthNumber(word) : TimeRules.Number(one.Match, "mo");
            for (var year = lastYear; year < lastYear + NearYears; year++)
            {
                if (CalendarMath.Day(year, month, TimeRules.Number(one.Match, "d")) is { } day && day.DayOfWeek == TimeLexicon.WeekdayOf(TimeRules.Text(one.Match, "w")))
                {
                    return (day, true);
                }
            }
        }
        return null;
    }

    private static List<Found> Read(List<(int Rule, Match Match)> matches, string text, DateOnly? published, DateOnly? anchor)
    {
        var found = new List<Found>(matches.Count);
        foreach (var (rule, match) in matches)
        {
            Add(found, text, published, anchor, match, rule);
        }
        return found;
    }

    private static void Add(List<Found> found, string text, DateOnly? published, DateOnly? anchor, Match match, int rule)
    {
        var start = Rules[rule].StartOf(match);
        var end = match.Index + match.Length;
        // "2 Juni.": the stop of an abbreviated month inside a date belongs to it, one at its end to the sentence.
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '.'))
        {
            end--;
        }
        start = SkipLeadingWords(text, start, end);
        var context = new TimeContext(published, text[Math.Max(0, start - ContextLength)..start], anchor);
        if (!TimeScanner.CutsAWord(text, start) && !TimeScanner.CutsAWord(text, end) && !IsNumberElsewhere(text, start, end) && Rules[rule].Resolve(match, context) is { } value)
        {
            found.Add(new Found(start, end, rule, value, match));
        }
    }

    // "pada hari Rabu", "tahun 1955": the bare nouns say nothing about the value.
    private static int SkipLeadingWords(string text, int start, int end)
    {
        foreach (var word in (string[])["hari ", "tahun "])
        {
            if (end - start > word.Length && text.AsSpan(start).StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && !text.AsSpan(start + word.Length).StartsWith("ini", StringComparison.OrdinalIgnoreCase)
                && (char.IsDigit(text[start + word.Length]) || char.IsUpper(text[start + word.Length])))
            {
                return start + word.Length;
            }
        }
        return start;
    }

    // A digit that goes on into a bigger number, an amount or a code is no date: "1.2025", "2025,5", "5/6/VII".
    private static bool IsNumberElsewhere(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        var afterThat = end + 1 < text.Length ? text[end + 1] : ' ';
        return (char.IsDigit(text[start]) && (before is '.' or ',' or '/' or '$' or '-' or '–' && start > 1 && char.IsDigit(text[start - 2])))
            || (char.IsDigit(text[end - 1]) && after is '.' or ',' or '/' or '%' && (char.IsDigit(afterThat) || after is '/' or '%'))
            || (char.IsDigit(text[start]) && before is '$' or '#');
    }

    // The longest reading of the words wins; of equals, the more particular rule.
    private static List<Found> Choose(List<Found> found)
    {
        var chosen = new List<Found>();
        var taken = new bool[found.Count == 0 ? 0 : found.Max(one => one.End)];
        foreach (var one in found.OrderByDescending(one => one.End - one.Start).ThenBy(one => one.Rule).ThenBy(one => one.Start))
        {
            var words = taken.AsSpan(one.Start, one.End - one.Start);
            if (!words.Contains(true))
            {
                words.Fill(true);
                chosen.Add(one);
            }
        }
        chosen.Sort((a, b) => a.Start.CompareTo(b.Start));
        return chosen;
    }

    // "sehari sebelumnya" counts from the day that was spoken of last, of several days from the one on its side, else from the publication.
    private static List<TimeExpression> Express(string text, TextPart part, List<Found> chosen, DateOnly? published)
    {
        var (first, last) = (published, published);
        var expressions = new List<TimeExpression>(chosen.Count);
        foreach (var one in chosen)
        {
            var read = one.Value.Shift is { } shift && (shift.Number < 0 ? first : last) is { } day && shift.Behind(day) is { } value ? one with { Value = value } : one;
            expressions.Add(Express(text, part, read));
            if (read.Value.Interval is { Precision: DatePrecision.Day or DatePrecision.DayRange, From: { } from, To: { } to })
            {
                (first, last) = (from, to);
            }
        }
        return expressions;
    }

    private static TimeExpression Express(string text, TextPart part, Found one)
    {
        var (start, interval) = (one.Start, one.Value.Interval);
        var edtf = interval is null ? null : CalendarMath.Edtf(interval.From, interval.To);
        if (interval is { From: { } from, To: { } to } && OpenWord(text, start) is { } open)
        {
            // "sejak 1 September hingga 15 Oktober" is closed at both ends.
            if (open.Since && one.Value.Value?.Contains('/', StringComparison.Ordinal) == true)
            {
                start = open.Start;
            }
            else if (open.Since)
            {
                (start, interval) = (open.Start, interval with { To = null });
                edtf = CalendarMath.Edtf(from, to).Split('/')[0] + "/..";
            }
            else
            {
                interval = interval with { From = null };
                edtf = "../" + CalendarMath.Edtf(from, to).Split('/')[^1];
            }
        }
        return new TimeExpression(new TextSpan(part, start, one.End), text[start..one.End], one.Value.Kind, one.Value.Value, edtf, interval, one.Value.Flag);
    }

    /// <summary>A word that opens one end: "sejak" belongs to the expression, "hingga" stands outside it.</summary>
    private static (int Start, bool Since)? OpenWord(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 10), Math.Min(10, start));
        foreach (var (word, since) in ((string, bool)[])[("sejak ", true), ("mulai ", true), ("hingga ", false), ("sampai ", false), ("sebelum ", false)])
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (start == word.Length || !char.IsLetter(text[start - word.Length - 1])))
            {
                return (start - word.Length, since);
            }
        }
        return null;
    }

    private sealed record Found(int Start, int End, int Rule, TimeValue Value, Match Match);
}
