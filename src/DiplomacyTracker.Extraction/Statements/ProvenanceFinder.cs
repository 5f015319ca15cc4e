using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Finds out from whom an article knows what it tells: the outlets and wires that its words cite.</summary>
public sealed class ProvenanceFinder
{
    private readonly Outlets _outlets;
    private readonly CitationReader _citations;
    private readonly HashSet<string> _media;

    public ProvenanceFinder(KnowledgeBase knowledge)
    {
        _outlets = new Outlets(knowledge);
        _citations = new CitationReader(_outlets, ReportingWords.Default);
        _media = knowledge.Organizations.Where(row => row.Kind == "media").Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whom a sentence cites, nearest to the reader first; the article's own outlet is left out.</summary>
    public IReadOnlyList<string> ChainOf(ArticleText article, TextSpan sentence, IReadOnlyList<Mention> mentions) =>
        [.. OriginsOf(article, sentence, mentions).Select(origin => origin.Name)];

    /// <summary>The same with the places where the sentence names them.</summary>
    public IReadOnlyList<Origin> OriginsOf(ArticleText article, TextSpan sentence, IReadOnlyList<Mention> mentions)
    {
        var passage = new Passage(article.Of(sentence.Part), sentence.Part, sentence.Start, sentence.End);
        return OriginsOf(article, passage, sentence, mentions);
    }

    /// <summary>The same over tokens that are there already.</summary>
    internal IReadOnlyList<string> ChainOf(ArticleText article, TextSpan sentence, List<Token> tokens, List<string> folded, List<Mention> mentions) =>
        OriginsOf(article, new Passage(article.Of(sentence.Part), sentence.Part, tokens, folded), sentence, mentions).ConvertAll(origin => origin.Name);

    /// <summary>The wire that the whole article is taken from: a bracket at its end ("(AFP)", "(Ant/Reuters)") or a line "Sumber: …". Null where it names none.</summary>
    public string? WireOf(ArticleText article)
    {
        var tail = article.Body.AsSpan()[Math.Max(0, article.Body.Length - 160)..].TrimEnd().ToString();
        if (tail.EndsWith(')') && tail.LastIndexOf('(') is >= 0 and var open)
        {
            return tail[(open + 1)..^1].Split('/', ',', ';').Select(_outlets.NameOf).FirstOrDefault(name => name is not null && !IsOwn(article, name));
        }
        var line = tail.Split('\n')[^1];
        return line.StartsWith("Sumber:", StringComparison.OrdinalIgnoreCase) && line.Length < 60 && line[7..].Trim().TrimEnd('.') is { Length: > 1 } source
            ? _outlets.NameOf(source) ?? source
            : null;
    }

    internal bool IsMedia(Mention mention) => mention.Link is { } link && _media.Contains(link.Key);

    /// <summary>The same over tokens that are there already.</summary>
    /// <param name="last">The outlet that the article cited last: "media itu".</param>
    internal List<Origin> ChainOf(ArticleText article, Passage passage, int first, int end, Origin? last)
    {
        var chain = _citations.Read(passage, first, end, last);
        chain.RemoveAll(origin => IsOwn(article, origin.Name) || IsOwn(article, article.Of(origin.Span)));
        return chain;
    }

    private List<Origin> OriginsOf(ArticleText article, Passage passage, TextSpan sentence, IReadOnlyList<Mention> mentions)
    {
        var (within, laid) = (0, 0);
        passage.Lay(Spans.Within(sentence, mentions, mention => mention.Span, ref within), ref laid);
        QuoteScanner.Mark(passage, ReportingWords.Default);
        return ChainOf(article, passage, 0, passage.Count, null);
    }

    private static bool IsOwn(ArticleText article, string name) => article.Outlet is { } outlet && NormalForm.Fold(outlet) == NormalForm.Fold(name);
}
