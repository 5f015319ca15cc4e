using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Entities;

/// <summary>Who made an entity or an alias known.</summary>
public enum KnowledgeOrigin
{
    File,
    Article,
    Editor,
}

/// <summary>A country, person, organization, summit or place that mentions name.</summary>
public sealed class Entity
{
    public int Id { get; init; }

    public EntityType Type { get; init; }

    /// <summary>Alpha-2 for a country, a slug of the usual English name otherwise; unique within its type.</summary>
    public required string Key { get; init; }

    /// <summary>The name in our addresses, minted once and never changed.</summary>
    public required string Slug { get; init; }

    public required string NameEn { get; set; }

    public required string NameId { get; set; }

    /// <summary>Alpha-2 code of the state it lies in, serves or is.</summary>
    public string? Country { get; set; }

    public string? WikidataId { get; set; }

    public KnowledgeOrigin Origin { get; set; }

    public List<EntityAlias> Aliases { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<Entity>
    {
        public void Configure(EntityTypeBuilder<Entity> builder)
        {
            builder.HasIndex(entity => new { entity.Type, entity.Key }).IsUnique();
            builder.HasIndex(entity => entity.Slug).IsUnique();
        }
    }
}

/// <summary>Another name of an entity.</summary>
public sealed class EntityAlias
{
    public int Id { get; init; }

    public int EntityId { get; init; }

    public Entity? Entity { get; init; }

    public required string Alias { get; init; }

    public KnowledgeOrigin Origin { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<EntityAlias>
    {
        public void Configure(EntityTypeBuilder<EntityAlias> builder)
        {
            builder.HasIndex(alias => new { alias.EntityId, alias.Alias }).IsUnique();
        }
    }
}
