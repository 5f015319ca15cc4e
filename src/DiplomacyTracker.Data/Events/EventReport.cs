using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Events;

/// <summary>What decides whether two reports tell one event.</summary>
/// <param name="Actors">Keys of all who act, are acted on or take part.</param>
/// <param name="Serial">The numbered thing that it is about ("paket 19"); null where the words number nothing.</param>
/// <param name="IsCeremony">True where it tells of a ceremony that no series holds.</param>
/// <param name="Within">The place that the words say holds the place ("Mar-a-Lago, Florida"); null where they say none.</param>
/// <param name="IsReference">True where it tells nothing itself but refers to what others tell of its place and day.</param>
public sealed record ReportFeatures(DateInterval? Date, SummitReference? Summit, string? Place, IReadOnlyList<string> Actors, string? Serial, bool IsCeremony = false, bool IsReference = false, string? Within = null);

/// <summary>What one article says about one event. Waits for clustering while its block is marked.</summary>
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

    /// <summary>Where it competes: acts of one kind in one month; <see cref="BlockBefore"/> once an event of that month has taken it.</summary>
    public required string Block { get; set; }

    /// <summary>The block of the month before, where the report is told of a month's first days and an event of that block may take it; else null.</summary>
    public string? BlockBefore { get; init; }

    /// <summary>What clustering looks at, without the words.</summary>
    public required ReportFeatures Features { get; init; }

    /// <summary>Digest of content, origin and the text that it quotes.</summary>
    public required string Digest { get; init; }

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
            builder.Property(report => report.Features).HasJson();
            builder.HasIndex(report => new { report.ArticleId, report.Ordinal }).IsUnique();
            builder.HasIndex(report => report.Block);
            builder.HasIndex(report => report.BlockBefore);
            builder.HasIndex(report => report.EventId);
        }
    }
}

/// <summary>A block in which reports came, went or changed. Clustering takes all marks of a block together, so that many changes are one piece of work.</summary>
public sealed class ClusterMark
{
    public long Id { get; init; }

    public required string Block { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ClusterMark>
    {
        public void Configure(EntityTypeBuilder<ClusterMark> builder)
        {
            builder.HasIndex(mark => mark.Block);
        }
    }
}

/// <summary>A block that could not be clustered, and why; gone when it was.</summary>
public sealed class ClusterFailure
{
    public required string Block { get; init; }

    public required string Error { get; set; }

    public int Attempts { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ClusterFailure>
    {
        public void Configure(EntityTypeBuilder<ClusterFailure> builder)
        {
            builder.HasKey(failure => failure.Block);
        }
    }
}
