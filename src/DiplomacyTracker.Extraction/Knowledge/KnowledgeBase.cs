using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>
/// One immutable snapshot of the reference data: what mentions are recognised, linked and checked by. It never makes a claim or an event.
/// </summary>
public sealed class KnowledgeBase
{
    private static readonly string[] Files =
        ["countries.tsv", "places.tsv", "organizations.tsv", "titles.tsv", "persons.tsv", "tenures.tsv", "summit-series.tsv", "summit-editions.tsv", "shared-names.tsv"];

    private static readonly Lazy<KnowledgeBase> FromFiles = new(() => new KnowledgeBase(OpenResource));
    private readonly ILookup<(string Body, string Office), TenureRow> _tenuresByOffice;
    private readonly ILookup<string, TenureRow> _tenuresByPerson;
    private readonly Dictionary<string, string> _seriesByBody;

    /// <param name="open">Opens a file of the reference data by its name.</param>
    /// <exception cref="FormatException">A file has a row that its header does not fit; file and line are named.</exception>
    internal KnowledgeBase(Func<string, Stream> open)
    {
        Countries = Read(open, "countries.tsv", row => new CountryRow(
            row["code"], row["name_en"], row["name_id"], row.List("aliases"), row.List("abbreviations"), row.List("demonyms"),
            row.List("capital"), row.List("seats"), row.List("nicknames"), row["since"], row["until"], row["wikidata"], row["source"], row["as_of"]));
        Places = Read(open, "places.tsv", row => new PlaceRow(
            row["key"], row["name_en"], row["name_id"], row.List("aliases"), row["country"], row["kind"], row["common_word"] == "yes", row["wikidata"], row["source"], row["as_of"]));
        Organizations = Read(open, "organizations.tsv", row => new OrganizationRow(
            row["key"], row["name_en"], row["name_id"], row.List("aliases"), row.List("abbreviations"), row["kind"], row["country"], row["wikidata"],
            row["source"], row["as_of"]));
        Titles = Read(open, "titles.tsv", row => new TitleRow(
            row["office"], row["title_en"], row.List("titles_id"), row.List("abbreviations"), row["kind"], row["holders"] == "one", row["source"], row["as_of"]));
        Persons = Read(open, "persons.tsv", row => new PersonRow(
            row["key"], row["name"], row.List("aliases"), row.List("short"), row["country"], row["wikidata"], row["source"], row["as_of"]));
        Tenures = Read(open, "tenures.tsv", row => new TenureRow(
            row["body"], row["office"], row["person"], row["from"], row["to"], row["local_title"], row["source"], row["as_of"]));
        SummitSeries = Read(open, "summit-series.tsv", row => new SummitSeriesRow(
            row["key"], row["name_en"], row["name_id"], row.List("aliases"), row["body"], row.List("partners"), row["kind"], row["numbered"] == "yes", row["source"], row["as_of"]));
        SummitEditions = Read(open, "summit-editions.tsv", row => new SummitEditionRow(
            row["series"], row.Number("edition"), row.Number("year") ?? 0, row["from"], row["to"], row["city"], row["country"], row["name_en"],
            row["source"], row["as_of"]));
        SharedNames = Read(open, "shared-names.tsv", row => new SharedNameRow(row["name"], row["type"], row.List("keys"), row["source"], row["as_of"]));
        Version = HashOf(open);
        _tenuresByOffice = Tenures.ToLookup(tenure => (tenure.Body, tenure.Office));
        _tenuresByPerson = Tenures.ToLookup(tenure => tenure.Person);
        // Where a body has several series, its leaders meet in the one that is called after it.
        _seriesByBody = SummitSeries.Where(row => row.Body.Length > 0 && row.Kind != "ad-hoc").GroupBy(row => row.Body)
            .Select(group => (Body: group.Key, Series: group.Count() == 1 ? group.First().Key : group.FirstOrDefault(row => row.Key == group.Key + "-summit")?.Key))
            .Where(pair => pair.Series is not null).ToDictionary(pair => pair.Body, pair => pair.Series!);
    }

    /// <summary>The files that are built into the program.</summary>
    public static KnowledgeBase Default => FromFiles.Value;

    /// <summary>Twelve hexadecimal digits of the files' SHA-256.</summary>
    public string Version { get; }

    public IReadOnlyList<CountryRow> Countries { get; }

    public IReadOnlyList<PlaceRow> Places { get; }

    public IReadOnlyList<OrganizationRow> Organizations { get; }

    public IReadOnlyList<TitleRow> Titles { get; }

    public IReadOnlyList<PersonRow> Persons { get; }

    public IReadOnlyList<TenureRow> Tenures { get; }

    public IReadOnlyList<SummitSeriesRow> SummitSeries { get; }

    public IReadOnlyList<SummitEditionRow> SummitEditions { get; }

    /// <summary>The rules for names that several entities of one type carry.</summary>
    public IReadOnlyList<SharedNameRow> SharedNames { get; }

    /// <summary>The one person who held the office on that day; null where nobody or more than one is known.</summary>
    public string? HolderOf(string body, string office, DateOnly day)
    {
        var holders = _tenuresByOffice[(body, office)].Where(tenure => tenure.Covers(day)).Select(tenure => tenure.Person).Distinct().Take(2).ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>What a person was on that day.</summary>
    public IEnumerable<TenureRow> OfficesOf(string person, DateOnly day) => _tenuresByPerson[person].Where(tenure => tenure.Covers(day));

    /// <summary>The series, by key, in which a body's leaders meet; null where it has none or several and none is called after it.</summary>
    public string? SeriesOf(string body) => _seriesByBody.GetValueOrDefault(body);

    private static List<T> Read<T>(Func<string, Stream> open, string file, Func<TableReader, T> row)
    {
        using var reader = new StreamReader(open(file), Encoding.UTF8);
        return TableReader.Read(file, reader, row);
    }

    private static Stream OpenResource(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The knowledge file {file} is not part of the program.");

    private static string HashOf(Func<string, Stream> open)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            using var stream = open(file);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
