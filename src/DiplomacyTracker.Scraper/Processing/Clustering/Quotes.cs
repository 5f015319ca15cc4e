using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Cuts the words that support a fact out of the article's text.</summary>
internal static class Quotes
{
    private const int Around = 90;

    public static string Words(EventReport report, TextSpan span)
    {
        var text = TextOf(report, span.Part);
        return text[Math.Clamp(span.Start, 0, text.Length)..Math.Clamp(span.End, 0, text.Length)];
    }

    /// <summary>The words with enough of their sentence to be understood alone, cut at spaces.</summary>
    public static string InContext(EventReport report, TextSpan span)
    {
        var text = TextOf(report, span.Part);
        var (first, last) = SentenceAround(report, text, span);
        var start = Math.Clamp(Math.Max(first, AtSpaceBefore(text, span.Start - Around)), 0, text.Length);
        var end = Math.Clamp(Math.Min(last, AtSpaceAfter(text, span.End + Around)), start, text.Length);
        return text[start..end].Trim();
    }

    /// <summary>The words and what stands close around them, inside their sentence.</summary>
    public static string Near(EventReport report, TextSpan span)
    {
        const int Close = 40;
        var text = TextOf(report, span.Part);
        var (first, last) = SentenceAround(report, text, span);
        var start = Math.Clamp(Math.Max(first, span.Start - Close), 0, text.Length);
        return text[start..Math.Clamp(Math.Min(last, span.End + Close), start, text.Length)];
    }

    /// <summary>The zone that the text states for a date.</summary>
    public static string? ZoneAfter(EventReport report, TextSpan span) =>
        TextOf(report, span.Part) is var text && span.End <= text.Length ? ZoneWords.After(text, span.End) : null;

    /// <summary>The hour that the text says right after a date.</summary>
    public static TimeOnly? HourAfter(EventReport report, TextSpan span) =>
        TextOf(report, span.Part) is var text && span.End <= text.Length ? HourWords.After(text, span.End) : null;

    // The telling sentence, or the one that the words stand in where that is another.
    private static (int First, int Last) SentenceAround(EventReport report, string text, TextSpan span)
    {
        var told = report.Content.Sentence;
        if (told.Contains(span))
        {
            return (told.Start, told.End);
        }
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = Math.Clamp(span.End, start, text.Length);
        var first = Math.Max(text.LastIndexOf('\n', Math.Max(0, start - 1)), text.LastIndexOf(". ", Math.Max(0, start - 1), StringComparison.Ordinal) is >= 0 and var stop ? stop + 1 : -1);
        var last = new[] { text.IndexOf('\n', end), text.IndexOf(". ", end, StringComparison.Ordinal) }.Where(at => at >= 0).DefaultIfEmpty(text.Length - 1).Min() + 1;
        return (first + 1, last);
    }

    private static string TextOf(EventReport report, TextPart part) =>
        part == TextPart.Headline ? report.Article!.Headline ?? "" : report.Article!.Body;

    private static int AtSpaceBefore(string text, int at) => at <= 0 ? 0 : text.LastIndexOf(' ', Math.Min(at, text.Length - 1)) + 1;

    private static int AtSpaceAfter(string text, int at) =>
        at >= text.Length ? text.Length : text.IndexOf(' ', at) is var space && space < 0 ? text.Length : space;
}
