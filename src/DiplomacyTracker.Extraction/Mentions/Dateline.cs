namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The place and outlet in front of an article's first sentence: "JAKARTA, KOMPAS.com –", "TEMPO.CO, Jakarta -". The place is a place, the outlet no mention.</summary>
internal static class Dateline
{
    private const int MostTokens = 9;

    /// <summary>The number of tokens that the dateline takes; 0 where the sentence has none.</summary>
    public static int Length(string text, SentenceTokens sentence)
    {
        if (sentence.Span.Start > 0 && text[sentence.Span.Start - 1] != '\n')
        {
            return 0;
        }
        var tokens = sentence.Tokens;
        for (var i = 1; i < Math.Min(tokens.Count, MostTokens); i++)
        {
            if (tokens[i].Text is "-" or "–" or "—")
            {
                var apart = text[tokens[i].Start - 1] == ' ' || (tokens[i].End < text.Length && text[tokens[i].End] is ' ' or '-');
                return apart && sentence.Known.Exists(match => match.First < i) ? i : 0;
            }
            if (!(tokens[i - 1].IsCapitalized || tokens[i - 1].Text is "," or "." or "/" or "(" or ")" || tokens[i - 1].Folded is "com" or "co" or "id" or "news" or "net"))
            {
                return 0;
            }
        }
        return 0;
    }

    /// <summary>What stands of the candidates, given the dateline.</summary>
    public static IEnumerable<Candidate> Mend(SentenceTokens sentence, int length, IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.End > length)
            {
                yield return candidate;
            }
            else if (candidate.Type is EntityType.Country or EntityType.Place)
            {
                var place = sentence.Known.Find(match => match.First == candidate.First && match.Count == candidate.Count).Entries?.FirstOrDefault(entry => entry.Type == EntityType.Place);
                yield return place is null ? candidate : candidate with { Type = EntityType.Place, Entry = place };
            }
        }
    }
}
