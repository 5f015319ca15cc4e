using System.Globalization;
using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>Reads the words of a summit mention: which series, which edition, which year, which place.</summary>
internal sealed class SummitParser(Gazetteer gazetteer, KnowledgeBase knowledge)
{
    private static readonly Regex Ordinal = new(@"\s+ke-?\d{1,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public SummitReference Parse(string surface)
    {
        // Partners are joined by either dash ("KTT ASEAN–Jepang"); names are known with the short one.
        var summit = Read(Plain(surface), out var bodies);
        if (summit is { Series: null, Edition: not null })
        {
            // "KTT ke-47 ASEAN": the number stands inside the name.
            summit = summit with { Series = Read(Ordinal.Replace(Plain(surface), " "), out _).Series };
        }
        // "Pertemuan tahunan APEC", "pertemuan para pemimpin Forum Kepulauan Pasifik"
        return summit.Series is null && bodies is [{ Type: EntityType.Organization } body] ? summit with { Series = knowledge.SeriesOf(body.Key) } : summit;
    }

    private static string Plain(string surface) => surface.Replace("--", "-", StringComparison.Ordinal).Replace('–', '-');

    private SummitReference Read(string surface, out List<GazetteerEntry> bodies)
    {
        var tokens = Tokenizer.Tokenize(surface);
        var folded = tokens.ConvertAll(token => token.Folded);
        string? series = null, place = null;
        bodies = [];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (gazetteer.Longest(tokens, folded, i) is not { } match)
            {
                continue;
            }
            series ??= match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Summit)?.Key;
            place ??= match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Place)?.Key;
            bodies.AddRange(match.Entries.Where(entry => entry is { Type: EntityType.Organization } or { Type: EntityType.Country, IsSeat: false }).Take(1));
            i += match.Count - 1;
        }
        var numbers = folded.Where(text => text.All(char.IsAsciiDigit)).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        var year = numbers.Find(number => number is >= 1945 and <= 2100);
        var edition = folded.IndexOf("ke") is >= 0 and var at && at + 1 < folded.Count ? numbers.Find(number => number is > 0 and < 1000) : 0;
        // "COP30": conferences of parties are numbered without "ke".
        edition = edition == 0 && folded.IndexOf("cop") is >= 0 and var cop && cop + 1 < folded.Count ? numbers.Find(number => number is > 0 and < 100) : edition;
        return new SummitReference(series, edition == 0 ? null : edition, year == 0 ? null : year, place);
    }

    /// <summary>Fills in what the table of editions knows for certain of a reference, such as the place of an edition.</summary>
    public SummitEditionRow? EditionOf(SummitReference summit, DateOnly? around)
    {
        var editions = knowledge.SummitEditions.Where(row => row.Series == summit.Series
            && (summit.Edition is null || row.Edition == summit.Edition)
            && (summit.Year is null || row.Year == summit.Year)
            && (summit.Place is null || row.CityKey == summit.Place)).ToList();
        return editions.Count == 1 ? editions[0]
            : around is { } day && summit is { Edition: null, Year: null } ? Nearest(editions, day)
            : null;
    }

    // A name without edition means the one that is on or was last or comes next, if it is near.
    private static SummitEditionRow? Nearest(List<SummitEditionRow> editions, DateOnly day)
    {
        const int NearDays = 21;
        var near = editions
            .Where(row => row.FirstDay is { } from && Math.Abs(from.DayNumber - day.DayNumber) <= NearDays)
            .Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }
}
