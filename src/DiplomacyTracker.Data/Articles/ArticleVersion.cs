using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Articles;

/// <summary>The text of an article as it stood when it was read for the n-th time with other words.</summary>
public sealed class ArticleVersion
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public int Number { get; init; }

    public string? Headline { get; internal set; }

    public string Body { get; internal set; } = "";

    public List<TextBlock> Blocks { get; internal set; } = [];

    public DateTimeOffset ReadAt { get; init; }

    public long? SnapshotId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ArticleVersion>
    {
        public void Configure(EntityTypeBuilder<ArticleVersion> builder)
        {
            builder.Property(version => version.Blocks).HasJson();
            builder.HasIndex(version => new { version.ArticleId, version.Number }).IsUnique();
        }
    }
}
