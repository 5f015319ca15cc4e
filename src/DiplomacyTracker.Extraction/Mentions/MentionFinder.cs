using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>A mention before linking: its sentence, its tokens, and what the gazetteer knows of it.</summary>
internal sealed record FoundMention(SentenceTokens Sentence, Candidate Candidate, TextSpan Span, string Surface);

/// <summary>Finds the names of one article: gazetteer, patterns and the sequence model propose, the longest name wins, and short forms follow full ones.</summary>
internal sealed class MentionFinder(NameTagger names, SequenceModel model, TitleWords titles)
{
    private readonly ModelNames _modelNames = new(titles);

    public List<FoundMention> Find(ArticleText article, ArticleTokens tokens)
    {
        var read = tokens.Sentences.Select((span, i) => names.Read(span, tokens.Of(i), tokens.FoldedOf(i))).ToList();
        if (IsFragment(article))
        {
            return read.SelectMany(sentence => AsLearned(sentence, model.Guess.Of(read[0].Tokens)).Select(candidate => Found(article, sentence, candidate))).ToList();
        }
        var chosen = read.ConvertAll(sentence => Choose(sentence, Propose(article.Of(sentence.Span.Part), sentence)));
        chosen = Consistency.Apply(read, chosen);
        var abbreviations = new Abbreviations(read, chosen);
        chosen = [.. chosen.Select((candidates, i) => abbreviations.Apply(read[i], candidates))];
        var shortForms = new ShortForms(read, chosen, titles);
        var found = new List<FoundMention>();
        for (var i = 0; i < read.Count; i++)
        {
            List<Candidate> all = [.. chosen[i].Select(candidate => shortForms.AsPerson(read[i], candidate)), .. shortForms.Missing(read[i], chosen[i])];
            foreach (var candidate in all.Count > 1 ? all.OrderBy(candidate => candidate.First) : (IEnumerable<Candidate>)all)
            {
                if (shortForms.Stands(read[i], candidate))
                {
                    found.Add(Found(article, read[i], candidate));
                }
            }
        }
        return found;
    }

    // One line without date and headline is no article but a sentence out of some text: it is read as the public sets label such sentences.
    private static bool IsFragment(ArticleText article) =>
        article.PublishedAt is null && article.Headline is null && article.Blocks.Count == 0 && !article.Body.Contains('\n', StringComparison.Ordinal);

    private static FoundMention Found(ArticleText article, SentenceTokens sentence, Candidate candidate)
    {
        var span = new TextSpan(sentence.Span.Part, sentence.Tokens[candidate.First].Start, sentence.Tokens[candidate.End - 1].End);
        return new FoundMention(sentence, candidate, span, article.Of(span));
    }

    private IEnumerable<Candidate> AsLearned(SentenceTokens sentence, Register register)
    {
        var tags = model.Decode(sentence, names.KnownClasses(sentence), register);
        var behind = 0;
        foreach (var (first, last, type) in SequenceModel.Spans(tags))
        {
            if (first < behind)
            {
                continue;
            }
            // "Komisi Pemilihan Umum (KPU)" is one name where news was labelled, and two where works of reference were.
            behind = register == Register.News && type == EntityType.Organization && Abbreviations.IsExplained(sentence.Tokens, last) ? last + 3 : last;
            var end = behind;
            var entry = sentence.Known.Find(match => match.First == first && match.First + match.Count == end).Entries?
                .FirstOrDefault(entry => entry.Type == type || (type == EntityType.Place && entry is { Type: EntityType.Country, IsSeat: false }));
            yield return new Candidate(first, end - first, entry?.Type ?? type, Evidence.Model, entry);
        }
    }

    private List<Candidate> Propose(string text, SentenceTokens sentence)
    {
        var tags = model.Decode(sentence, names.KnownClasses(sentence), Register.News);
        var proposed = new List<Candidate>();
        proposed.AddRange(SummitPatterns.Find(sentence));
        proposed.AddRange(NamePatterns.Find(sentence, tags));
        proposed.AddRange(_modelNames.Find(sentence, tags));
        foreach (var match in sentence.Known)
        {
            if (GazetteerNames.Resolve(sentence, match, tags) is { } candidate)
            {
                proposed.Add(candidate);
            }
        }
        for (var i = 0; i < proposed.Count; i++)
        {
            if (proposed[i].Type == EntityType.Person)
            {
                proposed[i] = PersonEdges.Widen(sentence, proposed[i], titles);
            }
        }
        var dateline = Dateline.Length(text, sentence);
        return dateline == 0 ? proposed : [.. Dateline.Mend(sentence, dateline, proposed)];
    }

    private static List<Candidate> Choose(SentenceTokens sentence, List<Candidate> proposed)
    {
        var ranked = proposed.ConvertAll(candidate => (Candidate: candidate, Weight: Weight(sentence, candidate)));
        ranked.Sort((a, b) => Compare(b, a));
        var chosen = new List<Candidate>(ranked.Count);
        foreach (var (candidate, _) in ranked)
        {
            if (!chosen.Exists(candidate.Overlaps))
            {
                chosen.Add(candidate);
            }
        }
        return chosen;
    }

    private static int Compare((Candidate Candidate, int Weight) a, (Candidate Candidate, int Weight) b)
    {
        var summit = (a.Candidate.Type == EntityType.Summit).CompareTo(b.Candidate.Type == EntityType.Summit);
        var weight = summit != 0 ? summit : a.Weight.CompareTo(b.Weight);
        var evidence = weight != 0 ? weight : a.Candidate.Evidence.CompareTo(b.Candidate.Evidence);
        return evidence != 0 ? evidence : b.Candidate.First.CompareTo(a.Candidate.First);
    }

    // The longer name wins; of the same words, what is known wins over what is guessed.
    private static int Weight(SentenceTokens sentence, Candidate candidate)
    {
        var length = sentence.Tokens[candidate.End - 1].End - sentence.Tokens[candidate.First].Start;
        return (length * 2) + (candidate.Evidence == Evidence.Gazetteer ? 5 : 0);
    }
}
