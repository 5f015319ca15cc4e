using DiplomacyTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Asks for all facts and events to be made again. Requests are rows of their own: an article of which the same is found again is not touched.</summary>
internal static class Reprocessing
{
    /// <returns>How many articles wait.</returns>
    public static async Task<int> RequestAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO tag_requests (article_id) SELECT id FROM articles WHERE tagged_at IS NOT NULL AND taken_down_at IS NULL ON CONFLICT DO NOTHING", cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO cluster_marks (block) SELECT DISTINCT block FROM reports ORDER BY block", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await db.TagRequests.CountAsync(cancellationToken);
    }
}
