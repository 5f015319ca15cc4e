using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Names of people by their parts: a surname or first name alone names whoever was named in full before or after.</summary>
internal sealed class ShortForms
{
    // Short words that are capitalised for other reasons; as a short form of somebody they need the full name in the same article.
    private const int ShortestAlone = 4;

    private readonly Dictionary<string, Candidate?> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<Candidate, SentenceTokens> _home = new(ReferenceEqualityComparer.Instance);

    public ShortForms(List<SentenceTokens> sentences, List<List<Candidate>> chosen, TitleWords titles)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var candidate in chosen[i].Where(candidate => candidate.Type == EntityType.Person && candidate.Count > 1))
            {
                _home[candidate] = sentences[i];
                AddPart(sentences[i], candidate, candidate.End - 1, titles);
                AddPart(sentences[i], candidate, candidate.First, titles);
            }
        }
    }

    /// <summary>Single capitalised words that nobody found and that are part of a full name of this article.</summary>
    public IEnumerable<Candidate> Missing(SentenceTokens sentence, List<Candidate> chosen)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            if (token.IsCapitalized && (token.Text.Length >= ShortestAlone || IsShortSurname(token)) && _byPart.TryGetValue(sentence.Folded[i], out var full) && full is not null
                && Candidate.IndexAt(chosen, i) < 0)
            {
                yield return new Candidate(i, 1, EntityType.Person, Evidence.ShortName, full.Entry);
            }
        }
    }

    // "Lai", "Xi": the surname of somebody who is known, and no word of the language.
    private bool IsShortSurname(Token token) => token is { IsAllCaps: false, Text.Length: > 1 } && _byPart.GetValueOrDefault(token.Folded)?.Entry is not null
        && !SearchWords.IsStop(token.Word) && !Stemmer.Default.HasRoot(token.Word);

    /// <summary>The same candidate as a person where the model took for something else what is a part of a full name of this article.</summary>
    public Candidate AsPerson(SentenceTokens sentence, Candidate candidate) =>
        candidate is { Count: 1, Evidence: Evidence.Model, Entry: null, Type: EntityType.Organization or EntityType.Place }
        && sentence.Tokens[candidate.First].Text.Length >= ShortestAlone && _byPart.TryGetValue(sentence.Folded[candidate.First], out var full) && full is not null
            ? new Candidate(candidate.First, 1, EntityType.Person, Evidence.ShortName, full.Entry)
            : candidate;

    /// <summary>A short form that is also a common word or very short stands only where the full name is in the article.</summary>
    public bool Stands(SentenceTokens sentence, Candidate candidate) =>
        candidate.Evidence != Evidence.ShortName || candidate.Count > 1 || candidate.FullName is not null || sentence.Tokens[candidate.First].Text.Length >= ShortestAlone
        || _byPart.ContainsKey(sentence.Folded[candidate.First]) || candidate.Entry is { Name.Length: > 0 } && sentence.Tokens[candidate.First].Text.Length > 1;

    private void AddPart(SentenceTokens sentence, Candidate candidate, int at, TitleWords titles)
    {
        var part = sentence.Folded[at];
        if (part.Length < 2 || !sentence.Tokens[at].IsCapitalized || titles.IsTitleWord(part))
        {
            return;
        }
        // Two people of one name: the part alone names nobody.
        _byPart[part] = _byPart.TryGetValue(part, out var other) && other is not null && NameOf(other) != NameOf(candidate) ? null : candidate;
    }

    private string NameOf(Candidate candidate) =>
        candidate.Entry?.Key ?? string.Join(' ', _home[candidate].Folded.Skip(candidate.First).Take(candidate.Count));
}
