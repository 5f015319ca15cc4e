using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Finds direct and reported speech with its speaker and the chain through which the article knows it. One pass over the tokens of each paragraph.</summary>
public sealed class StatementFinder
{
    private readonly ProvenanceFinder _provenance;
    private readonly NameReader _names;
    private readonly TitleForms _abbreviations;
    private readonly OfficeHolders _holders;

    public StatementFinder(ProvenanceFinder provenance, KnowledgeBase knowledge)
    {
        _provenance = provenance;
        _names = new NameReader(knowledge);
        _abbreviations = new TitleForms(knowledge);
        _holders = new OfficeHolders(knowledge);
    }

    /// <summary>The statements of an article in the order of its text, the headline first.</summary>
    public IReadOnlyList<Statement> Find(ArticleText article, IReadOnlyList<TextSpan> sentences, IReadOnlyList<Mention> mentions) =>
        Find(article, new ArticleTokens(article, sentences), mentions);

    internal IReadOnlyList<Statement> Find(ArticleText article, ArticleTokens tokens, IReadOnlyList<Mention> mentions)
    {
        var passages = Passages(article, tokens, mentions);
        var cast = new Cast(_abbreviations, _names);
        passages.ForEach(cast.NotePlaces);
        passages.ForEach(cast.Read);
        var bodies = new Bodies(cast);
        passages.ForEach(bodies.Note);
        var day = article.PublishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : (DateOnly?)null;
        var discourse = new Discourse(cast, bodies, _names, new HoldersOfDay(_holders, day));
        var reading = new ArticleReading(article, _provenance, new SpeakerReader(_names, cast), discourse, _names);
        for (var i = 0; i < passages.Count; i++)
        {
            reading.Read(passages[i], isFirst: i == 0);
        }
        return reading.Statements();
    }

    private static List<Passage> Passages(ArticleText article, ArticleTokens tokens, IReadOnlyList<Mention> mentions)
    {
        var passages = new List<Passage>();
        var (sentence, read) = (0, 0);
        foreach (var part in (TextPart[])[TextPart.Headline, TextPart.Body])
        {
            var ordered = mentions.Where(mention => mention.Span.Part == part).OrderBy(mention => mention.Span.Start).ToList();
            var next = 0;
            foreach (var (start, end) in Paragraphs(article, part))
            {
                var (words, folded) = tokens.Between(part, start, end, ref read);
                var passage = new Passage(article.Of(part), part, words, folded);
                passage.Lay(ordered, ref next);
                QuoteScanner.Mark(passage, ReportingWords.Default);
                passage.Cut(tokens.Sentences, ref sentence);
                if (passage.Count > 0)
                {
                    passages.Add(passage);
                }
            }
        }
        return passages;
    }

    private static IEnumerable<(int Start, int End)> Paragraphs(ArticleText article, TextPart part)
    {
        if (part == TextPart.Body && article.Blocks.Count > 0)
        {
            foreach (var block in article.Blocks)
            {
                yield return (Math.Clamp(block.Start, 0, article.Body.Length), Math.Clamp(block.End, 0, article.Body.Length));
            }
            yield break;
        }
        var text = article.Of(part);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return (start, end);
            start = end + 1;
        }
    }
}
