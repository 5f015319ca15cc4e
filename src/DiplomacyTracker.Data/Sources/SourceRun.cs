using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>What one source yielded within one stretch of the day: what a later run is measured by. Counted up by polling, fetching and reading while it is open.</summary>
public sealed class SourceRun
{
    public long Id { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public int Polls { get; init; }

    public int FailedPolls { get; init; }

    /// <summary>Most addresses that one poll listed.</summary>
    public int Listed { get; init; }

    /// <summary>Addresses that no earlier poll had listed.</summary>
    public int Found { get; init; }

    /// <summary>Pages that were asked for the first time and came to an end, well or not.</summary>
    public int Pages { get; init; }

    /// <summary>Pages that gave no article, whatever the reason.</summary>
    public int Unreadable { get; init; }

    public int Dated { get; init; }

    /// <summary>Articles whose text was known under another address.</summary>
    public int Duplicates { get; init; }

    public int Garbled { get; init; }

    /// <summary>Lengths of the bodies that were read, in characters.</summary>
    public List<int> Lengths { get; init; } = [];

    /// <summary>Null while the run is open or waits to be judged.</summary>
    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>The signals in which it was unlike the runs before; such a run is no measure in them.</summary>
    public List<SourceSignal> Deviations { get; private set; } = [];

    public void RecordJudgement(DateTimeOffset at, IEnumerable<SourceSignal> deviations)
    {
        JudgedAt = at;
        Deviations = [.. deviations];
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SourceRun>
    {
        public void Configure(EntityTypeBuilder<SourceRun> builder)
        {
            builder.HasIndex(run => new { run.SourceId, run.StartsAt }).IsUnique();
            builder.HasIndex(run => run.EndsAt, "ix_source_runs_waiting").HasFilter("judged_at is null");
            builder.Property(run => run.Deviations).HasJson().HasDefaultValueSql("'[]'");
            builder.Property(run => run.Lengths).HasDefaultValueSql("'{}'");
        }
    }
}
