using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Takes an article's text away for good: from its row, versions, stored pages and all that was made of it. The row and the reason stay, and its addresses are never fetched again.</summary>
internal sealed class Takedown(IDbContextFactory<TrackerContext> contexts, TimeProvider clock)
{
    /// <param name="article">An article's number, address or key.</param>
    /// <returns>The article's number; null where there is none.</returns>
    public async Task<long?> RunAsync(string article, string reason, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(db, article, cancellationToken) is not { } found)
        {
            return null;
        }
        var keys = await db.ArticleSightings.Where(sighting => sighting.ArticleId == found.Id).Select(sighting => sighting.ArticleKey).ToListAsync(cancellationToken);
        await StopFetchingAsync(db, [found.ArticleKey, .. keys], reason, cancellationToken);
        await RemoveFactsAsync(db, found.Id, cancellationToken);
        await RemoveWordsAsync(db, found, cancellationToken);
        found.TakeDown(clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found.Id;
    }

    private static async Task<Article?> FindAsync(TrackerContext db, string article, CancellationToken cancellationToken)
    {
        var articles = db.Articles.Include(a => a.Versions).AsTracking();
        if (long.TryParse(article, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id))
        {
            return await articles.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        }
        var key = CanonicalUrl.Of(article) is { } address ? CanonicalUrl.KeyOf(address) : article;
        return await articles.SingleOrDefaultAsync(a => a.ArticleKey == key, cancellationToken)
            ?? await articles.SingleOrDefaultAsync(a => db.ArticleSightings.Any(sighting => sighting.ArticleKey == key && sighting.ArticleId == a.Id), cancellationToken);
    }

    private static async Task StopFetchingAsync(TrackerContext db, List<string> keys, string reason, CancellationToken cancellationToken)
    {
        var entries = await db.Frontier.Where(entry => keys.Contains(entry.ArticleKey)).AsTracking().ToListAsync(cancellationToken);
        entries.ForEach(entry => entry.RecordRefusal($"taken down: {reason}"));
        var ids = entries.ConvertAll(entry => entry.Id);
        await db.Snapshots.Where(snapshot => ids.Contains(snapshot.FrontierEntryId)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RemoveFactsAsync(TrackerContext db, long id, CancellationToken cancellationToken)
    {
        var blocks = await BlockMarks.OfAsync(db.Reports.Where(report => report.ArticleId == id), cancellationToken);
        await db.Mentions.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleTimes.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleStatements.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleRoles.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Claims.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TagRequests.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleShingles.Where(row => row.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        // Without it the articles that reprinted it are a group of their own, or none.
        var regrouped = await ReprintGroups.RegroupAsync(db, [id], [], cancellationToken);
        blocks.AddRange(await BlockMarks.OfAsync(db.Reports.Where(report => regrouped.Contains(report.ArticleId)), cancellationToken));
        db.ClusterMarks.AddRange(BlockMarks.For(blocks));
    }

    // Quotes live on in corrections and in the events' history; they are words of the article too.
    private static async Task RemoveWordsAsync(TrackerContext db, Article article, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE corrections SET quote = '', before = '', after = '' WHERE article_id = {article.Id}", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE event_versions SET document = jsonb_set(document::jsonb, ARRAY['claims'],
                (SELECT coalesce(jsonb_agg(CASE WHEN claim->>'quote' <> '' AND position(claim->>'quote' IN {article.Body}) > 0 THEN claim || jsonb_build_object('quote', '') ELSE claim END), '[]'::jsonb)
                 FROM jsonb_array_elements(document::jsonb->'claims') claim))
            WHERE event_id IN (SELECT event_id FROM event_versions WHERE document::jsonb->'articles' ? {article.ArticleKey})
              AND document::jsonb ? 'claims'
            """, cancellationToken);
    }
}
