using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>A publication that we fetch. Its row tells how it fares; outlets of one owner share <see cref="Family"/>.</summary>
public sealed class Source
{
    public int Id { get; init; }

    /// <summary>Stable short name ("antara"); what commands and exports call the source.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required string Family { get; set; }

    /// <summary>The home page; null for a source that is only imported.</summary>
    public string? Home { get; set; }

    /// <summary>The zone of its stamps where they name none.</summary>
    public string Zone { get; set; } = "WIB";

    /// <summary>When `sources check` last read it live with success; null means unverified.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    public bool Paused { get; set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public DateTimeOffset? FailingSinceAt { get; private set; }

    public int Failures { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    public List<SourceChannel> Channels { get; init; } = [];

    public void RecordSuccess(DateTimeOffset at)
    {
        LastSuccessAt = at;
        FailingSinceAt = null;
        Failures = 0;
    }

    /// <summary>The last error stays readable after the source has recovered; <see cref="FailingSinceAt"/> says whether it still holds.</summary>
    public void RecordFailure(DateTimeOffset at, string error)
    {
        FailingSinceAt ??= at;
        Failures++;
        LastError = error;
        LastErrorAt = at;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Source>
    {
        public void Configure(EntityTypeBuilder<Source> builder)
        {
            builder.HasIndex(source => source.Key).IsUnique();
        }
    }
}
