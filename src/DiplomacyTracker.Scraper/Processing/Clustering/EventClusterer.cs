namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>A report beside the reports of the same event, with the evidence that put it there ("same-date same-meeting").</summary>
internal sealed record Placed(Telling Telling, string Why);

/// <summary>
/// Puts the reports of one block together that tell one event. Deterministic: the answer depends on the reports alone, never on the order in which
/// they came. Editions, years and places of meetings that differ separate for good; headlines decide nothing.
/// </summary>
internal static class EventClusterer
{
    /// <summary>Raised whenever the same reports may be put together differently or say something else together.</summary>
    public const string Version = "8";

    /// <param name="own">The block's reports.</param>
    /// <param name="guests">Reports of the block after that are near enough to belong here.</param>
    /// <returns>The block's clusters; a guest that stands with none of its own reports is in none, and neither is a reference to what nobody tells.</returns>
    public static List<List<Placed>> Cluster(IReadOnlyCollection<Telling> own, IReadOnlyCollection<Telling> guests)
    {
        var ours = own.Where(telling => !telling.Features.IsReference).Select(telling => telling.ReportId).ToHashSet();
        return Cluster([.. own, .. guests]).FindAll(group => group.Exists(placed => ours.Contains(placed.Telling.ReportId)));
    }

    public static List<List<Placed>> Cluster(IReadOnlyCollection<Telling> tellings)
    {
        var groups = new List<EventGroup>();
        var index = new GroupIndex();
        foreach (var telling in InOrder(tellings))
        {
            // Of equals, the one of the same article, then the nearest in time, then the group that was begun first.
            var best = index.Near(telling).Select(group => (Home: group, Fit: group.FitOf(telling)))
                .Where(candidate => candidate.Fit.Score > 0)
                .OrderByDescending(candidate => candidate.Fit.Score).ThenByDescending(candidate => candidate.Home.HasToldBy(telling)).ThenBy(candidate => candidate.Home.DaysTo(telling)).ThenBy(candidate => candidate.Home.Number)
                .FirstOrDefault();
            if (telling.Features.IsReference)
            {
                best.Home?.Add(telling, best.Fit.Why);
                continue;
            }
            var home = best.Home;
            if (home is null)
            {
                home = new EventGroup(groups.Count);
                groups.Add(home);
            }
            home.Add(telling, best.Home is null ? "first-telling" : best.Fit.Why);
            index.Add(home, telling);
        }
        return groups.ConvertAll(group => group.Members);
    }

    // The best dated and named first, so that vague tellings find a group to join, and last what only refers to others; then by what never changes.
    private static IOrderedEnumerable<Telling> InOrder(IEnumerable<Telling> tellings) => tellings
        .OrderBy(telling => telling.Features.IsReference)
        .ThenByDescending(telling => telling.IsPrecise)
        .ThenByDescending(telling => telling.Summit is not { Series: null })
        .ThenByDescending(telling => telling.IsWhole)
        .ThenByDescending(telling => telling.IsDated)
        .ThenByDescending(telling => telling.Features.Summit?.Edition is not null)
        .ThenByDescending(telling => telling.Features.Place is not null)
        .ThenBy(telling => telling.Features.Date?.From ?? DateOnly.MaxValue)
        .ThenBy(telling => telling.PublishedAt ?? DateTimeOffset.MaxValue)
        .ThenBy(telling => telling.ArticleKey, StringComparer.Ordinal)
        .ThenBy(telling => telling.Ordinal);
}
