using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>
/// Faults of names: one name for two entities of one type needs a row in shared-names.tsv, which says whom it means without more context;
/// that entity stands first in its file, since the gazetteer takes the first. Short forms of people may clash: they then mean nobody.
/// </summary>
internal static class NameCheck
{
    public static IEnumerable<string> Faults(KnowledgeBase knowledge)
    {
        var shared = knowledge.SharedNames.ToLookup(row => (row.Type, Folded(row.Name)));
        var clashing = new HashSet<(string, string)>();
        foreach (var (type, rows) in NamesByType(knowledge))
        {
            foreach (var clash in Clashes(rows))
            {
                clashing.Add((type, clash.Key));
                var rule = shared[(type, clash.Key)].FirstOrDefault();
                if (rule is null)
                {
                    yield return $"{type} '{clash.Key}' names {string.Join(", ", clash.Value)}, and no row of shared-names says which.";
                }
                else if (!rule.Keys.Order(StringComparer.Ordinal).SequenceEqual(clash.Value.Order(StringComparer.Ordinal)))
                {
                    yield return $"shared-names '{rule.Name}': names {string.Join(", ", clash.Value)}.";
                }
                else if (rule.Keys[0] != clash.Value[0])
                {
                    yield return $"shared-names '{rule.Name}': {rule.Keys[0]} has to stand before {clash.Value[0]} in its file.";
                }
            }
        }
        foreach (var rule in knowledge.SharedNames.Where(row => !clashing.Contains((row.Type, Folded(row.Name)))))
        {
            yield return $"shared-names '{rule.Name}': nobody shares this name of a {rule.Type}.";
        }
    }

    private static IEnumerable<(string Type, IEnumerable<(string Key, IEnumerable<string> Names)> Rows)> NamesByType(KnowledgeBase knowledge)
    {
        yield return ("country", knowledge.Countries.Select(row => (row.Code, Names([row.NameId, .. row.Aliases, .. row.Demonyms, .. row.Nicknames], row.Abbreviations))));
        yield return ("seat", knowledge.Countries.Select(row => (row.Code, Names(row.Seats, []))));
        yield return ("place", knowledge.Places.Select(row => (row.Key, Names([row.NameId, row.NameEn, .. row.Aliases], []))));
        yield return ("organization", knowledge.Organizations.Select(row => (row.Key, Names([row.NameId, .. row.Aliases], row.Abbreviations))));
        yield return ("person", knowledge.Persons.Select(row => (row.Key, Names([row.Name, .. row.Aliases], []))));
        yield return ("summit", knowledge.SummitSeries.Select(row => (row.Key, Names([row.NameId, row.NameEn, .. row.Aliases], []))));
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> names, IReadOnlyList<string> abbreviations) =>
        names.Concat(abbreviations).Where(name => name.Length > 0).Select(Folded).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, List<string>> Clashes(IEnumerable<(string Key, IEnumerable<string> Names)> rows)
    {
        var keys = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (key, names) in rows)
        {
            foreach (var name in names)
            {
                keys.TryAdd(name, []);
                keys[name].Add(key);
            }
        }
        return keys.Where(pair => pair.Value.Count > 1).ToDictionary(StringComparer.Ordinal);
    }

    private static string Folded(string name) => string.Join(' ', Tokenizer.Tokenize(name).Select(token => NormalForm.Fold(token.Text)));
}
