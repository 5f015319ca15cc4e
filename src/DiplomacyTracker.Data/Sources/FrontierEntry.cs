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

    /// <summary>The outlet has taken the page away (404, 410).</summary>
    Gone,
}

/// <summary>An article's address that was found and waits to be fetched, or was. One row an article key.</summary>
public sealed class FrontierEntry
{
    public long Id { get; init; }

    public int SourceId { get; init; }

    public Source? Source { get; init; }

    public required string Url { get; init; }

    public required string ArticleKey { get; init; }

    /// <summary>Host and port that the next request goes to.</summary>
    public required string Authority { get; set; }

    public FrontierState State { get; private set; }

    public DateTimeOffset FoundAt { get; init; }

    /// <summary>The address of the feed, sitemap or page that listed it.</summary>
    public string? FoundIn { get; init; }

    /// <summary>Found by closing a gap: it is old news, neither looked at again nor a measure of how the source fares.</summary>
    public bool Backfilled { get; init; }

    /// <summary>How often it was looked at again since it was first fetched.</summary>
    public int Refetches { get; private set; }

    public DateTimeOffset NextFetchAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Why it was refused, or what went wrong last.</summary>
    public string? Reason { get; private set; }

    public string? Etag { get; private set; }

    public string? LastModified { get; private set; }

    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>The address that the validators came from; they go to no other.</summary>
    public string? ValidatedUrl { get; private set; }

    public Route Route { get; private set; } = Route.Direct;

    /// <summary>The later page of the article that is due; null where none is.</summary>
    public string? PageUrl { get; private set; }

    /// <summary>Where the next request goes.</summary>
    public string NextUrl => PageUrl ?? Route.From(Url);

    /// <summary>The next request goes where the redirect leads, at that authority's turn.</summary>
    public void FollowRedirect(Uri target, bool permanent)
    {
        Route = Route.Follow(target.OriginalString, permanent);
        Authority = Sources.Authority.NameOf(target);
    }

    /// <summary>Nothing was asked; the address waits on, and says for what.</summary>
    public void Postpone(string reason) => Reason = reason;

    /// <summary>What was fetched could not be read, so it is asked for in full the next time.</summary>
    public void ForgetValidators() => (Etag, LastModified, ValidatedUrl) = (null, null, null);

    /// <param name="again">When to look whether it has changed; null where that is no longer done.</param>
    public void RecordFetched(DateTimeOffset at, DateTimeOffset? again, string? etag, string? lastModified)
    {
        Refetches += FetchedAt is null ? 0 : 1;
        NextFetchAt = again ?? SourceChannel.Never;
        State = FrontierState.Fetched;
        ValidatedUrl = NextUrl;
        Route = Route.Arrive();
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
        FetchedAt = at;
        Etag = etag;
        LastModified = lastModified;
        Reason = null;
        Attempts = 0;
    }

    /// <summary>The article goes on at another address, which has its own turn.</summary>
    public void AwaitPage(DateTimeOffset at, Uri page)
    {
        PageUrl = page.OriginalString;
        Authority = Sources.Authority.NameOf(page);
        State = FrontierState.Waiting;
        NextFetchAt = at;
        (Attempts, Reason) = (0, null);
    }

    /// <summary>All pages of the article are here.</summary>
    public void RecordLastPage(DateTimeOffset? again)
    {
        PageUrl = null;
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
        State = FrontierState.Fetched;
        NextFetchAt = again ?? SourceChannel.Never;
        (Attempts, Reason) = (0, null);
    }

    /// <summary>The page is away. It is looked for again on the schedule of looking again, since some come back.</summary>
    public void RecordGone(DateTimeOffset? again, string reason)
    {
        Refetches += FetchedAt is null ? 0 : 1;
        State = FrontierState.Gone;
        Reason = reason;
        NextFetchAt = again ?? SourceChannel.Never;
        ForgetValidators();
        Route = Route.Restart();
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
    }

    public void RecordRefusal(string reason)
    {
        State = FrontierState.Refused;
        PageUrl = null;
        Reason = reason;
        NextFetchAt = SourceChannel.Never;
    }

    /// <summary>After the last of <paramref name="mostAttempts"/> the address goes to the list of failed ones, which people see.</summary>
    public void RecordFailure(DateTimeOffset nextFetchAt, string reason, int mostAttempts)
    {
        Attempts++;
        Reason = reason;
        ForgetValidators();
        Route = Route.Restart();
        Authority = Sources.Authority.NameOf(new Uri(NextUrl));
        var isLast = Attempts >= mostAttempts;
        NextFetchAt = isLast ? SourceChannel.Never : nextFetchAt;
        // What was fetched before stays what it was: only looking again has failed. An article without one of its pages was not.
        State = FetchedAt is not null && (PageUrl is null || Refetches > 0) ? FrontierState.Fetched : isLast ? FrontierState.Failed : FrontierState.Waiting;
        PageUrl = isLast ? null : PageUrl;
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
            builder.Ignore(entry => entry.NextUrl);
            builder.Property(entry => entry.Route).HasJson().HasDefaultValueSql("'{}'");
            builder.HasIndex(entry => new { entry.Authority, entry.NextFetchAt }).HasFilter("next_fetch_at < 'infinity'");
            builder.HasIndex(entry => new { entry.SourceId, entry.State });
        }
    }
}
