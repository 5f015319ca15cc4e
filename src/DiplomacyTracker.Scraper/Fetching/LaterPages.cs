using System.IO.Compression;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Follows an article from page to page, each at a turn of its own, and lets it be read when all are here. One whose later page cannot be had is not read by half.</summary>
internal sealed class LaterPages(PageFetcher fetcher, IOptions<FetchOptions> options, TimeProvider clock)
{
    private readonly FetchOptions _options = options.Value;

    /// <summary>The snapshot of a first page; where the article goes on, the entry waits for what follows.</summary>
    public static Snapshot First(FrontierEntry entry, FetchResult answer, DateTimeOffset now)
    {
        var page = PageText.Decode(answer.Body!, answer.ContentType);
        var snapshot = new Snapshot
        {
            FrontierEntryId = entry.Id,
            Url = answer.Address.AbsoluteUri,
            FetchedAt = now,
            ContentType = answer.ContentType,
            Charset = page.Charset,
            Body = Compress(answer.Body!),
            Length = answer.Body!.Length,
        };
        if (ArticlePages.Next(answer.Address, page.Text) is { } next)
        {
            snapshot.AwaitPages();
            entry.AwaitPage(now, next);
        }
        return snapshot;
    }

    /// <summary>The unread half of an article is given up, with the reason.</summary>
    public static async Task AbandonAsync(TrackerContext db, FrontierEntry entry, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        var half = await HalfOf(db, entry).SingleAsync(cancellationToken);
        half.Abandon(now, $"incomplete: {entry.PageUrl}: {reason}");
    }

    public async Task<FetchResult> RunAsync(TrackerContext db, FrontierEntry entry, Uri address, CancellationToken cancellationToken)
    {
        var half = await HalfOf(db, entry).SingleAsync(cancellationToken);
        var answer = await fetcher.SendAsync(new FetchRequest(address, null, null), cancellationToken);
        var now = clock.GetUtcNow();
        if (answer.Outcome == FetchOutcome.Ok)
        {
            await TakeAsync(db, entry, half, answer, now, cancellationToken);
        }
        else if (answer.RedirectTo is { } back && (CanonicalUrl.KeyOf(back) == entry.ArticleKey || back.AbsoluteUri == half.Url))
        {
            // Past the last page many outlets lead back to the first.
            Complete(entry, half, now);
        }
        else
        {
            entry.Source!.RecordFailure(now, $"{entry.PageUrl}: {answer.Reason}");
            if (entry.Attempts + 1 >= _options.MostAttempts)
            {
                half.Abandon(now, $"incomplete: {entry.PageUrl}: {answer.Reason}");
            }
            entry.RecordFailure(now + BackOff.After(entry.Attempts + 1, answer.RetryAfter, Random.Shared.NextDouble()), answer.Reason, _options.MostAttempts);
        }
        return answer;
    }

    private static async Task TakeAsync(TrackerContext db, FrontierEntry entry, Snapshot half, FetchResult answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var earlier = await db.SnapshotPages.Where(page => page.SnapshotId == half.Id).OrderBy(page => page.Number).ToListAsync(cancellationToken);
        var body = Compress(answer.Body!);
        // An outlet that has no such page may show one that we know.
        if (earlier.Exists(page => page.Body.AsSpan().SequenceEqual(body)) || half.Body.AsSpan().SequenceEqual(body))
        {
            Complete(entry, half, now);
            return;
        }
        var page = PageText.Decode(answer.Body!, answer.ContentType);
        db.SnapshotPages.Add(new SnapshotPage { SnapshotId = half.Id, Number = earlier.Count + 2, Url = answer.Address.AbsoluteUri, Charset = page.Charset, Body = body, Length = answer.Body!.Length });
        if (earlier.Count + 2 < ArticlePages.Most && ArticlePages.Next(answer.Address, page.Text) is { } next)
        {
            entry.AwaitPage(now, next);
        }
        else
        {
            Complete(entry, half, now);
        }
    }

    private static void Complete(FrontierEntry entry, Snapshot half, DateTimeOffset now)
    {
        half.Complete();
        entry.RecordLastPage(entry.Backfilled ? null : now + RefetchSchedule.After(entry.Refetches));
    }

    private static IQueryable<Snapshot> HalfOf(TrackerContext db, FrontierEntry entry) =>
        db.Snapshots.AsTracking().Where(snapshot => snapshot.FrontierEntryId == entry.Id && !snapshot.IsWhole && snapshot.ReadAt == null);

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(body);
        }
        return compressed.ToArray();
    }
}
