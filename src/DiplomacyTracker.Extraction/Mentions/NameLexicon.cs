using System.Reflection;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// Lists of words and phrases that often belong to names (given names, surnames, places, bodies, and the words in front of them).
/// They are hints to the sequence model and make no mention by themselves.
/// </summary>
internal sealed class NameLexicon
{
    private static readonly string[] Lists =
        ["given-names", "heads-loc", "heads-org", "organizations-general", "person-words", "places-indonesia", "places-world", "surnames"];

    private const uint GivenNames = 1 << 0;
    private const uint Surnames = 1 << 7;

    private static readonly Lazy<NameLexicon> FromFiles = new(() => new NameLexicon());
    private readonly Dictionary<string, uint> _words = new(StringComparer.Ordinal);
    private readonly Node _phrases = new();
    private readonly WordFilter _firstWords = new();

    private NameLexicon()
    {
        for (var list = 0; list < Lists.Length; list++)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicon/{Lists[list]}.txt")
                ?? throw new InvalidOperationException($"The list {Lists[list]} is not part of the program.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                Add(Tokenizer.Tokenize(line), 1u << list);
            }
        }
    }

    /// <summary>The lists that are built into the program.</summary>
    public static NameLexicon Default => FromFiles.Value;

    /// <summary>One bit for each list that has this word as an entry of its own.</summary>
    public uint ListsOf(Word word) => _words.GetValueOrDefault(word.Folded);

    public bool IsGivenName(Word word) => (ListsOf(word) & GivenNames) != 0;

    public bool IsPersonName(Word word) => (ListsOf(word) & (GivenNames | Surnames)) != 0;

    /// <summary>Fills, for each token, the lists of the longest phrase that covers it and whether it begins, goes on or ends there; 0 outside phrases.</summary>
    public void FillPhrases(IReadOnlyList<Token> tokens, Span<uint> phrases)
    {
        phrases.Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!_firstWords.MayHold(tokens[i].Word))
            {
                continue;
            }
            var (node, count, lists) = (_phrases, 0, 0u);
            for (var end = i; end < tokens.Count && node.Next.TryGetValue(tokens[end].Folded, out node!); end++)
            {
                (count, lists) = node.Lists == 0 ? (count, lists) : (end - i + 1, node.Lists);
            }
            for (var k = 0; k < count; k++)
            {
                phrases[i + k] = (lists << 2) | (k == 0 ? 1u : k == count - 1 ? 3u : 2u);
            }
            i += Math.Max(count - 1, 0);
        }
    }

    private void Add(List<Token> tokens, uint list)
    {
        if (tokens.Count == 1)
        {
            _words[tokens[0].Folded] = _words.GetValueOrDefault(tokens[0].Folded) | list;
        }
        if (tokens.Count < 2)
        {
            return;
        }
        _firstWords.Add(tokens[0].Word);
        var node = _phrases;
        foreach (var token in tokens)
        {
            if (!node.Next.TryGetValue(token.Folded, out var next))
            {
                node.Next[token.Folded] = next = new Node();
            }
            node = next;
        }
        node.Lists |= list;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public uint Lists { get; set; }
    }
}
