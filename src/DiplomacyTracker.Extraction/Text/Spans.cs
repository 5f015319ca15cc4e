namespace DiplomacyTracker.Extraction.Text;

/// <summary>Goes over what stands in an article together with its sentences, both in the order of the text.</summary>
internal static class Spans
{
    /// <summary>Those that lie in a sentence.</summary>
    /// <param name="next">Where in the order this sentence begins at the earliest; moved on for the next one.</param>
    public static List<T> Within<T>(TextSpan sentence, IReadOnlyList<T> all, Func<T, TextSpan> spanOf, ref int next)
    {
        var within = new List<T>();
        for (; next < all.Count && BeginsBeforeEnd(spanOf(all[next]), sentence); next++)
        {
            if (sentence.Contains(spanOf(all[next])))
            {
                within.Add(all[next]);
            }
        }
        return within;
    }

    private static bool BeginsBeforeEnd(TextSpan one, TextSpan sentence) => one.Part < sentence.Part || (one.Part == sentence.Part && one.Start < sentence.End);
}
