using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Whom the sentences of one article cite, nearest to the reader first; a sentence that tells several acts is read once.</summary>
internal sealed class SentenceChains(ArticleText article, ProvenanceFinder provenance)
{
    private readonly Dictionary<(TextSpan Span, List<Mention> Mentions), IReadOnlyList<string>> _known = [];

    public IReadOnlyList<string> Of(SentenceView clause)
    {
        var whole = clause.Whole ?? clause;
        if (!_known.TryGetValue((whole.Span, whole.Mentions), out var chain))
        {
            _known[(whole.Span, whole.Mentions)] = chain = provenance.ChainOf(article, whole.Span, whole.Tokens, whole.Folded, whole.Mentions);
        }
        return chain;
    }
}
