using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Finds the article that another one reprints, by its body and never by its headline.</summary>
internal static class ReprintFinder
{
    private const double SameText = 0.42;
    private const int MostCandidates = 20;

    /// <summary>Stores the article's bands and points it to the first article with nearly the same body. Runs inside the article's transaction.</summary>
    public static async Task PlaceAsync(TrackerContext db, Article article, CancellationToken cancellationToken)
    {
        await db.ArticleBands.Where(band => band.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        article.ReprintOfId = null;
        if (MinHash.Signature(article.Body) is not { } signature)
        {
            return;
        }
        var bands = MinHash.BandHashes(signature).Select(band => new ArticleBand { ArticleId = article.Id, Band = band.Band, Hash = band.Hash }).ToList();
        article.ReprintOfId = await FirstTellingAsync(db, article.Id, bands, signature, cancellationToken);
        db.ArticleBands.AddRange(bands);
    }

    private static async Task<long?> FirstTellingAsync(
        TrackerContext db, long articleId, List<ArticleBand> bands, uint[] signature, CancellationToken cancellationToken)
    {
        var hashes = bands.Select(band => band.Hash).ToList();
        // Only a lower id can be reprinted, whatever the order of processing: the answer does not depend on who came first.
        var candidates = await db.ArticleBands
            .Where(band => hashes.Contains(band.Hash) && band.ArticleId < articleId)
            .Select(band => band.Article!)
            .Distinct()
            .OrderBy(other => other.Id)
            .Take(MostCandidates)
            .Select(other => new { other.Id, other.ReprintOfId, other.Body })
            .ToListAsync(cancellationToken);
        foreach (var candidate in candidates)
        {
            if (MinHash.Signature(candidate.Body) is { } other && MinHash.Similarity(signature, other) >= SameText)
            {
                return candidate.ReprintOfId ?? candidate.Id;
            }
        }
        return null;
    }
}
