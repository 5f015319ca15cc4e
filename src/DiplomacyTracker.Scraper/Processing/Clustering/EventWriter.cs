using System.Globalization;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Stores the clusters of one block as events; only rows whose facts differ are touched.</summary>
internal sealed class EventWriter(EventTitles titles, TimeProvider clock)
{
    /// <summary>Writes inside the caller's transaction.</summary>
    /// <returns>The events whose published facts changed, withdrawn and merged ones among them.</returns>
    public async Task<IReadOnlyList<DiplomaticEvent>> WriteAsync(
        TrackerContext db, string block, IReadOnlyList<List<EventReport>> clusters, CancellationToken cancellationToken)
    {
        var followed = EventIdentity.Follow(clusters);
        var stored = await LoadAsync(db, block, clusters, cancellationToken);
        var facts = clusters.Select(EventFacts.Of).ToList();
        var ids = await EntityStore.EnsureAsync(db, facts.SelectMany(LinksOf), cancellationToken);
        var changed = new List<DiplomaticEvent>();
        var homes = new List<DiplomaticEvent>();
        for (var i = 0; i < clusters.Count; i++)
        {
            var isNew = !followed.TryGetValue(i, out var id) || !stored.ContainsKey(id);
            var home = isNew ? await AddAsync(db, block, facts[i], cancellationToken) : stored[id];
            homes.Add(home);
            if (Apply(home, block, facts[i], ids) || isNew)
            {
                changed.Add(home);
            }
        }
        changed.AddRange(Retire(stored.Values.Except(homes), block, clusters, homes));
        for (var i = 0; i < clusters.Count; i++)
        {
            clusters[i].ForEach(report => report.Event = homes[i]);
        }
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static async Task<Dictionary<long, DiplomaticEvent>> LoadAsync(
        TrackerContext db, string block, IReadOnlyList<List<EventReport>> clusters, CancellationToken cancellationToken)
    {
        var carried = clusters.SelectMany(cluster => cluster).Select(report => report.EventId).OfType<long>().Distinct().ToList();
        // An event of another block follows its reports here only when none of them is left behind there.
        return await db.Events
            .Where(e => e.MergedIntoId == null && (e.Block == block || (carried.Contains(e.Id) && !db.Reports.Any(r => r.EventId == e.Id && r.Block != block))))
            .Include(e => e.Claims).Include(e => e.Discrepancies).Include(e => e.Participants)
            .AsSplitQuery().AsTracking().ToDictionaryAsync(e => e.Id, cancellationToken);
    }

    private async Task<DiplomaticEvent> AddAsync(TrackerContext db, string block, EventFacts facts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (id, en) = titles.Of(facts);
        var home = new DiplomaticEvent
        {
            Slug = await MintAsync(db, $"{id} {facts.SortOn?.ToString("yyyy-MM", CultureInfo.InvariantCulture)}", cancellationToken),
            TitleId = id,
            TitleEn = en,
            Block = block,
            RecordedAt = now,
            ChangedAt = now,
        };
        db.Events.Add(home);
        await db.SaveChangesAsync(cancellationToken);
        return home;
    }

    private static async Task<string> MintAsync(TrackerContext db, string name, CancellationToken cancellationToken)
    {
        var slug = EntitySlug.Of(name);
        var taken = await db.Events.Where(e => e.Slug == slug || e.Slug.StartsWith(slug + "-")).Select(e => e.Slug).ToListAsync(cancellationToken);
        var number = 2;
        var minted = slug;
        while (taken.Contains(minted))
        {
            minted = $"{slug}-{number++}";
        }
        return minted;
    }

    private bool Apply(DiplomaticEvent home, string block, EventFacts facts, IReadOnlyDictionary<(EntityType, string), int> ids)
    {
        var before = Fingerprint(home);
        var (titleId, titleEn) = titles.Of(facts);
        (home.TitleId, home.TitleEn) = (titleId, titleEn);
        (home.Type, home.Status, home.Block, home.Withdrawn) = (facts.Type, facts.Status, block, false);
        home.IsSummit = facts.Summit is not null && facts.Type == EventType.Consult;
        (home.SummitSeries, home.SummitEdition, home.SummitYear) = (facts.Summit?.Series, facts.Summit?.Edition, facts.Summit?.Year);
        (home.From, home.To, home.Precision) = (facts.Date?.From, facts.Date?.To, facts.Date?.Precision);
        (home.Approximate, home.YearInferred) = (facts.Date?.Approximate ?? false, facts.Date?.YearInferred ?? false);
        (home.DateValue, home.DateWords, home.SortOn) = (facts.DateValue, facts.DateWords, facts.SortOn);
        home.Edtf = facts.Claims.FirstOrDefault(claim => claim.Field == ClaimField.Date && claim.Report.Content.Time!.Interval == facts.Date)?.Value;
        home.PlaceEntityId = facts.Place is { } place ? ids[(EntityType.Place, place.Key)] : null;
        (home.ArticleCount, home.SourceCount, home.OriginCount) = (facts.Articles, facts.Sources, facts.Tally.Count);
        if (!home.Countries.SequenceEqual(facts.Countries))
        {
            home.Countries = [.. facts.Countries];
        }
        if (!home.Tally.SequenceEqual(facts.Tally))
        {
            home.Tally = [.. facts.Tally];
        }
        home.HasOpenDiscrepancy = facts.Differences.Any(difference => difference.Class == DifferenceClass.Discrepancy);
        (home.Lead, home.LeadArticleId) = (Quotes.Words(facts.Lead, facts.Lead.Content.Sentence).Trim(), facts.Lead.ArticleId);
        ReplaceChildren(home, facts, ids);
        return Fingerprint(home) != before;
    }

    // Rows that say the same stay as they are, so that a second run writes nothing.
    private static void ReplaceChildren(DiplomaticEvent home, EventFacts facts, IReadOnlyDictionary<(EntityType, string), int> ids)
    {
        Replace(home.Claims, facts.Claims.Select(claim => new Claim
        {
            ArticleId = claim.Report.ArticleId,
            Field = claim.Field,
            Subject = claim.Subject,
            Value = claim.Value,
            Part = claim.Span.Part,
            Start = claim.Span.Start,
            End = claim.Span.End,
            Quote = claim.Quote,
            Origin = claim.Report.Origin,
        }), claim => (claim.ArticleId, claim.Field, claim.Subject, claim.Value, claim.Part, claim.Start, claim.End, claim.Quote, claim.Origin));
        Replace(home.Discrepancies, facts.Differences.Select(difference => new Discrepancy
        {
            Field = difference.Field,
            Subject = difference.Subject,
            Class = difference.Class,
            Values = [.. difference.Values],
            Causes = [.. difference.Causes],
        }), difference => (difference.Field, difference.Subject, difference.Class, string.Join('|', difference.Values), string.Join('|', difference.Causes)));
        Replace(home.Participants, facts.Participants.Select(participant => new EventParticipant
        {
            EntityId = ids[(participant.Type, participant.Entity.Key)],
            Attendance = participant.Attendance,
            Office = participant.Office,
            Country = participant.Entity.Country,
            ByEntityId = participant.By is { } by ? ids[(EntityType.Person, by.Key)] : null,
            Origins = [.. participant.Origins],
        }).DistinctBy(participant => participant.EntityId), participant => (participant.EntityId, participant.Attendance, participant.Office, participant.Country, participant.ByEntityId, string.Join('|', participant.Origins)));
    }

    private static void Replace<TRow, TIdentity>(List<TRow> rows, IEnumerable<TRow> wanted, Func<TRow, TIdentity> identity)
        where TIdentity : notnull
    {
        var missing = wanted.ToList();
        var keep = missing.Select(identity).ToHashSet();
        rows.RemoveAll(row => !keep.Contains(identity(row)));
        var present = rows.Select(identity).ToHashSet();
        rows.AddRange(missing.Where(row => present.Add(identity(row))));
    }

    private static IEnumerable<DiplomaticEvent> Retire(
        IEnumerable<DiplomaticEvent> orphans, string block, IReadOnlyList<List<EventReport>> clusters, List<DiplomaticEvent> homes)
    {
        foreach (var orphan in orphans.Where(orphan => orphan.Block == block))
        {
            if (EventIdentity.Successor(orphan.Id, clusters) is { } successor)
            {
                orphan.MergedInto = homes[successor];
                yield return orphan;
            }
            else if (!orphan.Withdrawn)
            {
                orphan.Withdrawn = true;
                yield return orphan;
            }
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

    // What readers see of the event, as one comparable text.
    private static string Fingerprint(DiplomaticEvent e) => string.Join('\n',
    [
        $"{e.TitleId}|{e.TitleEn}|{e.Type}|{e.Status}|{e.IsSummit}|{e.SummitSeries}|{e.SummitEdition}|{e.SummitYear}",
        $"{e.Edtf}|{e.DateValue}|{e.DateWords}|{e.YearInferred}|{e.PlaceEntityId}|{string.Join(',', e.Countries)}",
        $"{e.ArticleCount}|{e.SourceCount}|{string.Join(',', e.Tally)}|{e.Lead}|{e.LeadArticleId}|{e.Withdrawn}",
        .. e.Claims.Select(c => $"{c.ArticleId}|{c.Field}|{c.Subject}|{c.Value}|{c.Quote}|{c.Origin}").Order(StringComparer.Ordinal),
        .. e.Discrepancies.Select(d => $"{d.Field}|{d.Subject}|{d.Class}|{string.Join(',', d.Values)}|{string.Join(',', d.Causes)}").Order(StringComparer.Ordinal),
        .. e.Participants.Select(p => $"{p.EntityId}|{p.Attendance}|{p.Office}|{p.ByEntityId}|{string.Join(',', p.Origins)}").Order(StringComparer.Ordinal),
    ]);
}
