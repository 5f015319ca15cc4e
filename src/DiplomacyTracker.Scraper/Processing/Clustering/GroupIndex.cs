namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Finds the groups that a report could belong to without looking at all of them: those that share a name and lie near in time.</summary>
internal sealed class GroupIndex
{
    // Windows longer than this are looked up without their days, and so are days that were put off.
    private const int LongestListed = 40;

    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    private readonly Dictionary<(string, int), HashSet<EventGroup>> _editions = [];

    public IEnumerable<EventGroup> Near(Telling telling)
    {
        var found = new HashSet<EventGroup>();
        if (EditionOf(telling) is { } edition && _editions.TryGetValue(edition, out var same))
        {
            found.UnionWith(same);
        }
        foreach (var name in NamesOf(telling))
        {
            if (_shelves.TryGetValue(name, out var shelf))
            {
                shelf.AddNear(telling, found);
            }
        }
        return found;
    }

    public void Add(EventGroup group, Telling telling)
    {
        if (EditionOf(telling) is { } edition)
        {
            (_editions.TryGetValue(edition, out var groups) ? groups : _editions[edition] = []).Add(group);
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

    private static int Weeks(DateOnly day, int slack) => (day.DayNumber + slack) / 7;

    private static (int First, int Last)? WeeksOf(Telling telling) => telling.Window is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= LongestListed
        ? (Weeks(from, -EventGroup.DaysApart), Weeks(to, EventGroup.DaysApart))
        : null;

    private sealed class Shelf
    {
        private readonly HashSet<EventGroup> _all = [];
        private readonly HashSet<EventGroup> _long = [];
        private readonly Dictionary<int, HashSet<EventGroup>> _byWeek = [];

        public void Put(EventGroup group, Telling telling)
        {
            _all.Add(group);
            if (telling.IsMoved || WeeksOf(telling) is not { } weeks)
            {
                _long.Add(group);
                return;
            }
            for (var week = weeks.First; week <= weeks.Last; week++)
            {
                if (!_byWeek.TryGetValue(week, out var groups))
                {
                    _byWeek[week] = groups = [];
                }
                groups.Add(group);
            }
        }

        public void AddNear(Telling telling, HashSet<EventGroup> found)
        {
            if (telling.IsMoved || WeeksOf(telling) is not { } weeks)
            {
                found.UnionWith(_all);
                return;
            }
            found.UnionWith(_long);
            for (var week = weeks.First; week <= weeks.Last; week++)
            {
                if (_byWeek.TryGetValue(week, out var groups))
                {
                    found.UnionWith(groups);
                }
            }
        }
    }
}
