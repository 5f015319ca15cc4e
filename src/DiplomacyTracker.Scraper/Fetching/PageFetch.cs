using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Frontier → snapshot: one request, and what its answer means for the entry.</summary>
internal sealed class PageFetch(PageFetcher fetcher, LaterPages pages, IOptions<FetchOptions> options, TimeProvider clock)
{
    private readonly FetchOptions _options = options.Value;

    public async Task<FetchResult> RunAsync(TrackerContext db, FrontierEntry entry, Uri address, CancellationToken cancellationToken)
    {
        if (entry.PageUrl is not null)
        {
            return await pages.RunAsync(db, entry, address, cancellationToken);
        }
        var isValidated = entry.ValidatedUrl == entry.NextUrl;
        var answer = await fetcher.SendAsync(new FetchRequest(address, isValidated ? entry.Etag : null, isValidated ? entry.LastModified : null), cancellationToken);
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case FetchOutcome.Redirect when entry.Route.Hops < _options.MostRedirects:
                await db.EnsureAuthorityAsync(CanonicalUrl.AuthorityOf(answer.RedirectTo!), cancellationToken);
                entry.FollowRedirect(answer.RedirectTo!, answer.IsPermanentRedirect);
                break;
            case FetchOutcome.Redirect:
                await FailAsync(db, entry, answer with { Outcome = FetchOutcome.TooManyRedirects, Error = $"more than {_options.MostRedirects} redirects" }, now, cancellationToken);
                break;
            case FetchOutcome.NotModified:
                entry.RecordFetched(now, Again(entry, now), answer.Etag ?? entry.Etag, answer.LastModified ?? entry.LastModified);
                break;
            case FetchOutcome.Ok when IsHome(answer.Address, entry):
                await FailAsync(db, entry, answer with { Outcome = FetchOutcome.HttpError, Error = "the article's address leads to the home page" }, now, cancellationToken);
                break;
            case FetchOutcome.Ok:
                entry.RecordFetched(now, Again(entry, now), answer.Etag, answer.LastModified);
                await WithdrawAsync(db, entry, null, cancellationToken);
                entry.Source!.RecordSuccess(now);
                db.Snapshots.Add(LaterPages.First(entry, answer, now));
                break;
            case FetchOutcome.Gone:
            case FetchOutcome.HttpError when answer.Status == 404 && entry.FetchedAt is not null:
                entry.RecordGone(entry.FetchedAt is null ? null : Again(entry, now), answer.Reason);
                await WithdrawAsync(db, entry, now, cancellationToken);
                await CountAsync(db, entry, cancellationToken);
                break;
            case FetchOutcome.Blocked or FetchOutcome.BadContentType:
                entry.RecordRefusal(answer.Reason);
                await CountAsync(db, entry, cancellationToken);
                break;
            default:
                await FailAsync(db, entry, answer, now, cancellationToken);
                break;
        }
        return answer;
    }

    /// <summary>The rules of the host, or an operator, forbid the address.</summary>
    public async Task RefuseAsync(TrackerContext db, FrontierEntry entry, string reason, CancellationToken cancellationToken)
    {
        if (entry.PageUrl is not null)
        {
            await LaterPages.AbandonAsync(db, entry, clock.GetUtcNow(), reason, cancellationToken);
        }
        entry.RecordRefusal(reason);
        await CountAsync(db, entry, cancellationToken);
    }

    /// <summary>A page that gave nothing at its first try counts against its source's run.</summary>
    public Task CountAsync(TrackerContext db, FrontierEntry entry, CancellationToken cancellationToken) =>
        entry.FetchedAt is null && entry.Attempts <= 1 && !entry.Backfilled
            ? db.CountPageAsync(entry.SourceId, clock.GetUtcNow(), null, false, false, false, cancellationToken) : Task.CompletedTask;

    private static DateTimeOffset? Again(FrontierEntry entry, DateTimeOffset now) =>
        entry.Backfilled ? null : now + RefetchSchedule.After(entry.FetchedAt is null ? entry.Refetches : entry.Refetches + 1);

    private static bool IsHome(Uri reached, FrontierEntry entry) => reached.AbsolutePath == "/" && reached.Query.Length == 0 && new Uri(entry.Url).AbsolutePath != "/";

    // The article stays; its page says that the outlet took it away, and no longer does when it is back.
    private static Task<int> WithdrawAsync(TrackerContext db, FrontierEntry entry, DateTimeOffset? at, CancellationToken cancellationToken) =>
        db.Articles.Where(article => article.ArticleKey == entry.ArticleKey && (at == null ? article.WithdrawnAt != null : article.WithdrawnAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.WithdrawnAt, at), cancellationToken);

    private async Task FailAsync(TrackerContext db, FrontierEntry entry, FetchResult answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        entry.RecordFailure(now + BackOff.After(entry.Attempts + 1, answer.RetryAfter, Random.Shared.NextDouble()), answer.Reason, _options.MostAttempts);
        await CountAsync(db, entry, cancellationToken);
        entry.Source!.RecordFailure(now, $"{entry.Url}: {answer.Reason}");
    }
}
