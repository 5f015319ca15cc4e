using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>One sampled shingle of an article's body, one a sentence; articles of about the same day that share some may be reprints of each other.</summary>
public sealed class ArticleShingle
{
    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public long Hash { get; init; }

    /// <summary>The day of publication: reprints are looked for near it, so that a look-up does not grow with the archive. The first day of all where undated.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>True where the text has few samples, so that one which it shares is reason enough to compare it.</summary>
    public bool IsShort { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleShingle>
    {
        public void Configure(EntityTypeBuilder<ArticleShingle> builder)
        {
            builder.HasKey(shingle => new { shingle.ArticleId, shingle.Hash });
            builder.HasIndex(shingle => new { shingle.Hash, shingle.PublishedOn }).IncludeProperties(shingle => new { shingle.ArticleId, shingle.IsShort });
        }
    }
}

/// <summary>Two articles with nearly the same body, the lower id first. Groups of reprints are what these pairs connect.</summary>
public sealed class ArticleCopy
{
    public long FirstId { get; init; }

    public long SecondId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleCopy>
    {
        public void Configure(EntityTypeBuilder<ArticleCopy> builder)
        {
            builder.HasKey(copy => new { copy.FirstId, copy.SecondId });
            builder.HasIndex(copy => copy.SecondId);
            builder.HasOne<Article>().WithMany().HasForeignKey(copy => copy.FirstId);
            builder.HasOne<Article>().WithMany().HasForeignKey(copy => copy.SecondId);
        }
    }
}

/// <summary>An article that is to be tagged again although nothing about its row has changed (reprocessing). The row is gone when it was done.</summary>
public sealed class TagRequest
{
    public long ArticleId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<TagRequest>
    {
        public void Configure(EntityTypeBuilder<TagRequest> builder)
        {
            builder.HasKey(request => request.ArticleId);
            builder.Property(request => request.ArticleId).ValueGeneratedNever();
            builder.HasOne<Article>().WithOne().HasForeignKey<TagRequest>(request => request.ArticleId);
        }
    }
}
