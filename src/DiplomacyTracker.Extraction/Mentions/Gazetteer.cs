using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>What a name in the gazetteer stands for.</summary>
/// <param name="IsShort">A short form of a person, which needs more care than a full name.</param>
/// <param name="IsSeat">A capital or seat that may stand for its government.</param>
/// <param name="IsCommonWord">A place whose name is also an ordinary word.</param>
internal sealed record GazetteerEntry(
    EntityType Type, string Key, string Name, string? Country, bool IsShort = false, bool IsSeat = false, string? Exact = null, bool IsCommonWord = false);

/// <summary>A run of tokens that is a known name, with all that it may stand for.</summary>
internal readonly record struct GazetteerMatch(int First, int Count, IReadOnlyList<GazetteerEntry> Entries);

/// <summary>All known names as a tree of folded tokens; finds the longest name at each token in time linear in the text.</summary>
internal sealed class Gazetteer
{
    private readonly Node _root = new();

    public Gazetteer(KnowledgeBase knowledge)
    {
        foreach (var row in knowledge.Countries)
        {
            var entry = new GazetteerEntry(EntityType.Country, row.Code, row.NameEn, row.Code);
            AddAll([row.NameId, .. row.Aliases, .. row.Demonyms, .. row.Nicknames], entry);
            AddExact(row.Abbreviations, entry);
            AddAll(row.Seats, entry with { IsSeat = true });
        }
        foreach (var row in knowledge.Places)
        {
            AddAll([row.NameId, row.NameEn, .. row.Aliases], new GazetteerEntry(EntityType.Place, row.Key, row.NameEn, row.Country.Length == 0 ? null : row.Country, IsCommonWord: row.IsCommonWord));
        }
        foreach (var row in knowledge.Organizations)
        {
            var entry = new GazetteerEntry(EntityType.Organization, row.Key, row.NameEn, row.Country.Length == 0 ? null : row.Country);
            // "Militer Israel" is the state by the annotation rules, like "tentara Ukraina".
            AddAll(new[] { row.NameId }.Concat(row.Aliases).Where(name => !IsStateBehindGeneric(name)), entry);
            AddExact(row.Abbreviations, entry);
        }
        foreach (var row in knowledge.Persons)
        {
            var entry = new GazetteerEntry(EntityType.Person, row.Key, row.Name, row.Country.Length == 0 ? null : row.Country);
            AddAll([row.Name, .. row.Aliases], entry);
            AddAll(row.Short, entry with { IsShort = true });
        }
        foreach (var row in knowledge.SummitSeries)
        {
            AddAll([row.NameId, row.NameEn, .. row.Aliases], new GazetteerEntry(EntityType.Summit, row.Key, row.NameEn, null));
        }
    }

    /// <summary>The longest name that begins at a token; null where none does.</summary>
    public GazetteerMatch? Longest(List<Token> tokens, List<string> folded, int first)
    {
        GazetteerMatch? best = null;
        var node = FirstOf(tokens[first].Word);
        for (var i = first; node is not null; node = ++i < tokens.Count ? node.Next.GetValueOrDefault(folded[i]) : null)
        {
            if (node.Entries.Count > 0 && Fitting(node, tokens, first, i) is { Count: > 0 } fitting)
            {
                best = new GazetteerMatch(first, i - first + 1, fitting);
            }
        }
        return best;
    }

    private Node? FirstOf(Word word)
    {
        if (word.Names is not First first || !ReferenceEquals(first.Gazetteer, this))
        {
            word.Names = first = new First(this, _root.Next.GetValueOrDefault(word.Folded));
        }
        return first.Node;
    }

    // Names are capitalised in the text, but for the few that the knowledge itself writes small; abbreviations stand letter by letter.
    private static List<GazetteerEntry> Fitting(Node node, List<Token> tokens, int first, int last)
    {
        var capital = tokens[first].IsCapitalized || !char.IsLetter(tokens[first].Text[0]);
        var fitting = new List<GazetteerEntry>(node.Entries.Count);
        foreach (var entry in node.Entries)
        {
            var fits = entry.Exact is null ? capital || node.MayBeSmall || IsStateInSmallLetters(entry, tokens, first, last)
                : first == last ? tokens[first].Text == entry.Exact
                : capital;
            if (fits)
            {
                fitting.Add(entry);
            }
        }
        return fitting;
    }

    // People who quote people write "jepang" too; short names of states are common words now and then.
    private static bool IsStateInSmallLetters(GazetteerEntry entry, List<Token> tokens, int first, int last) =>
        entry is { Type: EntityType.Country, IsSeat: false } && first == last && tokens[first].Text.Length >= 5 && tokens[first].IsWord;

    private bool IsStateBehindGeneric(string name)
    {
        var words = Tokenizer.Tokenize(name);
        if (words.Count < 2 || words[0].Folded is not ("militer" or "tentara" or "pemerintah" or "pasukan"))
        {
            return false;
        }
        var node = _root;
        return words.Skip(1).All(word => node.Next.TryGetValue(word.Folded, out node!)) && node.Entries.Exists(entry => entry is { Type: EntityType.Country, IsSeat: false });
    }

    private void AddAll(IEnumerable<string> names, GazetteerEntry entry)
    {
        foreach (var name in names)
        {
            Add(name, entry);
        }
    }

    private void AddExact(IEnumerable<string> names, GazetteerEntry entry)
    {
        foreach (var name in names)
        {
            Add(name, entry with { Exact = name });
        }
    }

    private void Add(string name, GazetteerEntry entry)
    {
        var node = _root;
        foreach (var token in Tokenizer.Tokenize(name))
        {
            var key = token.Folded;
            if (!node.Next.TryGetValue(key, out var next))
            {
                node.Next[key] = next = new Node();
            }
            node = next;
        }
        node.MayBeSmall |= name.Length > 0 && char.IsLower(name[0]);
        if (node == _root || node.Entries.Exists(known => known.Key == entry.Key && known.Type == entry.Type && known.IsSeat == entry.IsSeat))
        {
            return;
        }
        // Short all-caps names ("NU", "UI") mean something only in capitals.
        var exact = entry.Exact ?? (name.Length <= 5 && name.All(c => !char.IsLower(c)) && name.Any(char.IsUpper) ? name : null);
        node.Entries.Add(entry with { Exact = exact });
    }

    /// <summary>What names go on from a word that stands first.</summary>
    private sealed record First(Gazetteer Gazetteer, Node? Node);

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<GazetteerEntry> Entries { get; } = [];

        public bool MayBeSmall { get; set; }
    }
}
