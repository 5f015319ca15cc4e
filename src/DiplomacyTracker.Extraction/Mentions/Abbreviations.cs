using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// Abbreviations that the article itself explains: in "Partai Populer (PP)" the bracket is a mention of the same thing, and so is every later "PP".
/// Initials of people whose names are withheld ("berinisial AP") are no names.
/// </summary>
internal sealed class Abbreviations
{
    private readonly Dictionary<string, Candidate> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);

    public Abbreviations(IReadOnlyList<SentenceTokens> sentences, IReadOnlyList<List<Candidate>> chosen)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            var tokens = sentences[i].Tokens;
            for (var k = 0; k + 1 < tokens.Count; k++)
            {
                if (tokens[k].Folded is "berinisial" or "inisial" && tokens[k + 1].IsAllCaps)
                {
                    _initials.Add(tokens[k + 1].Text);
                }
            }
            foreach (var candidate in chosen[i].Where(candidate => candidate.Type is not EntityType.Person && candidate.Count > 1))
            {
                Learn(sentences[i], candidate);
            }
        }
    }

    /// <summary>The candidates of a sentence with those that its abbreviations add, and without withheld names.</summary>
    public List<Candidate> Apply(SentenceTokens sentence, List<Candidate> chosen)
    {
        if (_named.Count == 0 && _initials.Count == 0)
        {
            return chosen;
        }
        var applied = chosen.FindAll(candidate => !(candidate.Count == 1 && _initials.Contains(sentence.Tokens[candidate.First].Text)));
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (!_named.TryGetValue(sentence.Tokens[i].Text, out var named) || _initials.Contains(sentence.Tokens[i].Text))
            {
                continue;
            }
            var at = Candidate.IndexAt(applied, i);
            if (at < 0)
            {
                applied.Add(new Candidate(i, 1, named.Type, Evidence.ShortName, named.Entry, named.FullName));
            }
            else if (applied[at] is { Count: 1, Evidence: Evidence.Model })
            {
                applied[at] = new Candidate(i, 1, named.Type, Evidence.ShortName, named.Entry, named.FullName);
            }
        }
        return applied;
    }

    /// <summary>Whether an abbreviation in brackets begins at a token.</summary>
    public static bool IsExplained(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Text == "(" && tokens[at + 2].Text == ")" && IsAbbreviation(tokens[at + 1]);

    private void Learn(SentenceTokens sentence, Candidate candidate)
    {
        var tokens = sentence.Tokens;
        var at = candidate.End;
        if (!IsExplained(tokens, at))
        {
            return;
        }
        // "KTT ke-6 Komunitas Politik Eropa (EPC)": the bracket is the body's.
        if (candidate.Type == EntityType.Summit && sentence.KnownBefore(at) is { } inside && inside.First > candidate.First
            && inside.Entries.FirstOrDefault(entry => entry.Type == EntityType.Organization) is { } body)
        {
            candidate = new Candidate(inside.First, inside.Count, EntityType.Organization, Evidence.Gazetteer, body);
        }
        var words = string.Join(' ', tokens.Skip(candidate.First).Take(candidate.Count).Select(token => token.Text));
        _named.TryAdd(tokens[at + 1].Text, candidate with { FullName = words });
    }

    private static bool IsAbbreviation(Token token) =>
        token.IsCapitalized && token.Text.Length is > 1 and < 12 && (token.IsAllCaps || token.Text.Count(char.IsUpper) > 1 || token.Text.Length < 9);
}
