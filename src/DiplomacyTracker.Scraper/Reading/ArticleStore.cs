using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What became of a page that was read.</summary>
internal enum StoredAs
{
    NewArticle,
    NewVersion,
    Unchanged,

    /// <summary>The text is known under another address of the outlet.</summary>
    Sighting,
    TakenDown,
}

/// <summary>Puts what was read into the record, inside the caller's transaction: a new article, the next version of one, another reading of an old page, or a sighting.</summary>
internal static class ArticleStore
{
    /// <param name="printed">The body as the page had it, with the lines that the outlet repeats.</param>
    public static async Task<StoredAs> StoreAsync(TrackerContext db, FrontierEntry entry, Snapshot snapshot, ReadArticle read, string printed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ArticleSightings.AnyAsync(sighting => sighting.ArticleKey == entry.ArticleKey, cancellationToken))
        {
            return StoredAs.Sighting;
        }
        var article = await db.Articles.AsTracking().SingleOrDefaultAsync(a => a.ArticleKey == entry.ArticleKey, cancellationToken);
        if (article?.TakenDownAt is not null)
        {
            return StoredAs.TakenDown;
        }
        var isNew = article is null;
        if (article is null && await SameTextAsync(db, entry.SourceId, read.Text.Body, cancellationToken) is { } original)
        {
            db.ArticleSightings.Add(new ArticleSighting { ArticleId = original, Url = snapshot.Url, ArticleKey = entry.ArticleKey, SeenAt = now });
            return StoredAs.Sighting;
        }
        if (article is null)
        {
            article = new Article { ArticleKey = entry.ArticleKey, SourceId = entry.SourceId, StoredAt = now };
            db.Articles.Add(article);
        }
        var changed = await TakeAsync(db, article, snapshot, read, printed, now, cancellationToken);
        return isNew ? StoredAs.NewArticle : changed ? StoredAs.NewVersion : StoredAs.Unchanged;
    }

    // Within one outlet only: the same words at another outlet are a reprint, and that is news.
    private static Task<long?> SameTextAsync(TrackerContext db, int sourceId, string body, CancellationToken cancellationToken)
    {
        var hash = Article.HashOf(body);
        return db.Articles.Where(a => a.SourceId == sourceId && a.TextHash == hash).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<bool> TakeAsync(TrackerContext db, Article article, Snapshot snapshot, ReadArticle read, string printed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (title, text) = (read.Title, read.Text);
        // A page that is read again corrects the version that came of it; only the newest page tells of the present.
        var own = await db.ArticleVersions.AsTracking().Include(version => version.Article).SingleOrDefaultAsync(version => version.SnapshotId == snapshot.Id, cancellationToken);
        if (own is not null && own.Number < article.Version)
        {
            return article.Revise(own, title, text.Body, text.Blocks, text.Removed);
        }
        if (own is null && await db.Snapshots.AnyAsync(other => other.FrontierEntryId == snapshot.FrontierEntryId && other.Id > snapshot.Id, cancellationToken))
        {
            return false;
        }
        article.Url = snapshot.Url;
        (article.Byline, article.DatelinePlace, article.PictureUrl, article.Tags) = (read.Byline, read.DatelinePlace, read.PictureUrl, [.. read.Tags]);
        article.Publish(read.Published?.At, read.Published?.Zone, read.Published?.Confidence ?? DateConfidence.None);
        if (own is not null)
        {
            return article.Revise(own, title, text.Body, text.Blocks, text.Removed);
        }
        if (article.Body == text.Body && article.Headline == title)
        {
            return false;
        }
        if (article.Body == printed && article.Headline == title)
        {
            // The outlet changed nothing: we have learned since which of its lines is furniture.
            var present = await db.ArticleVersions.AsTracking().Include(version => version.Article).SingleAsync(version => version.ArticleId == article.Id && version.Number == article.Version, cancellationToken);
            article.Revise(present, title, text.Body, text.Blocks, text.Removed);
            return false;
        }
        db.ArticleVersions.Add(article.Take(title, text.Body, text.Blocks, text.Removed, now, snapshot.Id));
        return true;
    }
}
