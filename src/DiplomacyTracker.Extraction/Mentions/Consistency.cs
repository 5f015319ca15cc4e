using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// One article means one thing by one name: what the model guessed differently at different places takes the kind that most of them have,
/// and a name that was found once is found wherever it stands.
/// </summary>
internal static class Consistency
{
    // The word for a place in front of a name weighs more than the model's guess.
    private const int PatternWeight = 3;
    private const int ReportingWeight = 2;
    private const int ShortestName = 5;

    // Nowhere reports: what the model took for a place at "di Mureks" is an outlet where "Mureks mencatat bahwa" stands.
    private static readonly WordSet ReportingVerbs = ["mencatat", "melaporkan", "memberitakan", "mewartakan", "melansir", "mengutip"];

    public static List<List<Candidate>> Apply(IReadOnlyList<SentenceTokens> sentences, List<List<Candidate>> chosen)
    {
        var votes = new Dictionary<string, Dictionary<EntityType, int>>(StringComparer.Ordinal);
        var byName = votes.GetAlternateLookup<ReadOnlySpan<char>>();
        var buffer = new char[128];
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var candidate in chosen[i].Where(IsGuess))
            {
                var name = sentences[i].Words(candidate.First, candidate.Count, ref buffer);
                if (!byName.TryGetValue(name, out var byType))
                {
                    byName[name] = byType = [];
                }
                byType[candidate.Type] = byType.GetValueOrDefault(candidate.Type) + (candidate.Evidence == Evidence.Pattern ? PatternWeight : 1);
            }
        }
        if (votes.Count == 0)
        {
            return chosen;
        }
        foreach (var sentence in sentences)
        {
            AddReporters(sentence, byName, ref buffer);
        }
        var types = votes.ToDictionary(vote => vote.Key, vote => vote.Value.OrderByDescending(type => type.Value).ThenBy(type => type.Key).First().Key, StringComparer.Ordinal);
        var longest = types.Keys.Max(name => name.Count(c => c == ' ')) + 1;
        var mended = new List<List<Candidate>>(chosen.Count);
        for (var i = 0; i < chosen.Count; i++)
        {
            mended.Add(Mend(sentences[i], chosen[i], types.GetAlternateLookup<ReadOnlySpan<char>>(), longest, ref buffer));
        }
        return mended;
    }

    private static List<Candidate> Mend(SentenceTokens sentence, List<Candidate> candidates, Dictionary<string, EntityType>.AlternateLookup<ReadOnlySpan<char>> types, int longest, ref char[] buffer)
    {
        var mended = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            mended.Add(IsGuess(candidate) ? candidate with { Type = types[sentence.Words(candidate.First, candidate.Count, ref buffer)] } : candidate);
        }
        var taken = new bool[sentence.Tokens.Count];
        foreach (var candidate in mended)
        {
            taken.AsSpan(candidate.First, candidate.Count).Fill(true);
        }
        for (var i = 0; i < taken.Length; i++)
        {
            for (var count = taken[i] || !sentence.Tokens[i].IsCapitalized ? 0 : Math.Min(longest, Free(taken, i)); count > 0; count--)
            {
                // Places and bodies only: a first name alone may be anybody's.
                if ((count > 1 || sentence.Tokens[i].Text.Length >= ShortestName) && types.TryGetValue(sentence.Words(i, count, ref buffer), out var type) && type is EntityType.Place or EntityType.Organization)
                {
                    mended.Add(new Candidate(i, count, type, Evidence.Model));
                    i += count - 1;
                    break;
                }
            }
        }
        return mended;
    }

    private static bool IsGuess(Candidate candidate) => candidate.Entry is null && candidate.Evidence is Evidence.Model or Evidence.Pattern && candidate.Type != EntityType.Summit;

    private static void AddReporters(SentenceTokens sentence, Dictionary<string, Dictionary<EntityType, int>>.AlternateLookup<ReadOnlySpan<char>> votes, ref char[] buffer)
    {
        for (var i = 1; i + 1 < sentence.Tokens.Count; i++)
        {
            if (!ReportingVerbs.Contains(sentence.Tokens[i].Word) || sentence.Folded[i + 1] != "bahwa")
            {
                continue;
            }
            var first = i;
            while (first > 0 && sentence.Tokens[first - 1].IsCapitalized)
            {
                first--;
            }
            // "Namun Mureks mencatat bahwa": the name may begin behind the first capital.
            for (; first < i; first++)
            {
                if (votes.TryGetValue(sentence.Words(first, i - first, ref buffer), out var byType) && byType.ContainsKey(EntityType.Place))
                {
                    byType[EntityType.Organization] = byType.GetValueOrDefault(EntityType.Organization) + ReportingWeight;
                    break;
                }
            }
        }
    }

    private static int Free(bool[] taken, int start)
    {
        var end = start;
        while (end < taken.Length && !taken[end])
        {
            end++;
        }
        return end - start;
    }
}
