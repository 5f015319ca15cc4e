using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>What every row of the reference data says of itself: where it is from, and the date (yyyy, yyyy-MM or yyyy-MM-dd) as of which it was known.</summary>
public interface IKnowledgeRow
{
    string Source { get; }

    string AsOf { get; }
}

/// <summary>
/// A state or territory: alpha-2 code, names, spellings, case-sensitive abbreviations, and the seats that stand for its government.
/// <paramref name="Since"/> and <paramref name="Until"/> bound the state as it is now; empty where it is older than any row or still there.
/// </summary>
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
    string Since,
    string Until,
    string Wikidata,
    string Source,
    string AsOf) : IKnowledgeRow;

/// <summary>
/// A city, region, building, sea or other location; <paramref name="Country"/> is empty where it lies in none or is disputed.
/// One word that is also an ordinary word ("Serang", "Malang") names the place only where the sentence says so: <paramref name="IsCommonWord"/>.
/// </summary>
public sealed record PlaceRow(
    string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, string Country, string Kind, bool IsCommonWord, string Wikidata, string Source, string AsOf) : IKnowledgeRow;

/// <summary>A named body; <paramref name="Country"/> is set where it belongs to one state.</summary>
public sealed record OrganizationRow(
    string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, IReadOnlyList<string> Abbreviations, string Kind, string Country, string Wikidata,
    string Source, string AsOf) : IKnowledgeRow;

/// <summary>
/// An office's words. Kind "honorific" marks words that stand before names without being an office; <paramref name="HasOneHolder"/>
/// whether a body has one holder at a time, as of a president and not of a spokesperson.
/// </summary>
public sealed record TitleRow(
    string Office, string TitleEn, IReadOnlyList<string> TitlesId, IReadOnlyList<string> Abbreviations, string Kind, bool HasOneHolder, string Source, string AsOf) : IKnowledgeRow;

/// <summary>A person with full spellings and the short forms that stand alone after the first mention.</summary>
public sealed record PersonRow(string Key, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Short, string Country, string Wikidata, string Source, string AsOf) : IKnowledgeRow;

/// <summary>Who held an office of a body (alpha-2 or organization key) from when to when; dates are yyyy, yyyy-MM or yyyy-MM-dd, To empty while in office.</summary>
public sealed record TenureRow(string Body, string Office, string Person, string From, string To, string LocalTitle, string Source, string AsOf) : IKnowledgeRow
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
public sealed record SummitSeriesRow(string Key, string NameEn, string NameId, IReadOnlyList<string> Aliases, string Body, IReadOnlyList<string> Partners, string Kind, bool IsNumbered, string Source, string AsOf) : IKnowledgeRow;

/// <summary>One edition of a series: ordinal where it has one, year, days and host city.</summary>
public sealed record SummitEditionRow(string Series, int? Edition, int Year, string From, string To, string City, string Country, string NameEn, string Source, string AsOf) : IKnowledgeRow
{
    /// <summary>Null where only a month or a year is known.</summary>
    public DateOnly? FirstDay { get; } = PartialDate.DayOf(From);

    /// <summary>Null where only a month or a year is known.</summary>
    public DateOnly? LastDay { get; } = PartialDate.DayOf(To);

    /// <summary>The city's key among places.</summary>
    public string CityKey { get; } = NormalForm.Slug(City);
}

/// <summary>A name that two or more entities of one type carry: without more context it means the first of <paramref name="Keys"/>.</summary>
public sealed record SharedNameRow(string Name, string Type, IReadOnlyList<string> Keys, string Source, string AsOf) : IKnowledgeRow;
