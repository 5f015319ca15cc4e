using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction;

/// <summary>
/// Everything that an article's text says, found in one pass over one snapshot of the knowledge. Thread-safe; build one and keep it.
/// </summary>
public sealed class ArticleTagger
{
    /// <summary>Raised whenever the same text may be tagged differently.</summary>
    public const string Version = "6";

    private readonly MentionFinder _finder;
    private readonly EntityLinker _linker;
    private readonly RoleFinder _roles;
    private readonly TenureComparison _tenures;
    private readonly ProvenanceFinder _provenance;
    private readonly StatementFinder _statements;
    private readonly ReportFinder _reports;

    public ArticleTagger(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        var gazetteer = new Gazetteer(knowledge);
        var titles = new TitleWords(knowledge);
        _finder = new MentionFinder(new NameTagger(gazetteer, titles), SequenceModel.Load(), titles);
        var summits = new SummitParser(gazetteer, knowledge);
        _linker = new EntityLinker(knowledge, summits);
        _roles = new RoleFinder(knowledge);
        _tenures = new TenureComparison(knowledge);
        _provenance = new ProvenanceFinder(knowledge);
        _statements = new StatementFinder(_provenance, knowledge);
        _reports = new ReportFinder(summits, _provenance, knowledge);
    }

    /// <summary>The snapshot that mentions are linked by.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Whom an article cites, over all its sentences, in the order of the text; of one sentence nearest to the reader first.</summary>
    public IReadOnlyList<Origin> Cited(ArticleText article)
    {
        var sentences = SentenceSplitter.Split(article);
        var mentions = _linker.Link(_finder.Find(article, new ArticleTokens(article, sentences)), article.PublishedAt);
        return [.. sentences.SelectMany(sentence => _provenance.OriginsOf(article, sentence, mentions)).DistinctBy(origin => origin.Name)];
    }

    /// <summary>Tags one article.</summary>
    /// <param name="correct">Lays editors' decisions over the mentions that were found, before anything is made of them; null for none.</param>
    public TaggedArticle Tag(ArticleText article, Func<IReadOnlyList<Mention>, IReadOnlyList<Mention>>? correct = null)
    {
        var sentences = SentenceSplitter.Split(article);
        var tokens = new ArticleTokens(article, sentences);
        IReadOnlyList<Mention> mentions = _linker.Link(_finder.Find(article, tokens), article.PublishedAt);
        mentions = correct?.Invoke(mentions) ?? mentions;
        var roles = _tenures.Compare(article, _roles.Find(article, tokens, mentions));
        IReadOnlyList<TimeExpression> times =
            [.. TimeTagger.Find(article.Headline ?? "", TextPart.Headline, article.PublishedAt), .. TimeTagger.Find(article.Body, TextPart.Body, article.PublishedAt)];
        return new TaggedArticle(
            sentences,
            mentions,
            times,
            roles,
            _statements.Find(article, tokens, mentions),
            _reports.Find(article, tokens, mentions, times, roles),
            // "Demikian dilansir X" at the end speaks for the whole article.
            _provenance.WireOf(article) ?? (sentences.Count > 0 && _provenance.ChainOf(article, sentences[^1], mentions) is [.., var last] ? last : null));
    }
}
