using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Days that a clause lists for as many acts of one kind: "mereka berhadapan pada 16 Mei dan 2 Juni" tells two meetings. Days that follow one another are one act's.</summary>
internal static class ListedDays
{
    private const string And = " dan ";

    private static readonly WordSet Separators = [",", "dan", "serta", "lalu"];

    /// <summary>The clause once for each of its listed days; the clause itself where it lists none.</summary>
    public static IEnumerable<SentenceView> Each(SentenceView clause)
    {
        if (clause.Times.Count == 0 || (clause.Times.Count == 1 && !clause.Times[0].Surface.Contains(And, StringComparison.OrdinalIgnoreCase)))
        {
            return [clause];
        }
        var days = clause.Times.Where(SentenceView.IsCalendar).OrderBy(time => time.Span.Start).SelectMany(Apart).ToList();
        return days.Count > 1 && days.TrueForAll(time => time.Interval!.IsDay) && AreListed(clause, days)
            ? days.Select(day => clause with { Times = [day] })
            : [clause];
    }

    /// <summary>Whether nothing but separators stands between two expressions.</summary>
    public static bool AreListed(SentenceView view, TimeExpression one, TimeExpression next)
    {
        var first = view.Tokens.FindIndex(token => token.Start >= one.Span.End);
        return first > 0 && view.Tokens.Skip(first).TakeWhile(token => token.Start < next.Span.Start).All(token => Separators.Contains(token.Folded));
    }

    private static bool AreListed(SentenceView clause, List<TimeExpression> days) => days.Zip(days.Skip(1)).All(pair =>
        Math.Abs(pair.Second.Interval!.From!.Value.DayNumber - pair.First.Interval!.From!.Value.DayNumber) > 1 && AreListed(clause, pair.First, pair.Second));

    // "16 Mei dan 2 Juni" is read as one expression.
    private static IEnumerable<TimeExpression> Apart(TimeExpression time)
    {
        var at = time.Surface.IndexOf(And, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || time.Interval is not { From: { } from, To: { } to } interval || to.DayNumber - from.DayNumber < 2)
        {
            return [time];
        }
        return
        [
            Day(time, interval, from, new TextSpan(time.Span.Part, time.Span.Start, time.Span.Start + at), time.Surface[..at]),
            Day(time, interval, to, new TextSpan(time.Span.Part, time.Span.Start + at + And.Length, time.Span.End), time.Surface[(at + And.Length)..]),
        ];
    }

    private static TimeExpression Day(TimeExpression whole, DateInterval interval, DateOnly day, TextSpan span, string surface)
    {
        var value = CalendarMath.Iso(day);
        return whole with { Span = span, Surface = surface, Value = value, Edtf = value, Interval = interval with { From = day, To = day, Precision = DatePrecision.Day } };
    }
}
