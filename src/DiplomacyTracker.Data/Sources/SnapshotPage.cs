using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>A later page of an article that goes on over several; the first is the <see cref="Snapshot"/> itself.</summary>
public sealed class SnapshotPage
{
    public long Id { get; init; }

    public long SnapshotId { get; init; }

    public Snapshot? Snapshot { get; init; }

    /// <summary>From 2.</summary>
    public int Number { get; init; }

    public required string Url { get; init; }

    public required string Charset { get; init; }

    /// <summary>As in <see cref="Snapshot.Body"/>.</summary>
    public required byte[] Body { get; init; }

    public int Length { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SnapshotPage>
    {
        public void Configure(EntityTypeBuilder<SnapshotPage> builder) => builder.HasIndex(page => new { page.SnapshotId, page.Number }).IsUnique();
    }
}
