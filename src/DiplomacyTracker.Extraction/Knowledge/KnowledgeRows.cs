namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>A state or territory: alpha-2 code, names, spellings, case-sensitive abbreviations, and the seats that stand for its government.</summary>
public sealed record CountryRow(
    string Code,
    string NameEn,
    string NameId,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Abbreviations,
    IReadOnlyList<string> Demonyms,
    IReadOnlyList<string> Capital,
    IReadOnlyList<string> Seats,
    IReadOnlyList<string> Nicknames,
    string Wikidata);

/// <summary>A city, region, building, sea or other location; <paramref name="Country"/> is empty where it lies in none or is disputed.</summary>
public sealed record PlaceRow(string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, string Country, string Kind, string Wikidata);

/// <summary>A named body; <paramref name="Country"/> is set where it belongs to one state.</summary>
public sealed record OrganizationRow(
    string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, IReadOnlyList<string> Abbreviations, string Kind, string Country, string Wikidata);

/// <summary>An office's words. Kind "honorific" marks words that stand before names without being an office.</summary>
public sealed record TitleRow(string Office, string TitleEn, IReadOnlyList<string> TitlesId, IReadOnlyList<string> Abbreviations, string Kind);

/// <summary>A person with full spellings and the short forms that stand alone after the first mention.</summary>
public sealed record PersonRow(string Key, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Short, string Country, string Wikidata);

/// <summary>Who held an office of a body (alpha-2 or organization key) from when to when; dates are yyyy, yyyy-MM or yyyy-MM-dd, To empty while in office.</summary>
public sealed record TenureRow(string Body, string Office, string Person, string From, string To, string LocalTitle)
{
    /// <summary>True where the day may lie in the tenure, given the precision of its dates.</summary>
    public bool Covers(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (From.Length == 0 || string.CompareOrdinal(From, text[..From.Length]) <= 0)
            && (To.Length == 0 || string.CompareOrdinal(To, text[..To.Length]) >= 0);
    }
}

/// <summary>A series of meetings under its names, without edition.</summary>
public sealed record SummitSeriesRow(string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, string Body, string Kind);

/// <summary>One edition of a series: ordinal where it has one, year, days and host city.</summary>
public sealed record SummitEditionRow(string Series, int? Edition, int Year, string From, string To, string City, string Country, string NameEn);
