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

    /// <summary>The outlet's definition as an operator added it, in the form of an entry of sources.yaml; it wins over the file's. Null where the file's holds.</summary>
    public string? Definition { get; set; }

    /// <summary>When `sources check` last read it live with success; null means unverified.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What the last check found, a line each.</summary>
    public List<string> CheckFindings { get; private set; } = [];

    public bool Paused { get; set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public DateTimeOffset? FailingSinceAt { get; private set; }

    public int Failures { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    /// <summary>What is unlike the source's own past; empty while all is as usual.</summary>
    public List<SourceAlarm> Alarms { get; private set; } = [];

    /// <summary>An operator took what is as the new normal: earlier runs are no measure any more.</summary>
    public DateTimeOffset? NormalSinceAt { get; private set; }

    /// <summary>The day whose list was last compared with what we have.</summary>
    public DateOnly? RecallOn { get; private set; }

    public int? RecallListed { get; private set; }

    /// <summary>How many of the listed articles we had found by ourselves.</summary>
    public int? RecallKnown { get; private set; }

    /// <summary>How many articles <see cref="OutletLine"/> rows were learned from.</summary>
    public int LearnedArticles { get; private set; }

    public List<SourceChannel> Channels { get; init; } = [];

    /// <summary>Fetched again; channels that were switched off because they were gone are asked for once more. <see cref="Channels"/> must be loaded.</summary>
    public void Resume(DateTimeOffset at)
    {
        Paused = false;
        foreach (var channel in Channels.Where(channel => channel is { IsReadOnce: false, Failures: > 0 } && channel.NextPollAt == SourceChannel.Never))
        {
            channel.PollAgainAt(at);
        }
    }

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

    /// <summary>A check that misses something takes an earlier verification back.</summary>
    public void RecordCheck(DateTimeOffset at, bool whole, IEnumerable<string> findings)
    {
        CheckedAt = at;
        VerifiedAt = whole ? at : null;
        CheckFindings = [.. findings];
    }

    public void RecordAlarms(IEnumerable<SourceAlarm> alarms) => Alarms = [.. alarms];

    public void TakeAsNormal(DateTimeOffset at)
    {
        NormalSinceAt = at;
        Alarms = [];
    }

    public void RecordRecall(DateOnly day, int listed, int known) => (RecallOn, RecallListed, RecallKnown) = (day, listed, known);

    internal sealed class Configuration : IEntityTypeConfiguration<Source>
    {
        public void Configure(EntityTypeBuilder<Source> builder)
        {
            builder.HasIndex(source => source.Key).IsUnique();
            builder.Property(source => source.Alarms).HasJson().HasDefaultValueSql("'[]'");
            builder.Property(source => source.CheckFindings).HasDefaultValueSql("'{}'");
        }
    }
}
