namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Which stored event a cluster goes on as: the one that most of its reports belonged to. Ids that nobody goes on as are merged away or withdrawn.</summary>
internal static class EventIdentity
{
    /// <summary>Event id by cluster index; a cluster without one is a new event.</summary>
    public static Dictionary<int, long> Follow(IReadOnlyList<List<Placed>> clusters)
    {
        var votes = clusters.SelectMany((cluster, index) => cluster.Where(placed => placed.Telling.EventId is not null)
                .GroupBy(placed => placed.Telling.EventId!.Value).Select(group => (Cluster: index, EventId: group.Key, Votes: group.Count())))
            .OrderByDescending(vote => vote.Votes).ThenBy(vote => vote.EventId).ThenBy(vote => vote.Cluster);
        var followed = new Dictionary<int, long>();
        var taken = new HashSet<long>();
        foreach (var vote in votes)
        {
            if (!followed.ContainsKey(vote.Cluster) && taken.Add(vote.EventId))
            {
                followed[vote.Cluster] = vote.EventId;
            }
        }
        return followed;
    }

    /// <summary>Where the reports of an event that nobody goes on as went, if they went to one place mostly.</summary>
    public static int? Successor(long eventId, IReadOnlyList<List<Placed>> clusters) => clusters
        .Select((cluster, index) => (Index: index, Count: cluster.Count(placed => placed.Telling.EventId == eventId)))
        .Where(candidate => candidate.Count > 0)
        .OrderByDescending(candidate => candidate.Count).ThenBy(candidate => candidate.Index)
        .Select(candidate => (int?)candidate.Index).FirstOrDefault();
}
