using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Web.Pages.Shared;

public static class TimelinePaging
{
    /// <summary>Events in the order of the timeline from a key on; undated ones last in both orders.</summary>
    public static IQueryable<DiplomaticEvent> PageOf(this IQueryable<DiplomaticEvent> events, PageKey? after, bool newestFirst) =>
        newestFirst ? NewestFirst(events, after) : OldestFirst(events, after);

    private static IQueryable<DiplomaticEvent> OldestFirst(IQueryable<DiplomaticEvent> events, PageKey? after)
    {
        if (after is { Day: { } day, Id: var id })
        {
            events = events.Where(e => e.SortOn == null || e.SortOn > day || (e.SortOn == day && e.Id > id));
        }
        else if (after is { Day: null, Id: var last })
        {
            events = events.Where(e => e.SortOn == null && e.Id > last);
        }
        return events.OrderBy(e => e.SortOn == null).ThenBy(e => e.SortOn).ThenBy(e => e.Id);
    }

    private static IQueryable<DiplomaticEvent> NewestFirst(IQueryable<DiplomaticEvent> events, PageKey? after)
    {
        if (after is { Day: { } day, Id: var id })
        {
            events = events.Where(e => e.SortOn == null || e.SortOn < day || (e.SortOn == day && e.Id < id));
        }
        else if (after is { Day: null, Id: var last })
        {
            events = events.Where(e => e.SortOn == null && e.Id < last);
        }
        return events.OrderBy(e => e.SortOn == null).ThenByDescending(e => e.SortOn).ThenByDescending(e => e.Id);
    }
}
