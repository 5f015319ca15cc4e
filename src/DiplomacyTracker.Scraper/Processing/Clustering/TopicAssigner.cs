using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Topics;
using DiplomacyTracker.Extraction.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Puts events on the timelines of topics: a series makes its own topic, curated topics say what belongs to them.</summary>
internal sealed class TopicAssigner(KnowledgeBase knowledge, TopicCatalogue catalogue, TimeProvider clock)
{
    /// <param name="names">Keys of all that the reports of an event name; events without reports are absent.</param>
    /// <returns>The topics whose timelines changed.</returns>
    public async Task<IReadOnlyList<Topic>> AssignAsync(
        TrackerContext db, IReadOnlyList<DiplomaticEvent> changed, IReadOnlyDictionary<DiplomaticEvent, IReadOnlySet<string>> names, CancellationToken cancellationToken)
    {
        await EnsureSeriesTopicsAsync(db, changed, cancellationToken);
        var topics = await db.Topics.AsTracking().ToListAsync(cancellationToken);
        var ids = changed.Select(one => one.Id).ToList();
        var rows = (await db.Set<TopicEvent>().Where(row => ids.Contains(row.EventId)).AsTracking().ToListAsync(cancellationToken)).ToDictionary(row => (row.TopicId, row.EventId));
        var touched = new HashSet<Topic>();
        foreach (var one in changed)
        {
            foreach (var topic in topics)
            {
                var row = rows.GetValueOrDefault((topic.Id, one.Id));
                var why = one.Withdrawn || one.MergedIntoId is not null || !names.TryGetValue(one, out var keys) ? null : TopicRules.WhyBelongs(topic, one, keys);
                Assign(db, topic, one, row, why);
                if (why is not null || row is not null)
                {
                    touched.Add(topic);
                }
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        return [.. touched];
    }

    private static void Assign(TrackerContext db, Topic topic, DiplomaticEvent one, TopicEvent? row, string? why)
    {
        if (why is null && row is not null)
        {
            db.Remove(row);
        }
        else if (why is not null && row is null)
        {
            db.Add(new TopicEvent { TopicId = topic.Id, EventId = one.Id, Why = why });
        }
        else if (why is not null)
        {
            row!.Why = why;
        }
    }

    /// <summary>Writes the curated topics of the data file into the database; runs when a process starts.</summary>
    public async Task SeedAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Topics.AsTracking().ToDictionaryAsync(topic => topic.Slug, cancellationToken);
        foreach (var entry in catalogue.Topics)
        {
            if (!stored.TryGetValue(entry.Slug, out var topic))
            {
                topic = new Topic { Slug = entry.Slug, Kind = TopicKind.Curated, TitleId = entry.TitleId, TitleEn = entry.TitleEn, Definition = entry.Definition, ChangedAt = clock.GetUtcNow() };
                db.Topics.Add(topic);
            }
            (topic.TitleId, topic.TitleEn, topic.StandfirstId, topic.StandfirstEn, topic.Definition) =
                (entry.TitleId, entry.TitleEn, entry.StandfirstId, entry.StandfirstEn, entry.Definition);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task EnsureSeriesTopicsAsync(TrackerContext db, IReadOnlyList<DiplomaticEvent> changed, CancellationToken cancellationToken)
    {
        foreach (var key in changed.Select(one => one.SummitSeries).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (knowledge.SummitSeries.FirstOrDefault(series => series.Key == key) is not { } series)
            {
                continue;
            }
            var definition = System.Text.Json.JsonSerializer.Serialize(
                new TopicDefinition([], [key], [], 0, null, null), System.Text.Json.JsonSerializerOptions.Web);
            // Two blocks may bring a series for the first time together.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO topics (slug, kind, title_id, title_en, definition, revision, changed_at)
                VALUES ({EntitySlug.Of(series.NameId)}, {nameof(TopicKind.Series)}, {series.NameId}, {series.NameEn}, {definition}::jsonb, 0, {clock.GetUtcNow()})
                ON CONFLICT (slug) DO NOTHING
                """, cancellationToken);
        }
    }
}
