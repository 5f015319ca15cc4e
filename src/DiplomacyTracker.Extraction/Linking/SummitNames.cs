using System.Globalization;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>
/// The names under which the meetings of one article are known: a series with the number or the year of the edition that the words, their sentence,
/// the article or its day tell; a place where no series is known.
/// </summary>
internal sealed class SummitNames
{
    private const int NearDays = 45;
    private const int HalfYear = 183;

    private readonly SummitLookup _lookup;
    private readonly DateOnly? _day;
    private readonly Dictionary<string, SummitEditionRow?> _told = new(StringComparer.Ordinal);

    public SummitNames(SummitLookup lookup, IReadOnlyList<FoundMention> found, DateOnly? day)
    {
        _lookup = lookup;
        _day = day;
        foreach (var mention in found.Where(mention => mention.Candidate.Type == EntityType.Summit))
        {
            var summit = lookup.Read(mention);
            if (summit.Series is { } series && Edition(summit) is { } edition && (summit.Edition ?? summit.Year) is not null)
            {
                // Two editions in one article tell nothing of a name without one.
                _told[series] = _told.TryGetValue(series, out var other) && other != edition ? null : edition;
            }
        }
    }

    public EntityLink LinkOf(FoundMention found)
    {
        var summit = _lookup.Read(found);
        var place = summit.Place is { } key ? _lookup.NameOfPlace(key) : null;
        if (summit.Series is not { } series)
        {
            return Unknown(found, summit, place);
        }
        var row = _lookup.Series(series);
        var edition = summit.Edition is not null && !row.IsNumbered ? null : Edition(summit) ?? (summit is { Edition: null, Year: null, Place: null } ? _told.GetValueOrDefault(series) : null);
        var number = row.IsNumbered || edition is null ? edition?.Edition ?? summit.Edition : null;
        var detail = (number ?? summit.Year ?? edition?.Year)?.ToString(CultureInfo.InvariantCulture) ?? place ?? YearOfNext(summit)?.ToString(CultureInfo.InvariantCulture);
        var name = found.Surface.Contains("peringatan", StringComparison.OrdinalIgnoreCase) && row.NameEn.EndsWith(" Summit", StringComparison.Ordinal) ? $"{row.NameEn[..^7]} Commemorative Summit" : row.NameEn;
        return Named(detail is null ? name : $"{name} {detail}", isKnown: true);
    }

    // "pertemuan puncak di Den Haag": the series that meets there in these days; else a name made of the partners, the place or the words.
    private EntityLink Unknown(FoundMention found, SummitReference summit, string? place)
    {
        if (place is not null && found.Surface.Contains(" di ", StringComparison.OrdinalIgnoreCase) && _day is { } day && _lookup.OnlySeriesAt(summit.Place!, day, NearDays) is { } there)
        {
            return Named($"{there.NameEn} {place}", isKnown: true);
        }
        if (_lookup.Partners(found) is { Count: > 1 } partners)
        {
            var kind = found.Surface.Contains("peringatan", StringComparison.OrdinalIgnoreCase) ? "Commemorative Summit" : "Summit";
            var year = summit.Year ?? _day?.Year;
            return Named($"{string.Join('-', partners)} {kind}{(year is null ? "" : $" {year}")}", isKnown: false);
        }
        return Named(place is null ? found.Surface : $"{place} summit{(summit.Year is { } of ? $" {of}" : "")}", isKnown: false);
    }

    // Most meet once a year, so that a name alone means the one of half a year before or behind, or else of the year.
    private int? YearOfNext(SummitReference summit) =>
        _day is not { } day || (_lookup.Series(summit.Series!).IsNumbered && _lookup.Editions(summit with { Place = null }).Exists(row => row.Edition is not null)) ? null
            : (summit.Place is null ? Nearest(_lookup.Editions(summit), day, HalfYear)?.Year : null) ?? day.Year;

    private SummitEditionRow? Edition(SummitReference summit)
    {
        var editions = _lookup.Editions(summit);
        if (summit is { Edition: null, Year: null, Place: null })
        {
            return _day is { } day ? Nearest(editions, day, NearDays) : null;
        }
        return editions.Count == 1 ? editions[0] : _day is { } on && summit.Edition is null ? Nearest(editions, on, int.MaxValue) : null;
    }

    private static SummitEditionRow? Nearest(List<SummitEditionRow> editions, DateOnly day, int days)
    {
        var near = editions
            .Where(row => row.FirstDay is not null)
            .Select(row => (Row: row, Days: Math.Abs(row.FirstDay!.Value.DayNumber - day.DayNumber)))
            .Where(row => row.Days <= days).OrderBy(row => row.Days).Take(2).ToList();
        // Two that are as near are told apart by nothing.
        return near.Count == 1 || (near.Count == 2 && near[0].Days < near[1].Days) ? near[0].Row : null;
    }

    private static EntityLink Named(string name, bool isKnown) => new(NormalForm.Slug(name), name, null, isKnown);
}
