using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>A mention before linking: its sentence, its tokens, and what the gazetteer knows of it.</summary>
internal sealed record FoundMention(SentenceTokens Sentence, Candidate Candidate, TextSpan Span, string Surface);

/// <summary>Finds the names of one article: gazetteer, patterns and the sequence model propose, the longest name wins, and short forms follow full ones.</summary>
internal sealed class MentionFinder(NameTagger names, SequenceModel model, TitleWords titles)
{
    // Short words that are capitalised for other reasons; as a short form of somebody they need the full name in the same article.
    private const int ShortestAlone = 4;

    public List<FoundMention> Find(ArticleText article, IReadOnlyList<TextSpan> sentences)
    {
        var read = sentences.Select(span => names.Read(article.Of(span.Part), span)).ToList();
        var chosen = read.ConvertAll(sentence => Choose(sentence, Propose(sentence)));
        var shortForms = new ShortForms(read, chosen);
        var found = new List<FoundMention>();
        for (var i = 0; i < read.Count; i++)
        {
            var all = chosen[i].Concat(shortForms.Missing(read[i], chosen[i])).OrderBy(candidate => candidate.First);
            foreach (var candidate in all.Where(candidate => shortForms.Stands(read[i], candidate)))
            {
                var span = new TextSpan(read[i].Span.Part, read[i].Tokens[candidate.First].Start, read[i].Tokens[candidate.End - 1].End);
                found.Add(new FoundMention(read[i], candidate, span, article.Of(span)));
            }
        }
        return found;
    }

    private List<Candidate> Propose(SentenceTokens sentence)
    {
        var proposed = new List<Candidate>();
        proposed.AddRange(SummitPatterns.Find(sentence));
        proposed.AddRange(NamePatterns.Find(sentence));
        var tags = model.Decode(sentence.Tokens, sentence.Folded, names.KnownClasses(sentence));
        proposed.AddRange(FromModel(sentence, tags));
        foreach (var match in sentence.Known)
        {
            if (Resolve(sentence, match, tags) is { } candidate)
            {
                proposed.Add(candidate);
            }
        }
        return proposed;
    }

