using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Events;

/// <summary>An event that stands beside another, with the words that set it there; without words it is the edition before or after.</summary>
public sealed record Neighbour(Occasion When, NeighbourEvent? Event, string? Quote, IReadOnlyList<string> Sources);

public sealed record NeighbourEvent(long Id, string Slug, string TitleId, string TitleEn, DateOnly? From, DateOnly? To, DatePrecision? Precision);

/// <summary>Finds what was met for before, beside and after a meeting, and the meeting that another event was held beside.</summary>
internal static class Neighbours
{
    // A meeting without a number means the one of these days: a series may meet twice a year.
    private const int DaysAround = 60;

    /// <summary>Meetings and agreements that are told as preparing a meeting, as held beside it, or as following it.</summary>
    /// <param name="names">How reports name the meeting.</param>
    public static async Task<IReadOnlyList<Neighbour>> NeighboursAsync(this TrackerContext db, DiplomaticEvent meeting, IEnumerable<SummitReference> names, CancellationToken cancellationToken)
    {
        var keys = names.SelectMany(MeetingKey.AllOf).Distinct().ToList();
        if (keys.Count == 0 || meeting is not { From: { } first, To: { } last })
        {
            return [];
        }
        var (from, to) = Around(first, last);
        var rows = await db.Claims
            .Where(claim => claim.Field == ClaimField.Occasion && keys.Contains(claim.Value) && claim.EventId != meeting.Id && claim.Event!.SortOn >= from && claim.Event.SortOn <= to
                && (claim.Event.Type == EventType.Consult || claim.Event.Type == EventType.Agree) && !claim.Event.Withdrawn && claim.Event.MergedIntoId == null)
            .OrderBy(claim => claim.Event!.SortOn).ThenBy(claim => claim.EventId).ThenBy(claim => claim.Id)
            .Select(claim => new
            {
                claim.Subject,
                claim.Quote,
                Source = claim.Article!.Source!.Name,
                Event = new NeighbourEvent(claim.EventId, claim.Event!.Slug, claim.Event.TitleId, claim.Event.TitleEn, claim.Event.From, claim.Event.To, claim.Event.Precision),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Event, When: Enum.Parse<Occasion>(row.Subject!, ignoreCase: true)))
                // What is told before another edition of the series is none of this one.
                .Where(group => group.Key.When switch { Occasion.Before => group.Key.Event.From <= last, Occasion.After => group.Key.Event.To >= first, _ => true })
                .Select(group => new Neighbour(group.Key.When, group.Key.Event, group.First().Quote, [.. group.Select(row => row.Source).Distinct()])),
        ];
    }

    /// <summary>The last edition of the series before a meeting, and the next one after it.</summary>
    public static async Task<IReadOnlyList<Neighbour>> EditionsAsync(this TrackerContext db, DiplomaticEvent meeting, CancellationToken cancellationToken)
    {
        if (meeting is not { SummitSeries: { } series, SortOn: { } day })
        {
            return [];
        }
        var editions = db.Events.Where(e => e.SummitSeries == series && e.IsSummit && !e.Withdrawn && e.MergedIntoId == null && (e.SummitEdition != meeting.SummitEdition || e.SummitYear != meeting.SummitYear));
        var before = await Shown(editions.Where(e => e.SortOn < day).OrderByDescending(e => e.SortOn)).FirstOrDefaultAsync(cancellationToken);
        var after = await Shown(editions.Where(e => e.SortOn > day).OrderBy(e => e.SortOn)).FirstOrDefaultAsync(cancellationToken);
        return [.. new[] { (Occasion.Before, Event: before), (Occasion.After, Event: after) }.Where(pair => pair.Event is not null).Select(pair => new Neighbour(pair.Item1, pair.Event, null, []))];
    }

    /// <summary>The meetings that an event's own words set it beside, each with its event where that is one of ours.</summary>
    public static async Task<IReadOnlyList<Neighbour>> OccasionsAsync(this TrackerContext db, DiplomaticEvent of, CancellationToken cancellationToken)
    {
        var claims = await db.Claims.Where(claim => claim.EventId == of.Id && claim.Field == ClaimField.Occasion).OrderBy(claim => claim.Id)
            .Select(claim => new { claim.Subject, claim.Value, claim.Quote, Source = claim.Article!.Source!.Name }).ToListAsync(cancellationToken);
        if (claims.Count == 0)
        {
            return [];
        }
        var day = of.SortOn ?? DateOnly.MinValue;
        var (from, to) = Around(day, day);
        var near = await db.Events.Where(e => e.IsSummit && e.Id != of.Id && !e.Withdrawn && e.MergedIntoId == null && e.SortOn >= from && e.SortOn <= to)
            .Select(e => new { e.SummitSeries, e.SummitEdition, Place = e.PlaceEntity!.Key, Days = e.SortOn!.Value, Event = new NeighbourEvent(e.Id, e.Slug, e.TitleId, e.TitleEn, e.From, e.To, e.Precision) })
            .ToListAsync(cancellationToken);
        return
        [
            .. claims.GroupBy(claim => (claim.Subject, claim.Value)).Select(group =>
            {
                var meeting = MeetingKey.Read(group.Key.Value);
                var found = near
                    .Where(e => meeting.Series is null ? e.Place == meeting.Place : e.SummitSeries == meeting.Series && (meeting.Edition is null || e.SummitEdition == meeting.Edition))
                    .MinBy(e => Math.Abs(e.Days.DayNumber - day.DayNumber));
                return new Neighbour(Enum.Parse<Occasion>(group.Key.Subject!, ignoreCase: true), found?.Event, group.First().Quote, [.. group.Select(claim => claim.Source).Distinct()]);
            }),
        ];
    }

    // A date may be as far back as the calendar goes ("abad ke-1").
    private static (DateOnly From, DateOnly To) Around(DateOnly first, DateOnly last) => (
        DateOnly.FromDayNumber(Math.Max(DateOnly.MinValue.DayNumber, first.DayNumber - DaysAround)),
        DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, last.DayNumber + DaysAround)));

    private static IQueryable<NeighbourEvent> Shown(IQueryable<DiplomaticEvent> events) => events.Select(e => new NeighbourEvent(e.Id, e.Slug, e.TitleId, e.TitleEn, e.From, e.To, e.Precision));
}
