using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>Another address under which an article was found.</summary>
public sealed class ArticleSighting
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public required string Url { get; init; }

    /// <summary>The key of the other address; a page under it is this article.</summary>
    public required string ArticleKey { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleSighting>
    {
        public void Configure(EntityTypeBuilder<ArticleSighting> builder)
        {
            builder.HasIndex(sighting => sighting.ArticleKey).IsUnique();
            builder.HasIndex(sighting => sighting.ArticleId);
        }
    }
}
