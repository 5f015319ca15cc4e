using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Text;

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
        var sentence = report.Content.Sentence;
        var (first, last) = sentence.Contains(span) ? (sentence.Start, sentence.End) : (span.Start, span.End);
        var start = Math.Clamp(Math.Max(first, AtSpaceBefore(text, span.Start - Around)), 0, text.Length);
        var end = Math.Clamp(Math.Min(last, AtSpaceAfter(text, span.End + Around)), start, text.Length);
        return text[start..end].Trim();
    }

    private static string TextOf(EventReport report, TextPart part) =>
        part == TextPart.Headline ? report.Article!.Headline ?? "" : report.Article!.Body;

    private static int AtSpaceBefore(string text, int at) => at <= 0 ? 0 : text.LastIndexOf(' ', Math.Min(at, text.Length - 1)) + 1;

    private static int AtSpaceAfter(string text, int at) =>
        at >= text.Length ? text.Length : text.IndexOf(' ', at) is var space && space < 0 ? text.Length : space;
}
