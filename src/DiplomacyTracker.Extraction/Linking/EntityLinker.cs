using System.Globalization;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>Points each mention to one entity or, honestly, to none.</summary>
internal sealed class EntityLinker(KnowledgeBase knowledge, SummitParser summits)
{
    private const double Sure = 0.95;
    private const double Likely = 0.8;
    private const double Guessed = 0.6;

    private readonly Dictionary<string, string> _series = knowledge.SummitSeries.ToDictionary(row => row.Key, row => row.NameEn);
    private readonly Dictionary<string, string> _places = knowledge.Places.ToDictionary(row => row.Key, row => row.NameEn);

    public List<Mention> Link(IReadOnlyList<FoundMention> found)
    {
        var fullNames = FullNames(found);
        return found.Select(mention => LinkOne(mention, fullNames)).ToList();
    }

    private Mention LinkOne(FoundMention found, Dictionary<string, EntityLink?> fullNames)
    {
        var candidate = found.Candidate;
        var (link, confidence) = candidate.Type switch
        {
            EntityType.Summit => (SummitLink(found), Likely),
            EntityType.Person => PersonLink(found, fullNames),
            _ when candidate.Entry is { } entry => (new EntityLink(entry.Key, entry.Name, entry.Country), entry.IsSeat ? Likely : Sure),
            EntityType.Country => (null, Guessed),
            EntityType.Place => (NewLink(found), Guessed),
            _ => (NewLink(found), Guessed),
        };
        return new Mention(found.Span, found.Surface, candidate.Type, link, confidence);
    }

    private static (EntityLink?, double) PersonLink(FoundMention found, Dictionary<string, EntityLink?> fullNames)
    {
        var folded = NormalForm.Fold(found.Surface);
        if (found.Candidate.Entry is { IsShort: false } known)
        {
            return (new EntityLink(known.Key, known.Name, known.Country), Sure);
        }
        // A short form names whoever carries it in full in this article, before it names whoever is famous for it.
        if (fullNames.TryGetValue(folded, out var full))
        {
            return (full, full is null ? Guessed : Likely);
        }
        if (found.Candidate.Entry is { } famous)
        {
            return (new EntityLink(famous.Key, famous.Name, famous.Country), Likely);
        }
        return (found.Candidate.Count > 1 ? NewLink(found) : null, Guessed);
    }

    /// <summary>Full names by each of their parts; a part that two people share points to nobody.</summary>
    private static Dictionary<string, EntityLink?> FullNames(IReadOnlyList<FoundMention> found)
    {
        var byPart = new Dictionary<string, EntityLink?>(StringComparer.Ordinal);
        foreach (var mention in found.Where(mention => mention.Candidate.Type == EntityType.Person && mention.Candidate.Count > 1))
        {
            var link = mention.Candidate.Entry is { } entry ? new EntityLink(entry.Key, entry.Name, entry.Country) : NewLink(mention);
            foreach (var part in Parts(mention))
            {
                byPart[part] = byPart.TryGetValue(part, out var other) && other?.Key != link?.Key ? null : link;
            }
        }
        return byPart;
    }

    private static IEnumerable<string> Parts(FoundMention mention)
    {
        var words = mention.Sentence.Folded.Skip(mention.Candidate.First).Take(mention.Candidate.Count).ToList();
        yield return words[^1];
        yield return words[0];
    }

    private EntityLink SummitLink(FoundMention found)
    {
        var summit = summits.Parse(found.Surface);
        var place = summit.Place is { } key && _places.TryGetValue(key, out var city) ? city : null;
        var name = summit.Series is { } series ? _series[series] : place is null ? found.Surface : $"{place} summit";
        var detail = summit.Edition?.ToString(CultureInfo.InvariantCulture) ?? summit.Year?.ToString(CultureInfo.InvariantCulture)
            ?? (summit.Series is null ? null : place);
        var full = detail is null ? name : $"{name} {detail}";
        return new EntityLink(NormalForm.Slug(full), full, null, summit.Series is not null);
    }

    private static EntityLink? NewLink(FoundMention found)
    {
        var slug = NormalForm.Slug(found.Surface);
        // One or two letters say nothing about whom they name.
        return slug.Length < 3 ? null : new EntityLink(slug, found.Surface, null, Known: false);
    }
}
