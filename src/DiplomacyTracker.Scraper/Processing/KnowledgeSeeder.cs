using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Fills entities, aliases and tenures from the knowledge files; what editors entered is left as it is.</summary>
internal sealed class KnowledgeSeeder(IDbContextFactory<TrackerContext> contexts, KnowledgeBase knowledge)
{
    private const long LockKey = 7_204_118_003;

    /// <returns>False where this version of the files was already filled in.</returns>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        var installation = await db.Installations.SingleAsync(cancellationToken);
        if (installation.KnowledgeVersion == knowledge.Version)
        {
            return false;
        }
        var entities = await SeedEntitiesAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await SeedTenuresAsync(db, entities, cancellationToken);
        installation.KnowledgeVersion = knowledge.Version;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private sealed record Row(EntityType Type, string Key, string NameEn, string NameId, string? Country, string? Wikidata, IReadOnlyList<string> Aliases);

    private IEnumerable<Row> Rows() =>
        knowledge.Countries.Select(row => new Row(EntityType.Country, row.Code, row.NameEn, row.NameId, row.Code, row.Wikidata, [.. row.Aliases, .. row.Abbreviations]))
            .Concat(knowledge.Places.Select(row => new Row(EntityType.Place, row.Key, row.NameEn, row.NameId, row.Country, row.Wikidata, row.Aliases)))
            .Concat(knowledge.Organizations.Select(row => new Row(EntityType.Organization, row.Key, row.NameEn, row.NameId, row.Country, row.Wikidata, [.. row.Aliases, .. row.Abbreviations])))
            .Concat(knowledge.Persons.Select(row => new Row(EntityType.Person, row.Key, row.Name, row.Name, row.Country, row.Wikidata, row.Aliases)));

    private async Task<Dictionary<(EntityType, string), Entity>> SeedEntitiesAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Entities.Include(entity => entity.Aliases).AsSplitQuery().ToDictionaryAsync(entity => (entity.Type, entity.Key), cancellationToken);
        var slugs = stored.Values.Select(entity => entity.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Rows())
        {
            if (!stored.TryGetValue((row.Type, row.Key), out var entity))
            {
                entity = new Entity { Type = row.Type, Key = row.Key, Slug = Mint(row, slugs), NameEn = row.NameEn, NameId = row.NameId };
                stored[(row.Type, row.Key)] = entity;
                db.Entities.Add(entity);
            }
            if (entity.Origin != KnowledgeOrigin.Editor)
            {
                (entity.NameEn, entity.NameId, entity.Country, entity.WikidataId, entity.Origin) =
                    (row.NameEn, row.NameId, Some(row.Country), Some(row.Wikidata), KnowledgeOrigin.File);
            }
            AddAliases(entity, row.Aliases);
        }
        return stored;
    }

    private static void AddAliases(Entity entity, IReadOnlyList<string> aliases)
    {
        var known = entity.Aliases.Select(alias => alias.Alias).ToHashSet(StringComparer.Ordinal);
        foreach (var alias in aliases.Where(known.Add))
        {
            entity.Aliases.Add(new EntityAlias { Alias = alias, Origin = KnowledgeOrigin.File });
        }
    }

    private async Task SeedTenuresAsync(TrackerContext db, Dictionary<(EntityType, string), Entity> entities, CancellationToken cancellationToken)
    {
        var titles = knowledge.Titles.ToDictionary(title => title.Office);
        var stored = await db.Tenures.ToDictionaryAsync(tenure => (tenure.EntityId, tenure.Body, tenure.Office, tenure.From), cancellationToken);
        foreach (var row in knowledge.Tenures)
        {
            var person = entities[(EntityType.Person, row.Person)];
            if (!stored.TryGetValue((person.Id, row.Body, row.Office, row.From), out var tenure))
            {
                tenure = new Tenure { EntityId = person.Id, Body = row.Body, Office = row.Office, From = row.From, To = row.To, TitleId = "", TitleEn = "" };
                stored[(person.Id, row.Body, row.Office, row.From)] = tenure;
                db.Tenures.Add(tenure);
            }
            (tenure.To, tenure.TitleId, tenure.TitleEn) = (row.To, Some(row.LocalTitle) ?? titles[row.Office].TitlesId[0], titles[row.Office].TitleEn);
        }
    }

    private static string Mint(Row row, HashSet<string> taken)
    {
        var slug = EntitySlug.Of(row.Type == EntityType.Country ? row.NameEn : row.Key);
        return taken.Add(slug) ? slug : $"{slug}-{row.Type.ToString().ToLowerInvariant()}" is var longer && taken.Add(longer) ? longer : $"{longer}-{EntitySlug.Of(row.Key)}";
    }

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
