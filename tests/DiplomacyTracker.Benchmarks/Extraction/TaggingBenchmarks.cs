using BenchmarkDotNet.Attributes;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Benchmarks.Extraction;

/// <summary>Each stage of tagging over about one megabyte of the sample outlets' articles: what a second takes is MB/s, inverted.</summary>
[MemoryDiagnoser]
public class TaggingBenchmarks
{
    private const int Bytes = 1_000_000;

    private readonly List<ArticleText> _articles = [];
    private readonly KnowledgeBase _knowledge = KnowledgeBase.Default;
    private readonly SequenceModel _model = SequenceModel.Load();
    private NameTagger _names = null!;
    private MentionFinder _finder = null!;
    private EntityLinker _linker = null!;
    private ArticleTagger _tagger = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var gazetteer = new Gazetteer(_knowledge);
        var titles = new TitleWords(_knowledge);
        _names = new NameTagger(gazetteer, titles);
        _finder = new MentionFinder(_names, _model, titles);
        _linker = new EntityLinker(_knowledge, new SummitParser(gazetteer, _knowledge));
        _tagger = new ArticleTagger(_knowledge);
        var samples = Newsroom.SampleArticles.All.Select(article => new ArticleText(article.Title, string.Join('\n', article.Body), [], new DateTimeOffset(2025, 11, 1, 9, 0, 0, TimeSpan.FromHours(7)), null)).ToList();
        for (var (i, size) = (0, 0); size < Bytes; i++)
        {
            _articles.Add(samples[i % samples.Count]);
            size += System.Text.Encoding.UTF8.GetByteCount(samples[i % samples.Count].Body);
        }
    }

    [Benchmark]
    public int Sentences() => _articles.Sum(article => SentenceSplitter.Split(article).Count);

    [Benchmark]
    public int Gazetteer() => _articles.Sum(article => SentenceSplitter.Split(article).Sum(span => _names.Read(article.Of(span.Part), span).Known.Count));

    [Benchmark]
    public int Model() => _articles.Sum(article => SentenceSplitter.Split(article).Sum(span =>
    {
        var sentence = _names.Read(article.Of(span.Part), span);
        return _model.Decode(sentence, _names.KnownClasses(sentence), Register.News).Length;
    }));

    [Benchmark]
    public int Mentions() => _articles.Sum(article => _finder.Find(article, SentenceSplitter.Split(article)).Count);

    [Benchmark]
    public int Links() => _articles.Sum(article => _linker.Link(_finder.Find(article, SentenceSplitter.Split(article)), article.PublishedAt).Count);

    [Benchmark]
    public int Times() => _articles.Sum(article => TimeTagger.Find(article.Body, TextPart.Body, article.PublishedAt).Count);

    [Benchmark(Baseline = true)]
    public int Everything() => _articles.Sum(article => _tagger.Tag(article).Mentions.Count);
}

/// <summary>What a process waits for before its first article.</summary>
public class StartBenchmarks
{
    private readonly KnowledgeBase _knowledge = KnowledgeBase.Default;

    [Benchmark]
    public object Gazetteer() => new Gazetteer(_knowledge);

    [Benchmark]
    public object Model() => SequenceModel.Load();

    [Benchmark]
    public object Tagger() => new ArticleTagger(_knowledge);
}
