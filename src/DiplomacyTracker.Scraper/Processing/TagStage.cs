using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>What the extractor found in one article. <paramref name="Machine"/> are its mentions before editors' decisions were laid over them.</summary>
internal sealed record TaggedRow(Article Article, IReadOnlyList<Mention> Machine, TaggedArticle Tagged);

/// <summary>Articles → mentions, times, roles, statements and reports, with editors' corrections laid over the machine's findings.</summary>
internal sealed class TagStage(
    IDbContextFactory<TrackerContext> contexts,
    ArticleTagger tagger,
    FactWriter facts,
    TimeProvider clock,
    ILogger<TagStage> logger) : IStage
{
    // Enough that a transaction's own cost is shared, few enough that a kill loses little.
    private const int Batch = 64;

    // After a batch that the database refused: articles are taken singly until the one to blame is found.
    private int _single;

    public string Name => "tag";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var isSingle = Volatile.Read(ref _single) > 0;
        Article? alone = null;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var articles = await ClaimAsync(db, isSingle ? 1 : Batch, cancellationToken);
            if (articles.Count == 0)
            {
                return false;
            }
            alone = articles.Count == 1 ? articles[0] : null;
            await facts.WriteAsync(db, await TagAsync(db, articles, cancellationToken), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            Interlocked.Add(ref _single, isSingle ? -1 : 0);
            return true;
        }
        catch (Exception e) when (Conflicts.IsConflict(e))
        {
            logger.LogDebug(e, "A batch met another worker");
            return true;
        }
        // 22 is a value that cannot be stored, 23 a constraint, 54 a limit of the server: the text is to blame, not the connection.
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal) || e.SqlState.StartsWith("54", StringComparison.Ordinal))
        {
            Interlocked.Exchange(ref _single, Batch);
            if (alone is not null)
            {
                await RecordFailureAsync(alone.Id, e, cancellationToken);
            }
            return true;
        }
    }

    internal static ArticleText TextOf(Article article) =>
        new(article.Headline, article.Body, article.Blocks, article.PublishedLocally, article.Source?.Name);

    // Asked for again by a request, or never tagged since the text came: both are locked, and what another worker holds is passed over.
    private static async Task<List<Article>> ClaimAsync(TrackerContext db, int most, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQuery<long>(
            $"""SELECT id AS "Value" FROM articles WHERE tagged_at IS NULL ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED""").ToListAsync(cancellationToken);
        if (ids.Count < most)
        {
            ids.AddRange(await db.Database.SqlQuery<long>(
                $"""
                DELETE FROM tag_requests WHERE article_id IN (
                    SELECT request.article_id FROM tag_requests request JOIN articles ON articles.id = request.article_id
                    ORDER BY request.article_id LIMIT {most - ids.Count} FOR UPDATE SKIP LOCKED)
                RETURNING article_id AS "Value"
                """).ToListAsync(cancellationToken));
        }
        return await db.Articles.Where(article => ids.Contains(article.Id)).Include(article => article.Source).OrderBy(article => article.Id).ToListAsync(cancellationToken);
    }

    private async Task<List<TaggedRow>> TagAsync(TrackerContext db, List<Article> articles, CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(article => article.Id);
        var corrections = (await db.Corrections.Include(correction => correction.Entity).Where(correction => ids.Contains(correction.ArticleId)).ToListAsync(cancellationToken))
            .ToLookup(correction => correction.ArticleId);
        var rows = new List<TaggedRow>(articles.Count);
        foreach (var some in articles.Chunk(ArticleTagger.Together))
        {
            rows.AddRange(await TagTogetherAsync(db, [.. some], corrections, cancellationToken));
        }
        return rows;
    }

    private async Task<List<TaggedRow>> TagTogetherAsync(TrackerContext db, List<Article> articles, ILookup<long, Correction> corrections, CancellationToken cancellationToken)
    {
        try
        {
            return Tag(articles, corrections);
        }
        // Whatever goes wrong inside one text stays with that text: the article keeps the reason, and its neighbours are taken without it.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException)
        {
            if (articles is [var alone])
            {
                logger.LogError(e, "Could not tag article {Article}", alone.Id);
                await RecordFailureAsync(db, alone.Id, e, cancellationToken);
                return [];
            }
        }
        var rows = new List<TaggedRow>(articles.Count);
        foreach (var article in articles)
        {
            rows.AddRange(await TagTogetherAsync(db, [article], corrections, cancellationToken));
        }
        return rows;
    }

    private List<TaggedRow> Tag(List<Article> articles, ILookup<long, Correction> corrections)
    {
        var machine = new IReadOnlyList<Mention>[articles.Count];
        var tagged = tagger.TagAll(articles.ConvertAll(TextOf), (i, found) =>
        {
            machine[i] = found;
            List<Correction> own = [.. corrections[articles[i].Id]];
            return own.Count == 0 ? found : Correct(found, CorrectionPlacement.Place(own, articles[i].Headline, articles[i].Body));
        });
        return [.. articles.Select((article, i) => new TaggedRow(article, machine[i], tagged[i]))];
    }

    private async Task RecordFailureAsync(long articleId, Exception e, CancellationToken cancellationToken)
    {
        logger.LogError(e, "Could not store what article {Article} says", articleId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await RecordFailureAsync(db, articleId, e, cancellationToken);
    }

    private Task<int> RecordFailureAsync(TrackerContext db, long articleId, Exception e, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"UPDATE articles SET tagged_at = {clock.GetUtcNow()}, tagging_error = {e.Message} WHERE id = {articleId}", cancellationToken);

    private static List<Mention> Correct(IReadOnlyList<Mention> found, IReadOnlyList<PlacedCorrection> placed)
    {
        var kept = found.Where(mention => !placed.Any(p => p.Span.Overlaps(mention.Span)));
        var made = placed.Where(p => p.Correction.Kind == CorrectionKind.Names).Select(p => new Mention(
            p.Span,
            p.Correction.Quote,
            p.Correction.Type ?? EntityType.Organization,
            p.Correction.Entity is { } entity ? new EntityLink(entity.Key, entity.NameEn, entity.Country) : null,
            1));
        return [.. kept.Concat(made).OrderBy(mention => mention.Span.Part).ThenBy(mention => mention.Span.Start)];
    }
}
