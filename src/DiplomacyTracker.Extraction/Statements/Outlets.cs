using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>News outlets by their names, found in tokens: those of the reference data and those of the list of outlets.</summary>
internal sealed class Outlets
{
    // By the first word, the longest name first.
    private readonly Dictionary<string, List<(string[] Words, string Name)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public Outlets(KnowledgeBase knowledge)
    {
        foreach (var row in knowledge.Organizations.Where(row => row.Kind == "media"))
        {
            Add(row.NameEn, row.Aliases.Concat(row.Abbreviations).Append(row.NameId).Append(row.NameEn));
        }
        foreach (var names in WordList.Lines("statements/outlets.txt").Select(line => line.Split('|')))
        {
            // The reference data's name stands, so that one outlet has one name everywhere.
            Add(names.Select(name => _byName.GetValueOrDefault(NormalForm.Fold(name))).FirstOrDefault(known => known is not null) ?? names[0], names);
        }
        foreach (var list in _byFirst.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    /// <summary>The usual name of an outlet, by any of its names.</summary>
    public string? NameOf(string name) => _byName.GetValueOrDefault(NormalForm.Fold(name.Trim()));

    /// <summary>The outlet whose name begins at a token, and how many tokens it takes. Names are written with a capital or a digit in front, or as an address.</summary>
    public (string Name, int Count)? At(Passage passage, int at)
    {
        if (at >= passage.Count || !(passage.Tokens[at].IsCapitalized || passage.Folded[at] is "detikcom" or "detik" or "dpa")
            || !_byFirst.TryGetValue(passage.Folded[at], out var names))
        {
            return null;
        }
        foreach (var (words, name) in names)
        {
            var k = 1;
            while (k < words.Length && at + k < passage.Count && passage.Folded[at + k] == words[k])
            {
                k++;
            }
            if (k == words.Length)
            {
                return (name, k);
            }
        }
        return null;
    }

    private void Add(string name, IEnumerable<string> names)
    {
        foreach (var other in names)
        {
            var words = Tokenizer.Tokenize(other).ConvertAll(token => NormalForm.Fold(token.Text)).ToArray();
            if (words.Length == 0 || !_byName.TryAdd(NormalForm.Fold(other), name))
            {
                continue;
            }
            if (!_byFirst.TryGetValue(words[0], out var list))
            {
                _byFirst[words[0]] = list = [];
            }
            list.Add((words, name));
        }
    }
}
