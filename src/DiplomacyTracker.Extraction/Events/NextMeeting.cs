using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>The words of a sentence about a meeting that announce the series' meeting of a year to come: "perjumpaan mereka pada 2026 akan digelar di Ankara".</summary>
internal static class NextMeeting
{
    private static readonly WordSet Meetings = ["pertemuan", "perjumpaan", "ktt", "konferensi", "forum", "sidang"];
    private static readonly WordSet Holding = ["digelar", "diadakan", "diselenggarakan", "dilangsungkan", "berlangsung", "dihelat"];

    /// <summary>From the meeting's word to the end of what is said of it; null where none is announced.</summary>
    public static SentenceView? In(SentenceView sentence, DateTimeOffset publishedAt)
    {
        const int Close = 4;
        foreach (var time in sentence.Times.Where(SentenceView.IsCalendar))
        {
            var at = sentence.IndexOf(time);
            if (time.Interval is not { Precision: DatePrecision.Year, From: { } from } || from.Year <= publishedAt.Year || at <= 0)
            {
                continue;
            }
            var first = sentence.Folded.Take(at).ToList().FindLastIndex(Meetings.Contains);
            if (first >= 0 && at - first <= Close && sentence.Folded.Skip(at).Take(2 * Close).Any(Holding.Contains))
            {
                return sentence.Part(first, sentence.Tokens.Count) with { Times = [time] };
            }
        }
        return null;
    }
}
