namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>
/// Puts one report after the other into the event that it fits best, or lets it begin one. A report that was placed before goes where it went before, unless a
/// group near it has changed since: what it fitted least then, it fits no better now, so that only its own group and the changed ones are weighed.
/// </summary>
internal sealed class Placer
{
    private readonly Dictionary<long, EventGroup> _groups = [];
    private readonly GroupIndex _index = new();
    private readonly HashSet<EventGroup> _changed = [];
    private readonly GroupIndex _changedIndex = new();

    /// <summary>Places a report that was not there before.</summary>
    public Placed Place(Telling telling)
    {
        var (home, why) = BestOf(telling, _index.Near(telling));
        var placed = Put(telling, home, why);
        Change(placed.Home);
        return placed;
    }

    /// <summary>Places a report that was there before and has not changed; its predecessors may have.</summary>
    public Placed PlaceAgain(Telling telling, Placed before)
    {
        var (home, why) = BestAgain(telling, before);
        var placed = Put(telling, home, why);
        if (placed.Home != before.Home)
        {
            Change(placed.Home);
            Change(before.Home);
        }
        return placed;
    }

    /// <summary>Tells that a report which was here before is gone, or has changed and comes as a new one.</summary>
    public void Miss(Placed gone) => Change(gone.Home);

    private (EventGroup? Home, string Why) BestAgain(Telling telling, Placed before)
    {
        EventGroup? former = null;
        if (before.Home is { } home && home != telling.ReportId && (!_groups.TryGetValue(home, out former) || _changed.Contains(former)))
        {
            return BestOf(telling, _index.Near(telling));
        }
        var changed = _changedIndex.Near(telling);
        return changed.Count == 0 ? (former, before.Why) : BestOf(telling, former is null ? changed : [former, .. changed]);
    }

    // Of equals, the one of the same article, then the nearest in time, then the group that was begun first.
    private static (EventGroup? Home, string Why) BestOf(Telling telling, List<EventGroup> near)
    {
        var best = near.Select(group => (Home: group, Fit: group.FitOf(telling)))
            .Where(candidate => candidate.Fit.Score > 0)
            .OrderByDescending(candidate => candidate.Fit.Score).ThenByDescending(candidate => candidate.Home.HasToldBy(telling)).ThenBy(candidate => candidate.Home.DaysTo(telling)).ThenBy(candidate => candidate.Home.Number)
            .FirstOrDefault();
        return (best.Home, best.Home is null ? "first-telling" : best.Fit.Why);
    }

    private Placed Put(Telling telling, EventGroup? home, string why)
    {
        if (telling.Features.IsReference)
        {
            home?.Add(telling);
            return new Placed(telling, home?.Begun, why);
        }
        if (home is null)
        {
            home = new EventGroup(_groups.Count, telling.ReportId);
            _groups.Add(telling.ReportId, home);
        }
        home.Add(telling);
        _index.Add(home, telling);
        if (_changed.Contains(home))
        {
            _changedIndex.Add(home, telling);
        }
        return new Placed(telling, home.Begun, why);
    }

    // A group is other than it was from the first report on that it has gained or lost.
    private void Change(long? begun)
    {
        if (begun is { } key && _groups.TryGetValue(key, out var group) && _changed.Add(group))
        {
            foreach (var member in group.Members.Where(member => !member.Features.IsReference))
            {
                _changedIndex.Add(group, member);
            }
        }
    }
}