    private static Candidate? Resolve(SentenceTokens sentence, GazetteerMatch match, int[] tags)
    {
        var seat = match.Entries.FirstOrDefault(entry => entry.IsSeat);
        var place = match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Place);
        if (seat is not null && (place is null || Metonyms.IsGovernment(sentence, match.First, match.Count)))
        {
            return new Candidate(match.First, match.Count, EntityType.Country, Evidence.Gazetteer, seat);
        }
        var entry = match.Entries.FirstOrDefault(entry => !entry.IsShort && !entry.IsSeat) ?? match.Entries[0];
        if (entry.Type == EntityType.Summit)
        {
            return null;
        }
        var agency = match.Entries.FirstOrDefault(other => other.Type == EntityType.Organization);
        if (agency is not null && place is not null)
        {
            // The White House and the Kremlin act, or somebody is there.
            entry = IsBehindPreposition(sentence, match.First) ? place : agency;
        }
        if (entry.IsShort)
        {
            // The model has read the sentence: where it is sure of another kind of name, a short form of a person does not stand.
            return tags[match.First] is 3 or 4 or 5 or 6 ? null : new Candidate(match.First, match.Count, EntityType.Person, Evidence.ShortName, match.Entries.Count(e => e.IsShort) == 1 ? entry : null);
        }
        return new Candidate(match.First, match.Count, entry.Type, Evidence.Gazetteer, entry);
    }

    private IEnumerable<Candidate> FromModel(SentenceTokens sentence, int[] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == SequenceModel.Outside)
            {
                continue;
            }
            var (first, end) = (i, i + 1);
            while (end < tags.Length && tags[end] == tags[i] + (tags[i] % 2))
            {
                end++;
            }
            i = end - 1;
            var type = tags[first] switch { 1 or 2 => EntityType.Person, 3 or 4 => EntityType.Organization, _ => EntityType.Place };
            while (type == EntityType.Person && first < end - 1 && titles.IsTitleWord(sentence.Folded[first]))
            {
                first++;
            }
            while (end > first && !sentence.Tokens[end - 1].IsWord)
            {
                end--;
            }
            if (end > first && sentence.Tokens[first].IsCapitalized && !(end == first + 1 && titles.IsTitleWord(sentence.Folded[first])) && !Vague.IsVague(sentence, first, end))
            {
                yield return new Candidate(first, end - first, type, Evidence.Model);
            }
        }
    }

    private static List<Candidate> Choose(SentenceTokens sentence, List<Candidate> proposed)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in proposed
            .OrderByDescending(candidate => candidate.Type == EntityType.Summit)
            .ThenByDescending(candidate => Weight(sentence, candidate))
            .ThenByDescending(candidate => candidate.Evidence)
            .ThenBy(candidate => candidate.First))
        {
            if (!chosen.Exists(candidate.Overlaps))
            {
                chosen.Add(candidate);
            }
        }
        return chosen;
    }

    // The longer name wins; of the same words, what is known wins over what is guessed.
    private static int Weight(SentenceTokens sentence, Candidate candidate)
    {
        var length = sentence.Tokens[candidate.End - 1].End - sentence.Tokens[candidate.First].Start;
        return (length * 2) + (candidate.Evidence == Evidence.Gazetteer ? 5 : 0);
    }

    private static bool IsBehindPreposition(SentenceTokens sentence, int first) =>
        first > 0 && sentence.Folded[first - 1] is "di" or "ke" or "dari" or "menuju";

    /// <summary>Names of people by their parts: a surname or first name alone names whoever was named in full before or after.</summary>
    private sealed class ShortForms
    {
        private readonly Dictionary<string, Candidate?> _byPart = new(StringComparer.Ordinal);
        private readonly Dictionary<Candidate, SentenceTokens> _home = [];

        public ShortForms(List<SentenceTokens> sentences, List<List<Candidate>> chosen)
        {
            for (var i = 0; i < sentences.Count; i++)
            {
                foreach (var candidate in chosen[i].Where(candidate => candidate.Type == EntityType.Person && candidate.Count > 1))
                {
                    _home[candidate] = sentences[i];
                    AddPart(sentences[i], candidate, candidate.End - 1);
                    AddPart(sentences[i], candidate, candidate.First);
                }
            }
        }

        /// <summary>Single capitalised words that nobody found and that are part of a full name of this article.</summary>
        public IEnumerable<Candidate> Missing(SentenceTokens sentence, List<Candidate> chosen)
        {
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                var token = sentence.Tokens[i];
                if (token.IsCapitalized && token.Text.Length >= ShortestAlone && _byPart.TryGetValue(sentence.Folded[i], out var full) && full is not null
                    && !chosen.Exists(candidate => candidate.First <= i && i < candidate.End))
                {
                    yield return new Candidate(i, 1, EntityType.Person, Evidence.ShortName, full.Entry);
                }
            }
        }

        /// <summary>A short form that is also a common word or very short stands only where the full name is in the article.</summary>
        public bool Stands(SentenceTokens sentence, Candidate candidate) =>
            candidate.Evidence != Evidence.ShortName || candidate.Count > 1 || sentence.Tokens[candidate.First].Text.Length >= ShortestAlone
            || _byPart.ContainsKey(sentence.Folded[candidate.First]) || candidate.Entry is { Name.Length: > 0 } && sentence.Tokens[candidate.First].Text.Length > 1;

        private void AddPart(SentenceTokens sentence, Candidate candidate, int at)
        {
            var part = sentence.Folded[at];
            if (part.Length < 2 || !sentence.Tokens[at].IsCapitalized)
            {
                return;
            }
            // Two people of one name: the part alone names nobody.
            _byPart[part] = _byPart.TryGetValue(part, out var other) && other is not null && NameOf(other) != NameOf(candidate) ? null : candidate;
        }

        private string NameOf(Candidate candidate) =>
            candidate.Entry?.Key ?? string.Join(' ', _home[candidate].Folded.Skip(candidate.First).Take(candidate.Count));
    }
}
