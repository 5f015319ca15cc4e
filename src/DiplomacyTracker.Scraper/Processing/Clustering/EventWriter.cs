using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Events whose published facts changed, and what the reports of each name.</summary>
internal sealed record WrittenEvents(IReadOnlyList<DiplomaticEvent> Changed, IReadOnlyDictionary<DiplomaticEvent, IReadOnlySet<string>> Names);

/// <summary>Stores the clusters of one block as events; a cluster of the same reports as before is not even read, and only rows whose facts differ are written.</summary>
internal sealed class EventWriter(EntityStore entities, EventTitles titles, Differences differences, TopicCatalogue topics, TimeProvider clock)
{
    /// <summary>Writes inside the caller's transaction.</summary>
    public async Task<WrittenEvents> WriteAsync(TrackerContext db, string block, IReadOnlyList<List<Placed>> clusters, CancellationToken cancellationToken)
    {
        var followed = EventIdentity.Follow(clusters);
        var madeOf = clusters.Select(MadeOf).ToList();
        var stored = await StoredAsync(db, block, [.. clusters.SelectMany(cluster => cluster).Select(placed => placed.Telling.EventId).OfType<long>().Distinct()], cancellationToken);
        var stale = Enumerable.Range(0, clusters.Count).Where(i => !(followed.TryGetValue(i, out var id) && stored.TryGetValue(id, out var known) && known == madeOf[i])).ToList();
        var events = await LoadEventsAsync(db, [.. stored.Keys.Except(followed.Where(pair => !stale.Contains(pair.Key)).Select(pair => pair.Value))], cancellationToken);
        var reports = await LoadReportsAsync(db, [.. stale.SelectMany(i => clusters[i].Select(placed => placed.Telling.ReportId))], cancellationToken);
        var facts = stale.ToDictionary(i => i, i => EventFacts.Of([.. clusters[i].Select(placed => reports[placed.Telling.ReportId])], differences));
        var ids = await entities.EnsureAsync(facts.Values.SelectMany(LinksOf), cancellationToken);

        bool IsNew(int i) => !followed.TryGetValue(i, out var id) || !events.ContainsKey(id);
        var news = stale.FindAll(IsNew);
        var slugs = await EventSlugs.LoadAsync(db, news.ConvertAll(i => (titles.Of(facts[i]).Id, facts[i])), cancellationToken);
        var keys = new Queue<long>(await db.TakeKeysAsync<DiplomaticEvent>(news.Count, cancellationToken));
        var changed = new List<DiplomaticEvent>();
        var names = new Dictionary<DiplomaticEvent, IReadOnlySet<string>>();
        var homes = new Dictionary<int, DiplomaticEvent>();
        foreach (var i in stale)
        {
            var isNew = IsNew(i);
            var home = isNew ? New(keys.Dequeue(), block, facts[i], slugs) : events[followed[i]];
            (homes[i], home.MadeOf) = (home, madeOf[i]);
            if (EventRow.Apply(home, block, facts[i], titles.Of(facts[i]), ids) || isNew)
            {
                changed.Add(home);
                names[home] = facts[i].Names;
            }
        }
        await InsertAsync(db, news.ConvertAll(i => homes[i]), cancellationToken);
        changed.AddRange(await RetireAsync(db, [.. events.Values.Except(homes.Values)], clusters, homes, followed, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await PlaceReportsAsync(db, clusters, homes, followed, cancellationToken);
        return new WrittenEvents(changed, names);
    }

    // What the event is a function of: its reports, how their articles copy each other, and the code and topics that it was made with.
    private string MadeOf(List<Placed> cluster) => Digest.Of(
        [EventClusterer.Version, topics.Version, .. Telling.InOrder(cluster.Select(placed => placed.Telling)).Select(telling => $"{telling.ArticleId} {telling.Ordinal} {telling.Digest} {telling.ReprintOfId}")]);

    // What each event that may go on here, or end here, was made of.
    private static async Task<Dictionary<long, string>> StoredAsync(TrackerContext db, string block, List<long> told, CancellationToken cancellationToken)
    {
        var stored = await db.Events.Where(e => e.Block == block && e.MergedIntoId == null && !e.Withdrawn).ToDictionaryAsync(e => e.Id, e => e.MadeOf, cancellationToken);
        var elsewhere = told.FindAll(id => !stored.ContainsKey(id));
        // An event of another block goes on here, or ends here, only when none of its reports is left behind there.
        var coming = elsewhere.Count == 0 ? [] : await db.Events
            .Where(e => elsewhere.Contains(e.Id) && e.MergedIntoId == null && !db.Reports.Any(report => report.EventId == e.Id && report.Block != block))
            .Select(e => e.Id).ToListAsync(cancellationToken);
        coming.ForEach(id => stored.Add(id, ""));
        return stored;
    }

    private static Task<Dictionary<long, DiplomaticEvent>> LoadEventsAsync(TrackerContext db, List<long> ids, CancellationToken cancellationToken) => db.Events
        .Where(e => ids.Contains(e.Id)).Include(e => e.Claims).Include(e => e.Discrepancies).Include(e => e.Participants)
        .AsSplitQuery().AsTracking().ToDictionaryAsync(e => e.Id, cancellationToken);

    private static Task<Dictionary<long, EventReport>> LoadReportsAsync(TrackerContext db, List<long> ids, CancellationToken cancellationToken) => db.Reports
        .Where(report => ids.Contains(report.Id)).Include(report => report.Article!.Source).AsNoTrackingWithIdentityResolution().ToDictionaryAsync(report => report.Id, cancellationToken);

    private DiplomaticEvent New(long id, string block, EventFacts facts, EventSlugs slugs)
    {
        var now = clock.GetUtcNow();
        var (titleId, titleEn) = titles.Of(facts);
        return new DiplomaticEvent { Id = id, Slug = slugs.Mint(titleId, facts), TitleId = titleId, TitleEn = titleEn, Block = block, RecordedAt = now, ChangedAt = now };
    }

    private static async Task InsertAsync(TrackerContext db, List<DiplomaticEvent> events, CancellationToken cancellationToken)
    {
        await db.BulkInsertWithKeysAsync(events, cancellationToken);
        await db.BulkInsertAsync(events.SelectMany(e => e.Claims).ToList(), cancellationToken);
        await db.BulkInsertAsync(events.SelectMany(e => e.Discrepancies).ToList(), cancellationToken);
        await db.BulkInsertAsync(events.SelectMany(e => e.Participants).ToList(), cancellationToken);
    }

    private static async Task<IReadOnlyList<DiplomaticEvent>> RetireAsync(
        TrackerContext db, List<DiplomaticEvent> orphans, IReadOnlyList<List<Placed>> clusters, Dictionary<int, DiplomaticEvent> homes, Dictionary<int, long> followed,
        CancellationToken cancellationToken)
    {
        var here = clusters.SelectMany(cluster => cluster.Select(placed => placed.Telling.ReportId)).ToList();
        var ids = orphans.ConvertAll(orphan => orphan.Id);
        // An event whose reports are in another block now goes on there.
        var elsewhere = await db.Reports.Where(report => report.EventId != null && ids.Contains(report.EventId.Value) && !here.Contains(report.Id) && report.Article!.TakenDownAt == null)
            .Select(report => report.EventId!.Value).Distinct().ToListAsync(cancellationToken);
        var retired = new List<DiplomaticEvent>();
        foreach (var orphan in orphans.Where(orphan => !elsewhere.Contains(orphan.Id)))
        {
            orphan.Claims.Clear();
            orphan.Discrepancies.Clear();
            orphan.Participants.Clear();
            if (EventIdentity.Successor(orphan.Id, clusters) is { } successor)
            {
                orphan.MergedIntoId = homes.TryGetValue(successor, out var home) ? home.Id : followed[successor];
                retired.Add(orphan);
            }
            else if (!orphan.Withdrawn)
            {
                (orphan.Withdrawn, orphan.MadeOf) = (true, "");
                retired.Add(orphan);
            }
        }
        return retired;
    }

    private static async Task PlaceReportsAsync(
        TrackerContext db, IReadOnlyList<List<Placed>> clusters, Dictionary<int, DiplomaticEvent> homes, Dictionary<int, long> followed, CancellationToken cancellationToken)
    {
        var moved = clusters.SelectMany((cluster, i) => cluster.Select(placed => (placed.Telling, placed.Why, EventId: homes.TryGetValue(i, out var home) ? home.Id : followed[i])))
            .Where(row => row.Telling.EventId != row.EventId || row.Telling.Why != row.Why).ToList();
        if (moved.Count > 0)
        {
            var (ids, events, whys) = (moved.ConvertAll(row => row.Telling.ReportId), moved.ConvertAll(row => row.EventId), moved.ConvertAll(row => row.Why));
            await db.Database.ExecuteSqlAsync(
                $"UPDATE reports SET event_id = moved.event_id, why = moved.why FROM unnest({ids}, {events}, {whys}) AS moved(id, event_id, why) WHERE reports.id = moved.id", cancellationToken);
        }
    }

    private static IEnumerable<(EntityType, EntityLink)> LinksOf(EventFacts facts)
    {
        if (facts.Place is { } place)
        {
            yield return (EntityType.Place, place);
        }
        foreach (var participant in facts.Participants)
        {
            yield return (participant.Type, participant.Entity);
            if (participant.By is { } by)
            {
                yield return (EntityType.Person, by);
            }
        }
    }
}
