using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>A span of an article that names an entity: the machine's finding, or what an editor made of it.</summary>
public sealed class ArticleMention
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public required string Surface { get; init; }

    public EntityType Type { get; init; }

    /// <summary>Null where it was found but not linked.</summary>
    public int? EntityId { get; init; }

    public Entity? Entity { get; init; }

    /// <summary>0 to 1; 1 where an editor decided.</summary>
    public double Confidence { get; init; }

    /// <summary>The correction that made this row, if an editor did.</summary>
    public long? CorrectionId { get; init; }

    public Correction? Correction { get; init; }

    /// <summary>The correction that put this finding of the machine out of force; null while it holds. Readers are shown rows where it is null.</summary>
    public long? SupersededById { get; set; }

    public Correction? SupersededBy { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleMention>
    {
        public void Configure(EntityTypeBuilder<ArticleMention> builder)
        {
            builder.ToTable("mentions");
            builder.HasIndex(mention => new { mention.ArticleId, mention.Part, mention.Start });
            builder.HasIndex(mention => new { mention.EntityId, mention.ArticleId });
        }
    }
}
