using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Finds direct and reported speech with its speaker and the chain through which the article knows it.</summary>
public sealed class StatementFinder(ProvenanceFinder provenance)
{
    private const int ShortestQuote = 12;
    private const int NearWords = 8;

    public IReadOnlyList<Statement> Find(ArticleText article, IReadOnlyList<TextSpan> sentences, IReadOnlyList<Mention> mentions)
    {
        var found = new List<Statement>();
        var quotes = new List<TextSpan>();
        foreach (var sentence in sentences)
        {
            var inside = mentions.Where(mention => sentence.Contains(mention.Span)).ToList();
            foreach (var quote in QuotesIn(article.Of(sentence.Part), sentence))
            {
                quotes.Add(quote);
                found.Add(Direct(article, sentence, quote, inside, mentions));
            }
            if (!quotes.Exists(sentence.Overlaps) && Indirect(article, sentence, inside, mentions) is { } indirect)
            {
                found.Add(indirect);
            }
        }
        return found;
    }

    /// <summary>Words between quotation marks; an unclosed mark ends with its sentence.</summary>
    private static IEnumerable<TextSpan> QuotesIn(string text, TextSpan sentence)
    {
        var open = -1;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var c = text[i];
            if (open < 0 && c is '“' or '"')
            {
                open = i + 1;
            }
            else if (open >= 0 && c is '”' or '"')
            {
                if (i - open >= ShortestQuote)
                {
                    yield return new TextSpan(sentence.Part, open, i);
                }
                open = -1;
            }
        }
        if (open >= 0 && sentence.End - open >= ShortestQuote)
        {
            yield return new TextSpan(sentence.Part, open, sentence.End);
        }
    }

    private Statement Direct(ArticleText article, TextSpan sentence, TextSpan quote, List<Mention> inside, IReadOnlyList<Mention> all)
    {
        var text = article.Of(sentence.Part);
        var after = Tokenizer.Tokenize(text, quote.End, sentence.End).Take(NearWords).ToList();
        var verb = after.Find(token => ReportingVerbs.Following.Contains(NormalForm.Fold(token.Text)) || ReportingVerbs.Introducing.Contains(NormalForm.Fold(token.Text)));
        Mention? speaker;
        if (verb.Text is not null)
        {
            speaker = verb.Text.EndsWith("nya", StringComparison.Ordinal)
                ? LastPerson(all, quote)
                : inside.Find(mention => mention.Span.Start >= verb.End && mention.Type == EntityType.Person)
                    ?? inside.Find(mention => mention.Span.Start >= verb.End && mention.Type is EntityType.Organization or EntityType.Country)
                    ?? LastPerson(all, quote);
        }
        else
        {
            verb = Tokenizer.Tokenize(text, sentence.Start, quote.Start).FindLast(token => ReportingVerbs.Introducing.Contains(NormalForm.Fold(token.Text)));
            speaker = inside.FindLast(mention => mention.Span.End <= quote.Start && mention.Type == EntityType.Person) ?? LastPerson(all, quote);
        }
        return new Statement(quote, true, speaker?.Span, speaker?.Link, verb.Text is null ? null : NormalForm.Fold(verb.Text), provenance.ChainOf(article, sentence, inside));
    }

    private Statement? Indirect(ArticleText article, TextSpan sentence, List<Mention> inside, IReadOnlyList<Mention> all)
    {
        var text = article.Of(sentence.Part);
        var tokens = Tokenizer.Tokenize(text, sentence.Start, sentence.End);
        if (tokens.Count > 3 && NormalForm.Fold(tokens[0].Text) == "menurut")
        {
            var comma = tokens.Find(token => token.Text == ",");
            var said = comma.Text is null ? null : inside.FindLast(mention => mention.Span.End <= comma.Start && mention.Type is not EntityType.Place and not EntityType.Summit);
            return said is null || sentence.End - comma.End < ShortestQuote ? null
                : new Statement(Trim(text, sentence.Part, comma.End, sentence.End), false, said.Span, said.Link, "menurut", provenance.ChainOf(article, sentence, inside));
        }
        var at = tokens.FindIndex(token => ReportingVerbs.Introducing.Contains(NormalForm.Fold(token.Text)));
        if (at <= 0 || at + 3 >= tokens.Count)
        {
            return null;
        }
        var clause = NormalForm.Fold(tokens[at + 1].Text) is "bahwa" or "," ? at + 2 : at + 1;
        var speaker = inside.FindLast(mention => mention.Span.End <= tokens[at].Start && mention.Type == EntityType.Person)
            ?? inside.FindLast(mention => mention.Span.End <= tokens[at].Start && mention.Type is EntityType.Organization or EntityType.Country)
            ?? (NormalForm.Fold(tokens[0].Text) is "ia" or "dia" or "beliau" ? LastPerson(all, sentence) : null);
        return speaker is null || clause >= tokens.Count ? null : new Statement(
            Trim(text, sentence.Part, tokens[clause].Start, sentence.End), false, speaker.Span, speaker.Link, NormalForm.Fold(tokens[at].Text), provenance.ChainOf(article, sentence, inside));
    }

    // "ia", "-nya" and a quotation without a name: whoever was named last before.
    private static Mention? LastPerson(IReadOnlyList<Mention> mentions, TextSpan before) =>
        mentions.LastOrDefault(mention => mention.Type == EntityType.Person && mention.Span.Part == before.Part && mention.Span.End <= before.Start);

    private static TextSpan Trim(string text, TextPart part, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == ','))
        {
            start++;
        }
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '.'))
        {
            end--;
        }
        return new TextSpan(part, start, end);
    }
}
