using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Finds the row of an entity, and makes it where an article names one that no file knows.</summary>
internal static class EntityStore
{
    /// <summary>Ids by type and key, all of them existing when this returns. Runs inside the article's transaction.</summary>
    public static async Task<IReadOnlyDictionary<(EntityType Type, string Key), int>> EnsureAsync(
        TrackerContext db, IEnumerable<(EntityType Type, EntityLink Link)> wanted, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two articles that bring the same newcomers never wait for each other in a circle.
        var links = wanted.DistinctBy(item => (item.Type, item.Link.Key))
            .OrderBy(item => item.Type).ThenBy(item => item.Link.Key, StringComparer.Ordinal).ToList();
        var ids = await FindAsync(db, links.Select(item => item.Link.Key), cancellationToken);
        foreach (var (type, link) in links.Where(item => !ids.ContainsKey((item.Type, item.Link.Key))))
        {
            ids[(type, link.Key)] = await InsertAsync(db, type, link, cancellationToken);
        }
        return ids;
    }

    private static async Task<Dictionary<(EntityType, string), int>> FindAsync(TrackerContext db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var list = keys.Distinct().ToList();
        var rows = await db.Entities.Where(entity => list.Contains(entity.Key))
            .Select(entity => new { entity.Type, entity.Key, entity.Id }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.Type, row.Key), row => row.Id);
    }

    private static async Task<int> InsertAsync(TrackerContext db, EntityType type, EntityLink link, CancellationToken cancellationToken)
    {
        var typeName = type.ToString();
        var origin = KnowledgeOrigin.Article.ToString();
        foreach (var slug in Slugs(type, link))
        {
            var ids = await db.Database.SqlQuery<int>(
                $"""
                INSERT INTO entities (type, key, slug, name_en, name_id, country, origin)
                VALUES ({typeName}, {link.Key}, {slug}, {link.Name}, {link.Name}, {link.Country}, {origin})
                ON CONFLICT DO NOTHING
                RETURNING id AS "Value"
                """).ToListAsync(cancellationToken);
            if (ids.Count == 1)
            {
                return ids[0];
            }
            // Either another article brought it just now, or the slug belongs to a thing of another type.
            if (await db.Entities.Where(entity => entity.Type == type && entity.Key == link.Key)
                .Select(entity => (int?)entity.Id).SingleOrDefaultAsync(cancellationToken) is { } id)
            {
                return id;
            }
        }
        throw new InvalidOperationException($"No address is free for the {typeName} {link.Key}.");
    }

    private static IEnumerable<string> Slugs(EntityType type, EntityLink link)
    {
        var slug = EntitySlug.Of(link.Key);
        yield return slug;
        yield return $"{slug}-{type.ToString().ToLowerInvariant()}";
    }
}
