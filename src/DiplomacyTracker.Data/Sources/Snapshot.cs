using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>A page as it was received, compressed. Waits to be read while <see cref="ReadAt"/> is null.</summary>
public sealed class Snapshot
{
    public long Id { get; init; }

    public long FrontierEntryId { get; init; }

    public FrontierEntry? FrontierEntry { get; init; }

    public required string Url { get; init; }

    public DateTimeOffset FetchedAt { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The encoding that the bytes were found to be in.</summary>
    public required string Charset { get; init; }

    /// <summary>The body after HTTP's own decoding, Brotli-compressed by us.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Length of the body before our compression, in bytes.</summary>
    public int Length { get; init; }

    /// <summary>False while later pages of the article are still to be fetched, and for good where one could not be: half an article is not read.</summary>
    public bool IsWhole { get; private set; } = true;

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why no article came of it; null where one did.</summary>
    public string? Failure { get; private set; }

    /// <summary>The program and outlet rule that it was last read with; `reprocess --read` takes what differs.</summary>
    public string? ReaderVersion { get; private set; }

    public void RecordRead(DateTimeOffset at, string readerVersion, string? failure)
    {
        ReadAt = at;
        ReaderVersion = readerVersion;
        Failure = failure;
    }

    /// <summary>Later pages follow; the page waits for them.</summary>
    public void AwaitPages() => IsWhole = false;

    public void Complete() => IsWhole = true;

    /// <summary>A later page could not be had: what there is stays unread.</summary>
    public void Abandon(DateTimeOffset at, string reason) => (ReadAt, Failure) = (at, reason);

    public void ReadAgain() => ReadAt = null;

    internal sealed class Configuration : IEntityTypeConfiguration<Snapshot>
    {
        public void Configure(EntityTypeBuilder<Snapshot> builder)
        {
            builder.HasIndex(snapshot => snapshot.FrontierEntryId);
            builder.HasIndex(snapshot => snapshot.Id, "ix_snapshots_waiting").HasFilter("read_at is null");
            builder.Property(snapshot => snapshot.IsWhole).HasDefaultValue(true).HasSentinel(true);
        }
    }
}
