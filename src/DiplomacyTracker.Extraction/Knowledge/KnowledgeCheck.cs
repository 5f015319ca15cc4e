namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>Whether the reference data holds together. A fault is one line that names the file and the row; a sound snapshot has none.</summary>
public static class KnowledgeCheck
{
    public static IReadOnlyList<string> Faults(KnowledgeBase knowledge) =>
        [.. Origins(knowledge), .. Keys(knowledge), .. Codes(knowledge), .. TenureCheck.Faults(knowledge), .. EditionCheck.Faults(knowledge), .. NameCheck.Faults(knowledge)];

    private static IEnumerable<string> Origins(KnowledgeBase knowledge)
    {
        IEnumerable<(string File, string Row, IKnowledgeRow Origin)> rows =
        [
            .. knowledge.Countries.Select(row => ("countries", row.Code, (IKnowledgeRow)row)),
            .. knowledge.Places.Select(row => ("places", row.Key, (IKnowledgeRow)row)),
            .. knowledge.Organizations.Select(row => ("organizations", row.Key, (IKnowledgeRow)row)),
            .. knowledge.Titles.Select(row => ("titles", row.Office, (IKnowledgeRow)row)),
            .. knowledge.Persons.Select(row => ("persons", row.Key, (IKnowledgeRow)row)),
            .. knowledge.Tenures.Select(row => ("tenures", $"{row.Body} {row.Office} {row.Person}", (IKnowledgeRow)row)),
            .. knowledge.SummitSeries.Select(row => ("summit-series", row.Key, (IKnowledgeRow)row)),
            .. knowledge.SummitEditions.Select(row => ("summit-editions", row.NameEn, (IKnowledgeRow)row)),
            .. knowledge.SharedNames.Select(row => ("shared-names", row.Name, (IKnowledgeRow)row)),
        ];
        foreach (var (file, row, origin) in rows)
        {
            if (string.IsNullOrWhiteSpace(origin.Source))
            {
                yield return $"{file} {row}: no source.";
            }
            if (!PartialDate.IsValid(origin.AsOf))
            {
                yield return $"{file} {row}: '{origin.AsOf}' is no date as of which the row was known.";
            }
        }
    }

    private static IEnumerable<string> Keys(KnowledgeBase knowledge) =>
        Repeated("countries", "key", knowledge.Countries.Select(row => row.Code))
            .Concat(Repeated("places", "key", knowledge.Places.Select(row => row.Key)))
            .Concat(Repeated("organizations", "key", knowledge.Organizations.Select(row => row.Key)))
            .Concat(Repeated("titles", "key", knowledge.Titles.Select(row => row.Office)))
            .Concat(Repeated("persons", "key", knowledge.Persons.Select(row => row.Key)))
            .Concat(Repeated("summit-series", "key", knowledge.SummitSeries.Select(row => row.Key)))
            .Concat(Repeated("tenures", "row", knowledge.Tenures.Select(row => $"{row.Body} {row.Office} {row.Person} {row.From}")))
            .Concat(Repeated("summit-editions", "row", knowledge.SummitEditions.Select(row => $"{row.Series} {row.Year} {row.From} {row.Edition} {row.City}")))
            .Concat(Wikidata("countries", knowledge.Countries.Select(row => row.Wikidata)))
            .Concat(Wikidata("places", knowledge.Places.Select(row => row.Wikidata)))
            .Concat(Wikidata("organizations", knowledge.Organizations.Select(row => row.Wikidata)))
            .Concat(Wikidata("persons", knowledge.Persons.Select(row => row.Wikidata)));

    private static IEnumerable<string> Repeated(string file, string what, IEnumerable<string> keys) =>
        keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{file} {group.Key}: {what} {group.Count()} times.");

    private static IEnumerable<string> Wikidata(string file, IEnumerable<string> ids)
    {
        var given = ids.Where(id => id.Length > 0).ToList();
        return Repeated(file, "Wikidata id", given)
            .Concat(given.Where(id => id[0] != 'Q' || id.Length < 2 || !id.Skip(1).All(char.IsAsciiDigit)).Select(id => $"{file} {id}: no Wikidata id."));
    }

    private static IEnumerable<string> Codes(KnowledgeBase knowledge)
    {
        var countries = knowledge.Countries.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var organizations = knowledge.Organizations.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var series = knowledge.SummitSeries.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var persons = knowledge.Persons.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var offices = knowledge.Titles.Select(row => row.Office).ToHashSet(StringComparer.Ordinal);
        // A city state is a place of its own.
        var cities = knowledge.Places.SelectMany(row => (IEnumerable<string>)[row.NameEn, row.NameId, .. row.Aliases])
            .Concat(knowledge.Countries.Select(row => row.NameEn)).ToHashSet(StringComparer.Ordinal);

        return Unknown("countries", "place", cities, knowledge.Countries.SelectMany(row => row.Capital.Select(city => (row.Code, city))))
            .Concat(Unknown("places", "country", countries, knowledge.Places.Select(row => (row.Key, row.Country))))
            .Concat(Unknown("organizations", "country", countries, knowledge.Organizations.Select(row => (row.Key, row.Country))))
            .Concat(Unknown("persons", "country", countries, knowledge.Persons.Select(row => (row.Key, row.Country))))
            .Concat(Unknown("tenures", "body", [.. countries, .. organizations], knowledge.Tenures.Select(row => (row.Person, row.Body))))
            .Concat(Unknown("tenures", "person", persons, knowledge.Tenures.Select(row => ($"{row.Body} {row.Office}", row.Person))))
            .Concat(Unknown("tenures", "office", offices, knowledge.Tenures.Select(row => (row.Person, row.Office))))
            .Concat(Unknown("summit-series", "body", organizations, knowledge.SummitSeries.Select(row => (row.Key, row.Body))))
            .Concat(Unknown("summit-series", "partner", [.. countries, .. organizations], knowledge.SummitSeries.SelectMany(row => row.Partners.Select(partner => (row.Key, partner)))))
            .Concat(Unknown("summit-editions", "series", series, knowledge.SummitEditions.Select(row => (row.NameEn, row.Series))))
            .Concat(Unknown("summit-editions", "country", countries, knowledge.SummitEditions.Select(row => (row.NameEn, row.Country))))
            .Concat(Unknown("summit-editions", "place", cities, knowledge.SummitEditions.Select(row => (row.NameEn, row.City))));
    }

    private static IEnumerable<string> Unknown(string file, string what, HashSet<string> known, IEnumerable<(string Row, string Code)> codes) =>
        codes.Where(pair => pair.Code.Length > 0 && !known.Contains(pair.Code)).Select(pair => $"{file} {pair.Row}: unknown {what} '{pair.Code}'.");
}
