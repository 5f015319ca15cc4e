using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>What one article says about one event. Waits for clustering while its block is dirty.</summary>
public sealed class EventReport
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    /// <summary>Place among the article's reports, from 0.</summary>
    public int Ordinal { get; init; }

    public EventType Type { get; init; }

    public EventStatus Status { get; init; }

    public TextPart Part { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>Who tells it in the end: a source's key, or the wire or outlet that is cited ("afp").</summary>
    public required string Origin { get; init; }

    /// <summary>All that the extractor found, with its spans.</summary>
    public required Report Content { get; init; }

    /// <summary>Where it competes: a series, or a place and period.</summary>
    public required string Block { get; init; }

    public long? EventId { get; set; }

    public DiplomaticEvent? Event { get; set; }

    /// <summary>Why it was put with the others of its event, in words for people.</summary>
    public string? Why { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<EventReport>
    {
        public void Configure(EntityTypeBuilder<EventReport> builder)
        {
            builder.ToTable("reports");
            builder.Property(report => report.Content).HasJson();
            builder.HasIndex(report => new { report.ArticleId, report.Ordinal }).IsUnique();
            builder.HasIndex(report => report.Block);
            builder.HasIndex(report => report.EventId);
        }
    }
}

/// <summary>A block of reports that waits to be clustered again; the row is its lock.</summary>
public sealed class ClusterBlock
{
    public required string Key { get; init; }

    /// <summary>Null while nothing in it has changed since it was clustered.</summary>
    public DateTimeOffset? DirtySince { get; set; }

    /// <summary>What went wrong the last time; null where nothing did.</summary>
    public string? Error { get; set; }

    public int Attempts { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ClusterBlock>
    {
        public void Configure(EntityTypeBuilder<ClusterBlock> builder)
        {
            builder.HasKey(block => block.Key);
            builder.HasIndex(block => block.DirtySince).HasFilter("dirty_since is not null");
        }
    }
}
