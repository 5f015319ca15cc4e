using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>What a meeting is about, in the words that follow "membahas" and the like up to the next clause: "membahas tarif dan rantai pasok".</summary>
internal static class AgendaFinder
{
    private const int FewestWords = 1;
    private const int MostWords = 14;

    private static readonly WordSet Verbs = ["membahas", "membicarakan", "merundingkan", "mendiskusikan"];

    // Where what is talked of ends: a new clause, a place, a time.
    private static readonly WordSet Ends =
        [".", ",", ";", ":", "\"", "“", "”", "(", ")", "pada", "di", "ketika", "saat", "setelah", "sebelum", "sementara", "tetapi", "namun", "sehingga", "agar", "supaya", "karena", "yang", "dalam", "kata", "ujar"];

    // "membahas hal itu", "membahasnya": what is meant stands elsewhere.
    private static readonly WordSet Pointing = ["itu", "ini", "tersebut", "hal"];

    public static IEnumerable<ReportedWords> Find(SentenceView sentence)
    {
        for (var i = sentence.Has(Verbs) ? 0 : sentence.Folded.Count; i < sentence.Folded.Count; i++)
        {
            if (!Verbs.Contains(sentence.Folded[i]) || (i > 0 && sentence.Folded[i - 1] is "tidak" or "tak" or "belum"))
            {
                continue;
            }
            var words = sentence.Tokens.Skip(i + 1).TakeWhile(token => !Ends.Contains(token.Folded)).ToList();
            if (words.Count is >= FewestWords and <= MostWords && !words.Exists(word => Pointing.Contains(word.Folded)))
            {
                yield return new ReportedWords("agenda", new TextSpan(sentence.Span.Part, words[0].Start, words[^1].End));
            }
        }
    }
}
