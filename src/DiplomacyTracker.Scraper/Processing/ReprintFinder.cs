using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>
/// Finds the articles whose bodies are one text, by the bodies and never by headlines. A group is what pairs of equal texts connect, and its head the
/// article that was published first: both depend on the stored articles alone, not on the order in which they came.
/// </summary>
internal static class ReprintFinder
{
    private const long LockKey = 7_204_118_005;

    // A text is reprinted within days; so a look-up costs the same however large the archive is.
    private const int DaysApart = 7;

    // A long text shares more than one with its copy; of a short one, an edited sentence may leave only one.
    private const int FewestSharedSamples = 2;
    private const int SamplesOfShortText = 8;

    private static readonly DateOnly Undated = DateOnly.MinValue.AddDays(DaysApart);

    /// <summary>
    /// Places articles whose text is new or changed. Runs inside the caller's transaction and holds a lock from its look-up until its end, so that of two
    /// articles that come at once one sees the other.
    /// </summary>
    /// <returns>Articles whose group is another than before.</returns>
    public static async Task<IReadOnlyCollection<long>> PlaceAsync(TrackerContext db, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
        {
            return [];
        }
        var ids = articles.Select(article => article.Id).ToList();
        await db.ArticleShingles.Where(shingle => ids.Contains(shingle.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        var shingles = articles.ToDictionary(article => article.Id, article => ShinglesOf(article.Body, article.Blocks));
        await db.BulkInsertAsync(
            articles.SelectMany(article => shingles[article.Id].Samples.Select(hash => new ArticleShingle { ArticleId = article.Id, Hash = hash, PublishedOn = DayOf(article), IsShort = IsShort(shingles[article.Id]) })).ToList(),
            cancellationToken);
        // Whoever comes second has to see what the first has stored.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        var pairs = await PairsAsync(db, articles, shingles, cancellationToken);
        return await ReprintGroups.RegroupAsync(db, ids, pairs, cancellationToken);
    }

    // Every desk puts its own dateline before the text that it copies.
    private static Shingles ShinglesOf(string body, IReadOnlyList<TextBlock> blocks) =>
        new(blocks.FirstOrDefault(block => block.Kind == BlockKind.Dateline) is { End: > 0 } dateline && dateline.End <= body.Length ? body[dateline.End..] : body);

    private static bool IsShort(Shingles shingles) => shingles.Samples.Count < SamplesOfShortText;

    private static DateOnly DayOf(Article article) => article.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : Undated;

    private static async Task<List<ArticleCopy>> PairsAsync(
        TrackerContext db, IReadOnlyList<Article> articles, Dictionary<long, Shingles> shingles, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync(db, articles, shingles, cancellationToken);
        var missing = candidates.Select(pair => pair.OtherId).Where(id => !shingles.ContainsKey(id)).Distinct().ToList();
        foreach (var other in await db.Articles.Where(article => missing.Contains(article.Id)).Select(article => new { article.Id, article.Body, article.Blocks }).ToListAsync(cancellationToken))
        {
            shingles[other.Id] = ShinglesOf(other.Body, other.Blocks);
        }
        return
        [
            .. candidates.Where(pair => shingles[pair.Id].IsSameTextAs(shingles[pair.OtherId]))
                .Select(pair => (First: Math.Min(pair.Id, pair.OtherId), Second: Math.Max(pair.Id, pair.OtherId))).Distinct()
                .Select(pair => new ArticleCopy { FirstId = pair.First, SecondId = pair.Second }),
        ];
    }

    private sealed record Candidate(long Id, long OtherId);

    private static async Task<List<Candidate>> CandidatesAsync(
        TrackerContext db, IReadOnlyList<Article> articles, Dictionary<long, Shingles> shingles, CancellationToken cancellationToken)
    {
        var samples = articles.SelectMany(article => shingles[article.Id].Samples.Select(hash => (article.Id, Hash: hash, Day: DayOf(article), IsShort: IsShort(shingles[article.Id])))).ToList();
        var (ids, hashes, days, areShort) = (samples.ConvertAll(row => row.Id), samples.ConvertAll(row => row.Hash), samples.ConvertAll(row => row.Day), samples.ConvertAll(row => row.IsShort));
        // An article without a day may be a copy of any; it is compared with all that share words with it.
        return await db.Database.SqlQuery<Candidate>(
            $"""
            SELECT n.id AS "Id", s.article_id AS "OtherId"
            FROM unnest({ids}, {hashes}, {days}, {areShort}) AS n(id, hash, day, is_short)
            CROSS JOIN LATERAL (
                SELECT article_id, is_short FROM article_shingles WHERE hash = n.hash AND n.day <> {Undated} AND published_on BETWEEN n.day - {DaysApart} AND n.day + {DaysApart}
                UNION ALL SELECT article_id, is_short FROM article_shingles WHERE hash = n.hash AND n.day <> {Undated} AND published_on = {Undated}
                UNION ALL SELECT article_id, is_short FROM article_shingles WHERE hash = n.hash AND n.day = {Undated}
            ) AS s
            WHERE s.article_id <> n.id
            GROUP BY n.id, s.article_id
            HAVING count(*) >= {FewestSharedSamples} OR bool_or(n.is_short OR s.is_short)
            """).ToListAsync(cancellationToken);
    }
}
