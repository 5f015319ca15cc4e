using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Data.Corrections;

/// <summary>A correction that is in force, and where its words stand in the present text.</summary>
public readonly record struct PlacedCorrection(Correction Correction, TextSpan Span);

/// <summary>Finds the words of corrections again, also after the text has changed around them.</summary>
public static class CorrectionPlacement
{
    /// <summary>How much of the words before and after is kept with a correction, in UTF-16 units.</summary>
    public const int ContextLength = 40;

    /// <summary>Corrections in force with their places, in the order of the text. A later decision wins over an earlier one on the same words.</summary>
    /// <param name="corrections">All rows of one article; revoked ones and revocations are left out here.</param>
    public static IReadOnlyList<PlacedCorrection> Place(IEnumerable<Correction> corrections, string? headline, string body)
    {
        var all = corrections.OrderByDescending(correction => correction.Id).ToList();
        var revoked = all.Where(correction => correction.RevokesId is not null).Select(correction => correction.RevokesId).ToHashSet();
        var placed = new List<PlacedCorrection>();
        foreach (var correction in all.Where(correction => correction.Kind != CorrectionKind.Revocation && !revoked.Contains(correction.Id)))
        {
            var text = correction.Part == TextPart.Headline ? headline ?? "" : body;
            if (Locate(correction, text) is { } span && !placed.Exists(other => other.Span.Overlaps(span)))
            {
                placed.Add(new PlacedCorrection(correction, span));
            }
        }
        placed.Sort((a, b) => (a.Span.Part, a.Span.Start).CompareTo((b.Span.Part, b.Span.Start)));
        return placed;
    }

    /// <summary>
    /// The occurrence of the words whose surroundings agree best with those that were kept; of equals, the nearest to where they stood.
    /// Null where the words are gone, or stand only in surroundings that have nothing in common with the kept ones.
    /// </summary>
    public static TextSpan? Locate(Correction correction, string text)
    {
        (int Agreement, int Distance, int Start)? best = null;
        for (var start = text.IndexOf(correction.Quote, StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf(correction.Quote, start + 1, StringComparison.Ordinal))
        {
            var candidate = (Agreement(correction, text, start), -Math.Abs(start - correction.Start), start);
            if (best is null || candidate.CompareTo(best.Value) > 0)
            {
                best = candidate;
            }
        }
        return best is { } found && (found.Agreement > 0 || correction.Before.Length + correction.After.Length == 0)
            ? new TextSpan(correction.Part, found.Start, found.Start + correction.Quote.Length)
            : null;
    }

    /// <summary>The kept surroundings of a span.</summary>
    public static (string Before, string After) ContextOf(string text, int start, int end) =>
        (text[Math.Max(0, start - ContextLength)..start], text[end..Math.Min(text.Length, end + ContextLength)]);

    private static int Agreement(Correction correction, string text, int start)
    {
        var before = correction.Before;
        var same = 0;
        while (same < before.Length && same < start && before[^(same + 1)] == text[start - same - 1])
        {
            same++;
        }
        var end = start + correction.Quote.Length;
        return same + text.AsSpan(end).CommonPrefixLength(correction.After);
    }
}
