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

/// <summary>What a channel is read for.</summary>
public enum ChannelPurpose
{
    /// <summary>Polled for good.</summary>
    Poll,

    /// <summary>Read once, to close a gap.</summary>
    Backfill,

    /// <summary>Read once, to see how much of a past day we have found by ourselves.</summary>
    Sample,
}

/// <summary>An address at which a source lists its articles: a feed, a sitemap or a list page. Waits while <see cref="NextPollAt"/> has passed.</summary>
public sealed class SourceChannel
{
    /// <summary>The time of a channel that waits for nothing.</summary>
    public static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    public int Id { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public required ChannelKind Kind { get; init; }

    public required string Url { get; set; }

    /// <summary>Host and port, which politeness counts by.</summary>
    public required string Authority { get; set; }

    public ChannelPurpose Purpose { get; init; }

    /// <summary>Read to one end, not polled for good.</summary>
    public bool IsReadOnce => Purpose != ChannelPurpose.Poll;

    /// <summary>0 for the way that a run tries first. A channel of a higher rank sleeps until all of the rank before it have failed.</summary>
    public int Rank { get; set; }

    /// <summary>True for a sitemap that an index named; the definition does not know it.</summary>
    public bool IsChild { get; init; }

    /// <summary>The first day that a backfill asks for; null for polling.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The day whose list this is, where its address says so.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The pattern that the addresses of an archive's further pages are made from.</summary>
    public string? PagePattern { get; init; }

    public int PageNumber { get; init; }

    public DateTimeOffset NextPollAt { get; private set; }

    public DateTimeOffset? LastPolledAt { get; private set; }

    /// <summary>Validators exactly as received.</summary>
    public string? Etag { get; private set; }

    public string? LastModified { get; private set; }

    public int Failures { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>How many addresses the last whole answer listed.</summary>
    public int? LastListed { get; private set; }

    /// <summary>The address that the validators came from; they go to no other.</summary>
    public string? ValidatedUrl { get; private set; }

    /// <summary>SHA-256 of the last whole listing; an equal one is not read again.</summary>
    public byte[]? ListingHash { get; private set; }

    public Route Route { get; private set; } = Route.Direct;

    /// <summary>Where the next request goes.</summary>
    public string NextUrl => Route.From(Url);

    /// <summary>Nothing new: the listing that is known holds on. A validator that came anew replaces the old one.</summary>
    public void RecordUnchanged(DateTimeOffset at, DateTimeOffset nextPollAt, string? etag, string? lastModified)
    {
        Etag = etag ?? Etag;
        LastModified = lastModified ?? LastModified;
        Arrive(at, nextPollAt);
    }

    /// <summary>A listing was read; its validators and hash are kept only where it was read to the end, else a bad one would never be asked for again.</summary>
    public void RecordListing(DateTimeOffset at, DateTimeOffset nextPollAt, int listed, bool whole, string? etag, string? lastModified, byte[] hash)
    {
        (Etag, LastModified, ValidatedUrl, ListingHash) = whole ? (etag, lastModified, NextUrl, hash) : (null, null, null, null);
        LastListed = listed;
        Arrive(at, nextPollAt);
    }

    /// <summary>The next request goes where the redirect leads, at that authority's turn.</summary>
    public void FollowRedirect(Uri target, bool permanent)
    {
        Route = Route.Follow(target.OriginalString, permanent);
        Authority = Sources.Authority.NameOf(target);
    }

    /// <summary>Validators are forgotten, so that a bad answer is asked for again in full.</summary>
    public void RecordFailure(DateTimeOffset at, DateTimeOffset nextPollAt, string error)
    {
        LastPolledAt = at;
        NextPollAt = nextPollAt;
        (Etag, LastModified, ValidatedUrl, ListingHash) = (null, null, null, null);
        Failures++;
        LastError = error;
        Route = Route.Restart();
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
    }

    /// <summary>The outlet says that the listing is gone for good: nobody asks again until an operator does.</summary>
    public void RecordGone(DateTimeOffset at, string error) => RecordFailure(at, DateTimeOffset.MaxValue, error);

    private void Arrive(DateTimeOffset at, DateTimeOffset nextPollAt)
    {
        LastPolledAt = at;
        NextPollAt = nextPollAt;
        Failures = 0;
        LastError = null;
        Route = Route.Arrive();
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
    }

    public void PollAgainAt(DateTimeOffset at) => NextPollAt = at;

    internal sealed class Configuration : IEntityTypeConfiguration<SourceChannel>
    {
        public void Configure(EntityTypeBuilder<SourceChannel> builder)
        {
            builder.HasIndex(channel => new { channel.SourceId, channel.Purpose, channel.Url }).IsUnique();
            builder.HasIndex(channel => new { channel.Authority, channel.NextPollAt });
            builder.Ignore(channel => channel.NextUrl);
            builder.Ignore(channel => channel.IsReadOnce);
            builder.Property(channel => channel.Route).HasJson().HasDefaultValueSql("'{}'");
        }
    }
}
