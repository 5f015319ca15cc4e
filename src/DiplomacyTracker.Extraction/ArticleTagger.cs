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
    public const string Version = "7";

    /// <summary>How many articles are well tagged together: more gain nothing and hold memory.</summary>
    public const int Together = 8;

    private readonly GluedWords _glued;
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
        _glued = new GluedWords(knowledge);
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
        var mentions = _linker.Link(_finder.Find(article, new ArticleTokens(article, sentences, _glued.Part)), article.PublishedAt);
        return [.. sentences.SelectMany(sentence => _provenance.OriginsOf(article, sentence, mentions)).DistinctBy(origin => origin.Name)];
    }

    /// <summary>Tags one article.</summary>
    public TaggedArticle Tag(ArticleText article) => TagAll([article])[0];

    /// <summary>
    /// Tags some articles, each stage over all of them before the next, so that a stage's code and tables stay in the processor's near caches:
    /// <see cref="Together"/> articles take up to an eighth less time than one by one. Each article's result is what it would be alone.
    /// </summary>
    /// <param name="correct">Lays editors' decisions over the mentions that were found in the article of that place, before anything is made of them; null for none.</param>
    /// <returns>For each article, in their order. An exception that one of them causes ends all.</returns>
    public IReadOnlyList<TaggedArticle> TagAll(IReadOnlyList<ArticleText> articles, Func<int, IReadOnlyList<Mention>, IReadOnlyList<Mention>>? correct = null)
    {
        var tokens = Each((article, _) => new ArticleTokens(article, SentenceSplitter.Split(article), _glued.Part));
        var found = Each((article, i) => _finder.Find(article, tokens[i]));
        var mentions = Each((article, i) =>
        {
            var linked = _linker.Link(found[i], article.PublishedAt);
            return correct?.Invoke(i, linked) ?? linked;
        });
        var roles = Each((article, i) => _tenures.Compare(article, _roles.Find(article, tokens[i], mentions[i])));
        var times = Each<IReadOnlyList<TimeExpression>>((article, _) =>
            [.. TimeTagger.Find(article.Headline ?? "", TextPart.Headline, article.PublishedAt), .. TimeTagger.Find(article.Body, TextPart.Body, article.PublishedAt)]);
        var statements = Each((article, i) => _statements.Find(article, tokens[i], mentions[i]));
        var reports = Each((article, i) => _reports.Find(article, tokens[i], mentions[i], times[i], roles[i]));
        return Each((article, i) => new TaggedArticle(
            tokens[i].Sentences, mentions[i], times[i], roles[i], statements[i], reports[i], WireOriginOf(article, tokens[i].Sentences, mentions[i])));

        T[] Each<T>(Func<ArticleText, int, T> stage)
        {
            var made = new T[articles.Count];
            for (var i = 0; i < made.Length; i++)
            {
                made[i] = stage(articles[i], i);
            }
            return made;
        }
    }

    // "Demikian dilansir X" at the end speaks for the whole article.
    private string? WireOriginOf(ArticleText article, IReadOnlyList<TextSpan> sentences, IReadOnlyList<Mention> mentions) =>
        _provenance.WireOf(article) ?? (sentences.Count > 0 && _provenance.ChainOf(article, sentences[^1], mentions) is [.., var last] ? last : null);
}
