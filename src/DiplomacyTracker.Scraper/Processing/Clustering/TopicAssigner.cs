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
    /// <returns>The topics whose timelines changed.</returns>
    public async Task<IReadOnlyList<Topic>> AssignAsync(TrackerContext db, IReadOnlyList<DiplomaticEvent> changed, CancellationToken cancellationToken)
    {
        await EnsureSeriesTopicsAsync(db, changed, cancellationToken);
        var topics = await db.Topics.AsTracking().ToListAsync(cancellationToken);
        var touched = new HashSet<Topic>();
        foreach (var one in changed)
        {
            var rows = await db.Set<TopicEvent>().Where(row => row.EventId == one.Id).AsTracking().ToListAsync(cancellationToken);
            var keys = await KeysAsync(db, one, cancellationToken);
            foreach (var topic in topics)
            {
                var row = rows.Find(row => row.TopicId == topic.Id);
                var why = one.Withdrawn || one.MergedInto is not null ? null : TopicRules.WhyBelongs(topic, one, keys);
                if (why is not null && row is null)
                {
                    db.Add(new TopicEvent { Topic = topic, Event = one, Why = why });
                }
                else if (why is null && row is not null)
                {
                    db.Remove(row);
                }
                if (why is not null || row is not null)
                {
                    touched.Add(topic);
                }
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        return [.. touched];
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

    private static async Task<HashSet<string>> KeysAsync(TrackerContext db, DiplomaticEvent one, CancellationToken cancellationToken)
    {
        var articles = db.Reports.Where(report => report.EventId == one.Id);
        var contents = await articles.Select(report => report.Content).ToListAsync(cancellationToken);
        return [.. contents.SelectMany(content => content.Actors.Concat(content.Targets).Concat(content.Participants.Select(participant => participant.Entity))
            .Concat(content.Place is { } place ? [place.Entity] : [])).Select(entity => entity.Key)];
    }
}
