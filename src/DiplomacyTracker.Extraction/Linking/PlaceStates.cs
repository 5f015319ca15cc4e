using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>
/// Which state an unknown place lies in, where the article says so: "Insein Prison, Yangon", "Gedung DPR", or the same place told so elsewhere;
/// a street or a building lies in that of the place that was named before it, if the article is there; a town where towns of its name lie, if the article names that state.
/// </summary>
internal static class PlaceStates
{
    private static readonly WordSet PartsOfTowns =
        ["jalan", "jl", "hotel", "istana", "gedung", "stadion", "bundaran", "alun", "lapangan", "plaza", "museum", "monumen", "masjid", "gereja", "katedral", "jembatan", "menara", "balai", "wisma", "hutan", "taman", "rumah", "kampus", "terminal"];

    public static void Fill(IReadOnlyList<FoundMention> found, List<Mention> mentions)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Type == EntityType.Place && Behind(found, mentions, i) is { } behind && behind != mentions[i].Link?.Country && Namesake(found[i], behind) is { } namesake)
            {
                mentions[i] = mentions[i] with { Link = new EntityLink(namesake.Key, namesake.Name, namesake.Country) };
            }
            else if (IsOpen(mentions[i]) && (Inside(found[i]) ?? Behind(found, mentions, i)) is { } state)
            {
                mentions[i] = mentions[i] with { Link = mentions[i].Link! with { Country = state } };
            }
        }
        var known = mentions.Where(mention => mention is { Type: EntityType.Place, Link.Country: not null }).GroupBy(mention => mention.Link!.Key).ToDictionary(group => group.Key, group => group.First().Link!.Country);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (IsOpen(mentions[i]) && known.TryGetValue(mentions[i].Link!.Key, out var state))
            {
                mentions[i] = mentions[i] with { Link = mentions[i].Link! with { Country = state } };
            }
        }
        FillPartsOfTowns(found, mentions);
        FillTowns(mentions);
    }

    // A town of that name lies in one state alone, and the article speaks of that state.
    private static void FillTowns(List<Mention> mentions)
    {
        HashSet<string>? named = null;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (IsOpen(mentions[i]) && Towns.StateOf(mentions[i].Surface) is { } state
                && (named ??= [.. mentions.Select(mention => mention.Type == EntityType.Country ? mention.Link?.Key : mention.Type == EntityType.Place ? mention.Link?.Country : null).OfType<string>()]).Contains(state))
            {
                mentions[i] = mentions[i] with { Link = mentions[i].Link! with { Country = state } };
            }
        }
    }

    private static void FillPartsOfTowns(IReadOnlyList<FoundMention> found, List<Mention> mentions)
    {
        var states = mentions.Where(IsKnownPlace).Select(mention => mention.Link!.Country!).ToList();
        if (states.Count == 0)
        {
            return;
        }
        // Where the article is: its first place, or the state that most of its places lie in.
        var (first, most) = (states[0], states.CountBy(state => state).MaxBy(state => state.Value).Key);
        string? near = null;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (near is not null && (near == first || near == most) && IsOpen(mentions[i]) && found[i].Candidate.Count > 1
                && PartsOfTowns.Contains(found[i].Sentence.Tokens[found[i].Candidate.First].Word))
            {
                mentions[i] = mentions[i] with { Link = mentions[i].Link! with { Country = near } };
            }
            near = IsKnownPlace(mentions[i]) ? mentions[i].Link!.Country : near;
        }
    }

    private static bool IsKnownPlace(Mention mention) => mention is { Type: EntityType.Place, Link: { Known: true, Country: not null } };

    // "Subang, Malaysia" is not the Subang that is meant without more words.
    private static GazetteerEntry? Namesake(FoundMention found, string state) =>
        found.Sentence.KnownAt.TryGetValue(found.Candidate.First, out var match) && match.Count == found.Candidate.Count
            ? match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Place && entry.Country == state)
            : null;

    private static bool IsOpen(Mention mention) => mention is { Type: EntityType.Place, Link: { Country: null, Known: false } };

    // "Jalan Braga" is called after a town, and lies elsewhere.
    private static string? Inside(FoundMention found) => found.Sentence.Folded[found.Candidate.First] is "jalan" or "jl" ? null : found.Sentence.Known
        .Where(match => match.First >= found.Candidate.First && match.First + match.Count <= found.Candidate.End)
        .Select(match => match.Entries[0].Country).FirstOrDefault(country => country is not null);

    private static string? Behind(IReadOnlyList<FoundMention> found, List<Mention> mentions, int i)
    {
        var comma = found[i].Candidate.End;
        return i + 1 < mentions.Count && found[i + 1].Sentence == found[i].Sentence && comma + 1 == found[i + 1].Candidate.First && found[i].Sentence.Tokens[comma].Text == ","
            ? mentions[i + 1] switch
            {
                { Type: EntityType.Country, Link: { } state } => state.Key,
                { Type: EntityType.Place, Link.Country: { } state } => state,
                _ => null,
            }
            : null;
    }
}
