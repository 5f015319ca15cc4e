using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Topics;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Whether an event belongs to a topic, and why.</summary>
internal static class TopicRules
{
    /// <summary>The reason in a word and its evidence; null where the event does not belong.</summary>
    /// <param name="keys">Keys of all that its reports name as actors, targets, participants and place.</param>
    public static string? WhyBelongs(Topic topic, DiplomaticEvent one, IReadOnlySet<string> keys)
    {
        var definition = topic.Definition;
        if (!InPeriod(definition, one))
        {
            return null;
        }
        if (one.SummitSeries is { } series && definition.Series.Contains(series))
        {
            return $"series:{series}";
        }
        if (topic.Kind == TopicKind.Series || definition.Entities.Count == 0)
        {
            return null;
        }
        var named = definition.Entities.Where(keys.Contains).ToList();
        if (named.Count >= definition.AtLeast)
        {
            return $"entities:{string.Join(',', named)}";
        }
        return named.Count > 0 && definition.Words.FirstOrDefault(word => one.Lead?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) is { } word
            ? $"entity-and-word:{named[0]},{word}"
            : null;
    }

    private static bool InPeriod(TopicDefinition definition, DiplomaticEvent one) =>
        (definition.From is not { } from || one.SortOn is not { } day || day >= from)
        && (definition.To is not { } to || one.SortOn is not { } sortOn || sortOn <= to);
}
