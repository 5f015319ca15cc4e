using System.Text;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Which names mean one thing: the names and aliases of the knowledge files, read without marks and capitals.</summary>
internal sealed class KnownNames
{
    private static readonly string[] Offices = ["presiden", "perdana", "menteri", "menlu", "raja", "ratu", "kanselir", "emir", "sultan", "wakil", "pemimpin", "ketua", "sekretaris", "duta", "putra"];

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceRow> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _states;

    public KnownNames(KnowledgeBase knowledge)
    {
        _states = [.. knowledge.Countries.Select(row => row.Code)];
        foreach (var row in knowledge.Countries)
        {
            Add(row.Code, [row.NameEn, row.NameId, .. row.Aliases]);
        }
        foreach (var row in knowledge.Places)
        {
            Add(row.Key, [row.NameEn, row.NameId, .. row.Aliases]);
            _places[row.Key] = row;
        }
        foreach (var row in knowledge.Organizations)
        {
            Add(row.Key, [row.NameEn, row.NameId, .. row.Aliases]);
        }
        foreach (var row in knowledge.SummitSeries)
        {
            Add(row.Key, [row.NameEn, row.NameId, .. row.Aliases]);
        }
    }

    /// <summary>Small letters without marks, words parted by one space, a space at each end.</summary>
    public static string Fold(string text)
    {
        var words = Tokenizer.Tokenize(text).Where(token => token.IsWord).Select(token => NormalForm.Fold(token.Text));
        return new StringBuilder(" ").AppendJoin(' ', words).Append(' ').ToString();
    }

    /// <summary>The key of a name that is known, else the name itself without marks.</summary>
    public string Canonical(string name) => KeyOf(name) ?? Fold(name).Trim();

    /// <summary>The key of a known name; a key is its own.</summary>
    public string? KeyOf(string name) => _keys.TryGetValue(Fold(name).Trim(), out var key) ? key : _states.Contains(name) || _places.ContainsKey(name) ? name : null;

    public PlaceRow? PlaceOf(string name) => _places.GetValueOrDefault(name) ?? (KeyOf(name) is { } key ? _places.GetValueOrDefault(key) : null);

    /// <summary>The known name that takes the most words of a text; null where it holds none.</summary>
    public string? KeyWithin(string text)
    {
        var words = Fold(text).Trim().Split(' ');
        for (var length = words.Length; length > 0; length--)
        {
            for (var first = 0; first + length <= words.Length; first++)
            {
                if (_keys.TryGetValue(string.Join(' ', words[first..(first + length)]), out var key))
                {
                    return key;
                }
            }
        }
        return null;
    }

    /// <summary>Whether the words name whoever holds an office, and not a state or body.</summary>
    public static bool NamesOffice(string who) => Fold(who).Trim().Split(' ').Any(Offices.Contains);

    /// <summary>A country's code is two capitals.</summary>
    public static bool IsCountry(string key) => key.Length == 2 && key.All(char.IsAsciiLetterUpper);

    private void Add(string key, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _keys.TryAdd(Fold(name).Trim(), key);
        }
    }
}
