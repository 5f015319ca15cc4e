using DiplomacyTracker.Data;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>What readers call an origin: our source's name, or the name of the wire or outlet that is cited.</summary>
public static class OriginNames
{
    /// <summary>A name for each key; a cited outlet that nobody knows keeps its words.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOfOriginsAsync(this TrackerContext db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToList();
        var names = await db.Entities.Where(entity => entity.Type == EntityType.Organization && wanted.Contains(entity.Key))
            .ToDictionaryAsync(entity => entity.Key, entity => entity.NameEn, cancellationToken);
        foreach (var source in await db.Sources.Where(source => wanted.Contains(source.Key)).Select(source => new { source.Key, source.Name }).ToListAsync(cancellationToken))
        {
            names[source.Key] = source.Name;
        }
        return wanted.ToDictionary(key => key, key => names.GetValueOrDefault(key) ?? key.Replace('-', ' '));
    }
}
