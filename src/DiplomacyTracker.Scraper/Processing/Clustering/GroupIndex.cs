namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Finds the groups that a report could belong to without looking at all of them: those that share a name and lie near in time.</summary>
internal sealed class GroupIndex
{
    // Windows longer than this are looked up without their days, and so are days that were put off.
    private const int LongestListed = 40;

    // Few enough that other days are left alone, many enough that a week is not looked through day by day.
    private const int DaysOfDrawer = 4;

    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    private readonly Dictionary<(string, int), List<EventGroup>> _editions = [];

    /// <summary>Each group once, in no order that means anything.</summary>
    public List<EventGroup> Near(Telling telling)
    {
        var found = new Found();
        if (EditionOf(telling) is { } edition && _editions.TryGetValue(edition, out var same))
        {
            found.Take(same);
        }
        foreach (var name in NamesOf(telling))
        {
            if (_shelves.TryGetValue(name, out var shelf))
            {
                shelf.TakeNear(telling, found);
            }
        }
        return found.Groups;
    }

    public void Add(EventGroup group, Telling telling)
    {
        if (EditionOf(telling) is { } edition)
        {
            Put(_editions.TryGetValue(edition, out var groups) ? groups : _editions[edition] = [], group);
        }
        foreach (var name in NamesOf(telling))
        {
            if (!_shelves.TryGetValue(name, out var shelf))
            {
                _shelves[name] = shelf = new Shelf();
            }
            shelf.Put(group, telling);
        }
    }

    // An edition is one whatever day is told of it.
    private static (string, int)? EditionOf(Telling telling) => telling.Summit is { Series: { } series, Edition: { } edition } ? (series, edition) : null;

    private static IEnumerable<string> NamesOf(Telling telling) => telling.Features.Actors
        .Concat(telling.Summit?.Series is { } series ? ["series " + series] : [])
        .Concat((telling.Summit?.Place ?? telling.Features.Place) is { } place ? ["place " + place] : []);

    // A group stands on the days around its own too, so that a look-up asks for a report's days alone.
    private static (int First, int Last)? DrawersOf(Telling telling, int around) => telling.Window is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= LongestListed
        ? ((from.DayNumber - around) / DaysOfDrawer, (to.DayNumber + around) / DaysOfDrawer)
        : null;

    // The same group mostly comes several times in a row; the rest of the repeats cost a look each.
    private static void Put(List<EventGroup> groups, EventGroup group)
    {
        if (groups.Count == 0 || groups[^1] != group)
        {
            groups.Add(group);
        }
    }

    private sealed class Found
    {
        public List<EventGroup> Groups { get; } = [];

        public void Take(List<EventGroup> groups)
        {
            foreach (var group in groups)
            {
                if (group.FoundIn != this)
                {
                    group.FoundIn = this;
                    Groups.Add(group);
                }
            }
        }
    }

    private sealed class Shelf
    {
        private readonly List<EventGroup> _all = [];
        private readonly List<EventGroup> _long = [];
        private readonly Dictionary<int, List<EventGroup>> _drawers = [];

        public void Put(EventGroup group, Telling telling)
        {
            GroupIndex.Put(_all, group);
            if (telling.IsMoved || DrawersOf(telling, EventGroup.DaysApart) is not { } drawers)
            {
                GroupIndex.Put(_long, group);
                return;
            }
            for (var drawer = drawers.First; drawer <= drawers.Last; drawer++)
            {
                GroupIndex.Put(_drawers.TryGetValue(drawer, out var groups) ? groups : _drawers[drawer] = [], group);
            }
        }

        public void TakeNear(Telling telling, Found found)
        {
            if (telling.IsMoved || DrawersOf(telling, 0) is not { } drawers)
            {
                found.Take(_all);
                return;
            }
            found.Take(_long);
            for (var drawer = drawers.First; drawer <= drawers.Last; drawer++)
            {
                if (_drawers.TryGetValue(drawer, out var groups))
                {
                    found.Take(groups);
                }
            }
        }
    }
}
