using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Finds out from whom an article knows what it tells: the outlets and wires that its words cite.</summary>
public sealed class ProvenanceFinder(KnowledgeBase knowledge)
{
    private const int NearWords = 5;

    private static readonly HashSet<string> CitingBefore =
        ["dikutip", "dilansir", "mengutip", "melansir", "dilaporkan", "diberitakan", "diwartakan", "dikabarkan", "kepada", "laporan", "disiarkan", "dinukil"];

    private static readonly HashSet<string> CitingAfter = ["melaporkan", "mewartakan", "memberitakan", "mengabarkan", "menulis", "menyiarkan"];

    private readonly HashSet<string> _media = knowledge.Organizations.Where(row => row.Kind == "media").Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mediaByName = knowledge.Organizations.Where(row => row.Kind == "media")
        .SelectMany(row => row.Aliases.Concat(row.Abbreviations).Append(row.NameId).Append(row.NameEn).Select(name => (Name: NormalForm.Fold(name), row.NameEn)))
        .DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.NameEn);

    /// <summary>Whom a sentence cites, nearest to the reader first; the article's own outlet is left out.</summary>
    public IReadOnlyList<string> ChainOf(ArticleText article, TextSpan sentence, IReadOnlyList<Mention> mentions)
    {
        var text = article.Of(sentence.Part);
        var chain = new List<string>();
        foreach (var mention in mentions.Where(mention => sentence.Contains(mention.Span) && mention.Type == EntityType.Organization))
        {
            var before = Tokenizer.Tokenize(text, sentence.Start, mention.Span.Start).TakeLast(NearWords).Select(token => NormalForm.Fold(token.Text)).ToList();
            var after = Tokenizer.Tokenize(text, mention.Span.End, sentence.End).Take(3).Select(token => NormalForm.Fold(token.Text)).ToList();
            var isMedia = mention.Link is { } link && _media.Contains(link.Key);
            var cited = isMedia
                ? before.Exists(CitingBefore.Contains) || after.Exists(CitingAfter.Contains)
                : before.Count > 0 && (before[^1] is "dikutip" or "dilansir" || (before.Count > 1 && before[^1] == "dari" && before[^2] is "dikutip" or "dilansir"));
            var name = mention.Link?.Name ?? mention.Surface;
            if (cited && !IsOutlet(article, name) && !IsOutlet(article, mention.Surface) && !chain.Contains(name))
            {
                chain.Add(name);
            }
        }
        return chain;
    }

    /// <summary>The wire that the whole article is taken from: a bracket at its end ("(AFP)", "(Ant/Reuters)") or a line "Sumber: …". Null where it names none.</summary>
    public string? WireOf(ArticleText article)
    {
        var tail = article.Body.AsSpan()[Math.Max(0, article.Body.Length - 160)..].TrimEnd().ToString();
        if (tail.EndsWith(')') && tail.LastIndexOf('(') is >= 0 and var open)
        {
            var inside = tail[(open + 1)..^1].Split('/', ',', ';').Select(part => NormalForm.Fold(part.Trim()));
            return inside.Select(name => _mediaByName.GetValueOrDefault(name)).FirstOrDefault(name => name is not null && !IsOutlet(article, name));
        }
        var line = tail.Split('\n')[^1];
        return line.StartsWith("Sumber:", StringComparison.OrdinalIgnoreCase) && line.Length < 60 && line[7..].Trim().TrimEnd('.') is { Length: > 1 } source
            ? _mediaByName.GetValueOrDefault(NormalForm.Fold(source), source)
            : null;
    }

    internal bool IsMedia(Mention mention) => mention.Link is { } link && _media.Contains(link.Key);

    private static bool IsOutlet(ArticleText article, string name) => article.Outlet is { } outlet && NormalForm.Fold(outlet) == NormalForm.Fold(name);
}
