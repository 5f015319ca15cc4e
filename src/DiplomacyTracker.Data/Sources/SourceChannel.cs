using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Sources;

/// <summary>How a channel lists articles.</summary>
public enum ChannelKind
{
    Feed,
    Sitemap,
    ListPage,
}

/// <summary>An address at which a source lists its articles: a feed, a sitemap or a list page. Waits while <see cref="NextPollAt"/> has passed.</summary>
public sealed class SourceChannel
{
    public int Id { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public required ChannelKind Kind { get; init; }

    public required string Url { get; set; }

    /// <summary>Host and port, which politeness counts by.</summary>
    public required string Authority { get; set; }

    public DateTimeOffset NextPollAt { get; private set; }

    public DateTimeOffset? LastPolledAt { get; private set; }

    /// <summary>Validators exactly as received.</summary>
    public string? Etag { get; private set; }

    public string? LastModified { get; private set; }

    public int Failures { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>How many addresses the last whole answer listed.</summary>
    public int? LastListed { get; private set; }

    public void RecordSuccess(DateTimeOffset at, DateTimeOffset nextPollAt, string? etag, string? lastModified, int? listed)
    {
        LastPolledAt = at;
        NextPollAt = nextPollAt;
        Etag = etag ?? Etag;
        LastModified = lastModified ?? LastModified;
        LastListed = listed ?? LastListed;
        Failures = 0;
        LastError = null;
    }

    /// <summary>Validators are forgotten, so that a bad answer is asked for again in full.</summary>
    public void RecordFailure(DateTimeOffset at, DateTimeOffset nextPollAt, string error)
    {
        LastPolledAt = at;
        NextPollAt = nextPollAt;
        Etag = null;
        LastModified = null;
        Failures++;
        LastError = error;
    }

    public void PollAgainAt(DateTimeOffset at) => NextPollAt = at;

    internal sealed class Configuration : IEntityTypeConfiguration<SourceChannel>
    {
        public void Configure(EntityTypeBuilder<SourceChannel> builder)
        {
            builder.HasIndex(channel => new { channel.SourceId, channel.Url }).IsUnique();
            builder.HasIndex(channel => new { channel.Authority, channel.NextPollAt });
        }
    }
}
