namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>
/// Puts the reports of one block together that tell one event. Deterministic: the answer depends on the reports alone, never on the order in which
/// they came. Editions, years and places of meetings that differ separate for good; headlines decide nothing.
/// </summary>
internal static class EventClusterer
{
    /// <summary>Raised whenever the same reports may be put together differently or say something else together.</summary>
    public const string Version = "9";

    // The best dated and named first, so that vague tellings find a group to join, and last what only refers to others; then by what never changes.
    private static readonly Comparer<Telling> Order = Comparer<Telling>.Create((one, other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank)
        : one.Begins != other.Begins ? one.Begins.CompareTo(other.Begins)
        : one.Published != other.Published ? one.Published.CompareTo(other.Published)
        : one.ArticleKey != other.ArticleKey ? string.CompareOrdinal(one.ArticleKey, other.ArticleKey)
        : one.Ordinal.CompareTo(other.Ordinal));

    /// <param name="before">
    /// How most of these reports were put together before, by this process: the answer is the same without it, and found the sooner the fewer reports have come, gone or changed since.
    /// </param>
    public static Clustering Cluster(IReadOnlyCollection<Telling> tellings, Clustering? before = null)
    {
        var former = before?.Placed.ToDictionary(placed => placed.Telling.ReportId) ?? [];
        var kept = tellings.Where(telling => former.TryGetValue(telling.ReportId, out var placed) && placed.Telling.IsAlike(telling)).Select(telling => telling.ReportId).ToHashSet();
        var gone = new Queue<Placed>(before?.Placed.Where(placed => !kept.Contains(placed.Telling.ReportId)) ?? []);
        var placer = new Placer();
        var placed = new List<Placed>(tellings.Count);
        foreach (var telling in tellings.Order(Order))
        {
            while (gone.TryPeek(out var next) && Order.Compare(next.Telling, telling) <= 0)
            {
                placer.Miss(gone.Dequeue());
            }
            placed.Add(kept.Contains(telling.ReportId) ? placer.PlaceAgain(telling, former[telling.ReportId]) : placer.Place(telling));
        }
        return new Clustering(placed);
    }
}
