using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Who wrote, edited or photographed: "Editor: Prita Anggarwulan", "(KABAR SAMUDRA/Bimo Herlangga)".</summary>
internal static class Signatures
{
    private const int MostNames = 4;

    private static readonly WordSet Roles = ["editor", "penulis", "reporter", "pewarta"];

    /// <summary>The person whose signature begins at a token; null where none does.</summary>
    public static Candidate? At(SentenceTokens sentence, int i, int[] tags)
    {
        var tokens = sentence.Tokens;
        if (tokens[i].Text == "/" && i > 0 && tokens[i - 1].IsCapitalized)
        {
            var last = EndOfName(sentence, i + 1);
            return last < tokens.Count && tokens[last].Text == ")" && IsPerson(sentence, i + 1, last, tags) ? new Candidate(i + 1, last - i - 1, EntityType.Person, Evidence.Pattern) : null;
        }
        // "Pilihan Editor: Siapa Saja yang Menginap" recommends another article.
        if (!tokens[i].IsCapitalized || !Roles.Contains(tokens[i].Word) || i + 1 >= tokens.Count || tokens[i + 1].Text != ":" || (i > 0 && sentence.Folded[i - 1] == "pilihan"))
        {
            return null;
        }
        var end = EndOfName(sentence, i + 2);
        return end > i + 3 ? new Candidate(i + 2, end - i - 2, EntityType.Person, Evidence.Pattern) : null;
    }

    private static int EndOfName(SentenceTokens sentence, int first)
    {
        var end = first;
        while (end < sentence.Tokens.Count && end < first + MostNames && sentence.Tokens[end] is { IsWord: true, IsCapitalized: true, IsAllCaps: false } && !PersonSpans.EndsAPerson(sentence.Tokens[end].Word))
        {
            end++;
        }
        return end;
    }

    // "(AFP/Getty Images)", "(Setpres/Biro Pers)"
    private static bool IsPerson(SentenceTokens sentence, int first, int end, int[] tags)
    {
        for (var i = first; i < end && end - first > 1; i++)
        {
            if (tags[i] is 1 or 2 || NameLexicon.Default.IsPersonName(sentence.Tokens[i].Word))
            {
                return true;
            }
        }
        return false;
    }
}
