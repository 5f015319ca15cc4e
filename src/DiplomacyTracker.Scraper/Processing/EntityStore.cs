using System.Collections.Concurrent;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Finds the rows of entities, and makes them where articles name some that no file knows.</summary>
internal sealed class EntityStore(IDbContextFactory<TrackerContext> contexts)
{
    // Rows of entities are never removed, so an id that was seen stored stays right. The bound only keeps the memory small.
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<(EntityType, string), int> _known = new();

    /// <summary>
    /// Ids by type and key, all of them existing when this returns. Newcomers are stored at once, outside the caller's transaction, so that
    /// nobody waits for an entity that another worker has just found; a row that nothing comes to name is shown nowhere.
    /// </summary>
    public async Task<IReadOnlyDictionary<(EntityType Type, string Key), int>> EnsureAsync(IEnumerable<(EntityType Type, EntityLink Link)> wanted, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two workers that bring the same newcomers never wait for each other in a circle.
        var links = wanted.DistinctBy(item => (item.Type, item.Link.Key)).OrderBy(item => item.Type).ThenBy(item => item.Link.Key, StringComparer.Ordinal).ToList();
        var unknown = links.FindAll(item => !_known.ContainsKey((item.Type, item.Link.Key)));
        if (unknown.Count > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await LearnAsync(db, unknown, cancellationToken);
        }
        var ids = links.ToDictionary(item => (item.Type, item.Link.Key), item => _known[(item.Type, item.Link.Key)]);
        if (_known.Count > MostRemembered)
        {
            _known.Clear();
        }
        return ids;
    }

    private async Task LearnAsync(TrackerContext db, List<(EntityType Type, EntityLink Link)> unknown, CancellationToken cancellationToken)
    {
        var keys = unknown.Select(item => item.Link.Key).Distinct().ToList();
        var rows = await db.Entities.Where(entity => keys.Contains(entity.Key)).Select(entity => new { entity.Type, entity.Key, entity.Id }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            _known[(row.Type, row.Key)] = row.Id;
        }
        foreach (var (type, link) in unknown.Where(item => !_known.ContainsKey((item.Type, item.Link.Key))))
        {
            _known[(type, link.Key)] = await InsertAsync(db, type, link, cancellationToken);
        }
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
        // Keys longer than an address, or that differ in what an address cannot hold.
        yield return $"{slug}-{Digest.Of(type.ToString(), link.Key)[..8]}";
    }
}
