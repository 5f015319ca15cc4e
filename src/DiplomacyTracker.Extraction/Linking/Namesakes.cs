using System.Globalization;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>
/// Tells bodies of one name apart within one article. A body that is known by the year or the state of its one occasion ("2003 coalition against Iraq") is
/// meant where the sentence says that year or state; what a sentence leaves open was said at the first mention.
/// </summary>
internal sealed class Namesakes
{
    private readonly Dictionary<string, GazetteerEntry> _meant = new(StringComparer.Ordinal);

    public GazetteerEntry? Meant(FoundMention found)
    {
        if (found.Candidate is not { Type: EntityType.Organization, Entry: { } entry } || Others(found, entry) is not { Count: > 0 } others)
        {
            return found.Candidate.Entry;
        }
        var meant = others.Find(other => IsOccasionOf(other, found.Sentence)) ?? _meant.GetValueOrDefault(entry.Key) ?? entry;
        _meant.TryAdd(entry.Key, meant);
        return meant;
    }

    private static List<GazetteerEntry> Others(FoundMention found, GazetteerEntry entry) =>
        [.. found.Sentence.Known.Where(match => match.First == found.Candidate.First && match.Count == found.Candidate.Count)
            .SelectMany(match => match.Entries).Where(other => other.Type == entry.Type && other.Key != entry.Key && YearOf(other) is not null)];

    private static bool IsOccasionOf(GazetteerEntry body, SentenceTokens sentence) =>
        (YearOf(body) is { } year && sentence.Folded.Contains(year)) || sentence.Known.Any(match => match.Entries[0] is { Type: EntityType.Country } state && body.Name.Contains(state.Name, StringComparison.Ordinal));

    private static string? YearOf(GazetteerEntry body) =>
        Array.Find(body.Name.Split(' '), word => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
