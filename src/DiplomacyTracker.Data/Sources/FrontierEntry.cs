using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>Where an address of the frontier stands.</summary>
public enum FrontierState
{
    Waiting,
    Fetched,
    Refused,
    Failed,
}

/// <summary>An article's address that was found and waits to be fetched, or was. One row an article key.</summary>
public sealed class FrontierEntry
{
    public long Id { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public required string Url { get; init; }

    public required string ArticleKey { get; init; }

    public required string Authority { get; init; }

    public FrontierState State { get; private set; }

    public DateTimeOffset FoundAt { get; init; }

    /// <summary>The address of the feed, sitemap or page that listed it.</summary>
    public string? FoundIn { get; init; }

    public DateTimeOffset NextFetchAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Why it was refused, or what went wrong last.</summary>
    public string? Reason { get; private set; }

    public string? Etag { get; private set; }

    public string? LastModified { get; private set; }

    public DateTimeOffset? FetchedAt { get; private set; }

    public void RecordFetched(DateTimeOffset at, string? etag, string? lastModified)
    {
        State = FrontierState.Fetched;
        FetchedAt = at;
        Etag = etag;
        LastModified = lastModified;
        Reason = null;
        Attempts++;
    }

    public void RecordRefusal(string reason)
    {
        State = FrontierState.Refused;
        Reason = reason;
    }

    /// <summary>After the last of <paramref name="mostAttempts"/> the address goes to the list of failed ones, which people see.</summary>
    public void RecordFailure(DateTimeOffset nextFetchAt, string reason, int mostAttempts)
    {
        Attempts++;
        Reason = reason;
        NextFetchAt = nextFetchAt;
        State = Attempts >= mostAttempts ? FrontierState.Failed : FrontierState.Waiting;
    }

    public void FetchAgainAt(DateTimeOffset at)
    {
        State = FrontierState.Waiting;
        NextFetchAt = at;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<FrontierEntry>
    {
        public void Configure(EntityTypeBuilder<FrontierEntry> builder)
        {
            builder.ToTable("frontier");
            builder.HasIndex(entry => entry.ArticleKey).IsUnique();
            builder.HasIndex(entry => new { entry.Authority, entry.NextFetchAt }).HasFilter("state = 'Waiting'");
            builder.HasIndex(entry => new { entry.SourceId, entry.State });
        }
    }
}
