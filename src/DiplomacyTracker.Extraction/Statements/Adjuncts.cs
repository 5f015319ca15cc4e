using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>What stands in front of a sentence's subject: a dateline, adjuncts of place, time and occasion.</summary>
internal static class Adjuncts
{
    private const int Dateline = 9;
    private const int LongestTime = 6;

    private static readonly WordSet Heads =
    [
        "dalam", "pada", "seperti", "sebagaimana", "kepada", "sementara", "menurut", "di", "ketika", "saat", "setelah", "usai", "seusai", "mengutip", "melansir", "dilansir", "dikutip", "selain", "namun",
        "tetapi", "sebelumnya", "dari", "melalui", "lewat", "meski", "meskipun", "menanggapi", "terkait", "soal", "mengenai", "untuk", "selanjutnya", "kemudian", "lalu", "karena", "oleh", "dengan", "sebelum",
        "merujuk", "berdasarkan", "sejauh", "adapun", "bahkan", "tak", "di samping", "secara", "sejak", "hingga", "atas", "akan", "demikian",
    ];

    /// <summary>The first token behind them, in front of a verb.</summary>
    public static int End(Passage passage, int first, int verb)
    {
        var start = first;
        for (var i = first; i < Math.Min(verb, first + Dateline); i++)
        {
            if (passage.Folded[i] is "-" or "–" or "—" && !passage.IsGlued(i))
            {
                start = i + 1;
            }
        }
        while (start < verb && (Heads.Contains(passage.Tokens[start].Word) || ReportingWords.IsTime(passage.Folded[start]) || IsTimeBefore(passage, start, verb)))
        {
            var comma = passage.Folded.FindIndex(start, verb - start, word => word == ",");
            if (comma < 0)
            {
                // "Namun ia menyatakan", "Sementara itu Manila menyatakan".
                start += start + 1 < verb && passage.Folded[start + 1] is "itu" ? 2 : 1;
                continue;
            }
            start = comma + 1;
        }
        return start;
    }

    // "Sehari sebelumnya, Haaretz menulis", "Beberapa jam kemudian …".
    private static bool IsTimeBefore(Passage passage, int start, int verb)
    {
        for (var i = start; i < Math.Min(verb, start + LongestTime) && passage.Folded[i] != "," && (i == start || !passage.Tokens[i].IsCapitalized); i++)
        {
            if (passage.Folded[i] is "sebelumnya" or "kemudian" or "sesudahnya" or "berselang" or "setelahnya" or "berikutnya")
            {
                return i + 1 < verb && passage.Folded[i + 1] is ",";
            }
        }
        return false;
    }
}
