using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Which places are cities; a building, a region or a sea may lie in a city or around it.</summary>
internal sealed class PlaceKinds(KnowledgeBase knowledge)
{
    private readonly HashSet<string> _cities = [.. knowledge.Places.Where(row => row.Kind == "city").Select(row => row.Key)];

    /// <summary>The place that a linked mention names. A city counts as one only where something is said to be "di" it; any other name may only be spoken of.</summary>
    public ReportedPlace Of(Mention place, SentenceView view) =>
        new(place.Link!, place.Span, _cities.Contains(place.Link!.Key) && view.IndexOf(place) is > 0 and var at && view.Folded[at - 1] == "di", WithinOf(place, view));

    // "Mar-a-Lago, Florida": the second holds the first.
    private static EntityLink? WithinOf(Mention place, SentenceView view)
    {
        var comma = view.Tokens.FindIndex(token => token.Start >= place.Span.End);
        return comma > 0 && view.Folded[comma] == "," && comma + 1 < view.Tokens.Count
            ? view.Mentions.FirstOrDefault(mention => mention is { Type: EntityType.Place, Link.Known: true } && mention.Span.Start == view.Tokens[comma + 1].Start)?.Link
            : null;
    }
}
