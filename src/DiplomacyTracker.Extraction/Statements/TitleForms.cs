using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Short titles written out: "menlu" is "menteri luar negeri".</summary>
internal sealed class TitleForms
{
    private readonly Dictionary<string, string[]> _long = new(StringComparer.Ordinal);
    private readonly List<List<string[]>> _titles = [];

    public TitleForms(KnowledgeBase knowledge)
    {
        foreach (var row in knowledge.Titles.Where(row => row.TitlesId.Count > 1))
        {
            _titles.Add(row.TitlesId.Select(title => title.Split(' ').Select(NormalForm.Fold).ToArray()).Where(title => title.Length > 1).ToList());
            var words = row.TitlesId[0].Split(' ').Select(NormalForm.Fold).ToArray();
            foreach (var title in row.TitlesId.Skip(1).Concat(row.Abbreviations).Where(title => words.Length > 1 && !title.Contains(' ', StringComparison.Ordinal)))
            {
                _long.TryAdd(NormalForm.Fold(title), words);
            }
        }
        foreach (var row in knowledge.Countries)
        {
            // "Menlu RI" is the foreign minister of Indonesia, "AS" stands for "Amerika Serikat".
            var words = row.NameId.Split(' ').Select(NormalForm.Fold).ToArray();
            foreach (var name in row.Aliases.Concat(row.Abbreviations).Where(name => !name.Contains(' ', StringComparison.Ordinal)))
            {
                _long.TryAdd(NormalForm.Fold(name), words);
            }
        }
    }

    /// <summary>The same description with the other words for its office: "wakil tetap RI" for "perwakilan tetap RI".</summary>
    public IEnumerable<List<string>> Variants(List<string> words)
    {
        foreach (var titles in _titles.Where(titles => titles.Exists(title => words.Take(title.Length).SequenceEqual(title))))
        {
            var length = titles.Where(title => words.Take(title.Length).SequenceEqual(title)).Max(title => title.Length);
            foreach (var title in titles)
            {
                yield return [.. title, .. words.Skip(length)];
            }
        }
    }

    public void AddTo(HashSet<string> words, string folded)
    {
        if (_long.TryGetValue(folded, out var written))
        {
            words.UnionWith(written);
        }
        else
        {
            words.Add(folded);
        }
    }

    public IEnumerable<string> Expand(string folded) => _long.GetValueOrDefault(folded) ?? [folded];
}
