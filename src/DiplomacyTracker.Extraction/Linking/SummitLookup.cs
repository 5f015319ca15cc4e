using System.Globalization;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>What a mention of a meeting and the words behind it say, and what the tables know of series, editions and places.</summary>
internal sealed class SummitLookup(KnowledgeBase knowledge, SummitParser parser)
{
    private const int MostWordsBehind = 12;

    // What comes behind them happened at another time: "KTT Paris ini berlangsung hampir empat tahun setelah invasi pada Februari 2022".
    private static readonly WordSet OtherTimes = ["setelah", "sesudah", "sejak", "sebelum", "menjelang", "jelang", "usai", "seusai", "pasca", "menyusul", "ketika", "saat", "sementara", "hingga", "sampai"];

    private readonly Dictionary<string, SummitSeriesRow> _series = knowledge.SummitSeries.ToDictionary(row => row.Key);
    private readonly Dictionary<string, PlaceRow> _places = knowledge.Places.ToDictionary(row => row.Key);
    private readonly ILookup<string, SummitEditionRow> _editions = knowledge.SummitEditions.ToLookup(row => row.Series);

    private readonly ILookup<string, SummitEditionRow> _summitsByCity = SummitsByCity(knowledge);

    public SummitSeriesRow Series(string key) => _series[key];

    public string? NameOfPlace(string key) => _places.TryGetValue(key, out var row) ? row.NameEn : knowledge.Countries.FirstOrDefault(country => country.Code == key)?.NameEn;

    /// <summary>The words of a mention, completed by those behind it: "KTT APEC di Gyeongju", "Konferensi Asia-Afrika yang digelar di Bandung tahun 1955".</summary>
    public SummitReference Read(FoundMention found)
    {
        var summit = parser.Parse(found.Surface);
        var partners = Entries(found).ToList();
        if (partners.Count > (summit.Series is null ? 1 : 0) && IsJoint(found, summit.Series))
        {
            summit = summit with { Series = SeriesOf(summit.Series, partners) };
        }
        return Behind(found, summit);
    }

    /// <summary>The editions that fit what is said: number, year, and the city or at least its state.</summary>
    public List<SummitEditionRow> Editions(SummitReference summit)
    {
        var editions = _editions[summit.Series!].Where(row => (summit.Edition is null || row.Edition == summit.Edition) && (summit.Year is null || row.Year == summit.Year)).ToList();
        if (summit.Place is not { } place)
        {
            return editions;
        }
        var there = editions.FindAll(row => row.CityKey == place || row.Country == place);
        return there.Count > 0 || !_places.TryGetValue(place, out var known) ? there : editions.FindAll(row => row.Country == known.Country);
    }

    /// <summary>The one summit that meets in a city within some days; null where none or several do.</summary>
    public SummitSeriesRow? OnlySeriesAt(string place, DateOnly day, int days)
    {
        var there = _summitsByCity[place].Where(row => row.FirstDay is { } from && Math.Abs(from.DayNumber - day.DayNumber) <= days)
            .Select(row => row.Series).Distinct().Take(2).ToList();
        return there.Count == 1 ? _series[there[0]] : null;
    }

    private static ILookup<string, SummitEditionRow> SummitsByCity(KnowledgeBase knowledge)
    {
        var summits = knowledge.SummitSeries.Where(row => row.NameEn.EndsWith("Summit", StringComparison.Ordinal)).Select(row => row.Key).ToHashSet();
        return knowledge.SummitEditions.Where(row => summits.Contains(row.Series)).ToLookup(row => row.CityKey);
    }

    /// <summary>English names of the states and bodies that a mention joins: "KTT Peringatan ASEAN-Selandia Baru".</summary>
    public List<string> Partners(FoundMention found) => [.. Entries(found).Select(entry =>
        knowledge.Countries.FirstOrDefault(row => entry.Type == EntityType.Country && row.Code == entry.Key)?.NameEn
        ?? knowledge.Organizations.FirstOrDefault(row => entry.Type == EntityType.Organization && row.Key == entry.Key) switch
        {
            { Abbreviations: [var abbreviation, ..] } => abbreviation,
            { } row => row.NameEn,
            null => entry.Name,
        })];

    // A series' own name and behind it a hyphen with another name: not that series.
    private static bool IsJoint(FoundMention found, string? series)
    {
        if (series is null)
        {
            return true;
        }
        var behind = found.Sentence.Known.Find(match => match.First >= found.Candidate.First && match.Entries.Any(entry => entry.Type == EntityType.Summit));
        var end = behind.First + behind.Count;
        return behind.Entries is not null && end < found.Candidate.End && found.Sentence.Tokens[end].Text is "-" or "–" && found.Sentence.Folded[end - 1] != "ke";
    }

    private string? SeriesOf(string? held, List<GazetteerEntry> partners)
    {
        var body = held is null ? null : _series[held].Body;
        var keys = partners.ConvertAll(entry => entry.Key);
        return knowledge.SummitSeries.FirstOrDefault(row => row.Partners.Count > 0 && keys.Count > 0
            && (row.Partners.ToHashSet().SetEquals(keys.Where(key => key != row.Body)) && (row.Body.Length == 0 || row.Body == body || keys.Contains(row.Body) || row.Kind == "conference")) && keys.Count + (body is null ? 0 : 1) > 1)?.Key;
    }

    private static IEnumerable<GazetteerEntry> Entries(FoundMention found) => found.Sentence.Known
        .Where(match => match.First >= found.Candidate.First && match.First + match.Count <= found.Candidate.End)
        .Select(match => match.Entries.FirstOrDefault(entry => entry is { Type: EntityType.Country, IsSeat: false } or { Type: EntityType.Organization }))
        .OfType<GazetteerEntry>();

    private static SummitReference Behind(FoundMention found, SummitReference summit)
    {
        var (tokens, folded, known) = (found.Sentence.Tokens, found.Sentence.Folded, found.Sentence.KnownAt);
        for (var i = found.Candidate.End; i < Math.Min(tokens.Count, found.Candidate.End + MostWordsBehind); i++)
        {
            if (folded[i] is "." or ";" or "," or "dan" or "ktt" or "untuk" or "\"" or "”" || OtherTimes.Contains(tokens[i].Word))
            {
                break;
            }
            if (summit.Place is null && folded[i] == "di" && known.TryGetValue(i + 1, out var place)
                && place.Entries.FirstOrDefault(entry => entry.Type == EntityType.Place || entry is { Type: EntityType.Country, IsSeat: false }) is { } entry)
            {
                summit = summit with { Place = entry.Key };
                i += place.Count;
            }
            else if (summit is { Year: null, Edition: null } && folded[i].Length == 4 && int.TryParse(folded[i], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1945 and <= 2100)
            {
                summit = summit with { Year = year };
            }
        }
        return summit;
    }
}
