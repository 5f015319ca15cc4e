using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Whom "Presiden Prancis" or "Menlu AS" means on a day, by the table of tenures. The words keep standing for the speaker; the person is the link.</summary>
internal sealed class OfficeHolders
{
    private readonly KnowledgeBase _knowledge;
    private readonly Dictionary<string, string> _offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonRow> _persons;

    public OfficeHolders(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _persons = knowledge.Persons.ToDictionary(row => row.Key);
        foreach (var row in knowledge.Titles.Where(row => row.HasOneHolder))
        {
            Add(_offices, row.TitlesId.Concat(row.Abbreviations), row.Office);
        }
        foreach (var row in knowledge.Countries)
        {
            Add(_bodies, [row.NameId, .. row.Aliases, .. row.Abbreviations], row.Code);
        }
        foreach (var row in knowledge.Organizations)
        {
            Add(_bodies, [row.NameId, .. row.Abbreviations], row.Key);
        }
    }

    /// <summary>The holder of the office that folded words name; null where they name none, or the table has no one person.</summary>
    public EntityLink? Of(IReadOnlyList<string> words, DateOnly day)
    {
        for (var behind = words.Count - 1; behind > 0; behind--)
        {
            if (_offices.TryGetValue(string.Join(' ', words.Take(behind)), out var office) && _bodies.TryGetValue(string.Join(' ', words.Skip(behind)), out var body))
            {
                return _knowledge.HolderOf(body, office, day) is { } key && _persons.TryGetValue(key, out var person)
                    ? new EntityLink(person.Key, person.Name, person.Country.Length == 0 ? null : person.Country)
                    : null;
            }
        }
        return null;
    }

    private static void Add(Dictionary<string, string> keys, IEnumerable<string> names, string key)
    {
        foreach (var name in names)
        {
            keys.TryAdd(NormalForm.Fold(name), key);
        }
    }
}

/// <summary>The holders on the day of one article; of an article without a day nobody holds anything.</summary>
internal sealed record HoldersOfDay(OfficeHolders Holders, DateOnly? Day)
{
    public EntityLink? Of(IReadOnlyList<string> words) => Day is { } day ? Holders.Of(words, day) : null;
}
