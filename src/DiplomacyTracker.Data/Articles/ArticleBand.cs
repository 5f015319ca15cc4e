using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>One band of an article's MinHash signature; articles that share a band may be reprints of each other.</summary>
public sealed class ArticleBand
{
    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public short Band { get; init; }

    public long Hash { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleBand>
    {
        public void Configure(EntityTypeBuilder<ArticleBand> builder)
        {
            builder.HasKey(band => new { band.ArticleId, band.Band });
            builder.HasIndex(band => new { band.Band, band.Hash });
        }
    }
}
