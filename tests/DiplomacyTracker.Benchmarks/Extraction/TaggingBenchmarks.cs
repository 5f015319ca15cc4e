using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Benchmarks.Extraction;

/// <summary>
/// Each stage of tagging over about one megabyte of the sample outlets' articles, joined to the length of news: what a second takes is MB/s, inverted. A stage is given what those before it
/// found, so that their times add up to that of everything.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(8)]
public class TaggingBenchmarks
{
    private const int Bytes = 1_000_000;

    private readonly List<Stages> _articles = [];
    private readonly KnowledgeBase _knowledge = KnowledgeBase.Default;
    private readonly SequenceModel _model = SequenceModel.Load();
    private NameTagger _names = null!;
    private MentionFinder _finder = null!;
    private EntityLinker _linker = null!;
    private RoleFinder _roles = null!;
    private TenureComparison _tenures = null!;
    private StatementFinder _statements = null!;
    private ReportFinder _reports = null!;
    private ArticleTagger _tagger = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var gazetteer = new Gazetteer(_knowledge);
        var titles = new TitleWords(_knowledge);
        _names = new NameTagger(gazetteer, titles);
        _finder = new MentionFinder(_names, _model, titles);
        var summits = new SummitParser(gazetteer, _knowledge);
        _linker = new EntityLinker(_knowledge, summits);
        _roles = new RoleFinder(_knowledge);
        _tenures = new TenureComparison(_knowledge);
        var provenance = new ProvenanceFinder(_knowledge);
        _statements = new StatementFinder(provenance, _knowledge);
        _reports = new ReportFinder(summits, provenance, _knowledge);
        _tagger = new ArticleTagger(_knowledge);
        _articles.AddRange(NewsLengthArticles.OfBytes(Bytes).Select(Read));
    }

    [Benchmark]
    public int Sentences() => _articles.Sum(article => SentenceSplitter.Split(article.Text).Count);

    [Benchmark]
    public int Tokens() => _articles.Sum(article => new ArticleTokens(article.Text, article.Tokens.Sentences).Sentences.Count);

    [Benchmark]
    public int Gazetteer() => _articles.Sum(article => article.Tokens.Sentences.Select((span, i) => _names.Read(span, article.Tokens.Of(i), article.Tokens.FoldedOf(i)).Known.Count).Sum());

    [Benchmark]
    public int Model() => _articles.Sum(article => article.Read.Sum(sentence => _model.Decode(sentence, _names.KnownClasses(sentence), Register.News).Length));

    [Benchmark]
    public int Mentions() => _articles.Sum(article => _finder.Find(article.Text, article.Tokens).Count);

    [Benchmark]
    public int Links() => _articles.Sum(article => _linker.Link(article.Found, article.Text.PublishedAt).Count);

    [Benchmark]
    public int Times() => _articles.Sum(article => TimeTagger.Find(article.Text.Body, TextPart.Body, article.Text.PublishedAt).Count);

    [Benchmark]
    public int Offices() => _articles.Sum(article => _tenures.Compare(article.Text, _roles.Find(article.Text, article.Tokens, article.Tagged.Mentions)).Count);

    [Benchmark]
    public int Statements() => _articles.Sum(article => _statements.Find(article.Text, article.Tokens, article.Tagged.Mentions).Count);

    [Benchmark]
    public int Reports() => _articles.Sum(article => _reports.Find(article.Text, article.Tokens, article.Tagged.Mentions, article.Tagged.Times, article.Tagged.Roles).Count);

    [Benchmark]
    public int Words() => _articles.Sum(article => SearchWords.Of(article.Text, article.Tagged.Mentions).Count());

    [Benchmark(Baseline = true)]
    public int Everything() => _articles.Sum(article => _tagger.Tag(article.Text).Mentions.Count);

    [Benchmark]
    public int EverythingTogether() => _articles.Chunk(ArticleTagger.Together).Sum(some => _tagger.TagAll([.. some.Select(article => article.Text)]).Sum(tagged => tagged.Mentions.Count));

    private Stages Read(ArticleText text)
    {
        var tokens = new ArticleTokens(text, SentenceSplitter.Split(text));
        return new Stages(
            text, tokens, [.. tokens.Sentences.Select((span, i) => _names.Read(span, tokens.Of(i), tokens.FoldedOf(i)))], _finder.Find(text, tokens), _tagger.Tag(text));
    }

    private sealed record Stages(ArticleText Text, ArticleTokens Tokens, List<SentenceTokens> Read, List<FoundMention> Found, TaggedArticle Tagged);
}

/// <summary>
/// What a process waits for before its first article. Each is a cold start in a process of its own, measured once; reading the files is part of the gazetteer's.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class StartBenchmarks
{
    [Benchmark]
    public object Gazetteer() => new Gazetteer(KnowledgeBase.Default);

    [Benchmark]
    public object Model() => SequenceModel.Load();

    [Benchmark]
    public object Tagger() => new ArticleTagger(KnowledgeBase.Default);
}
