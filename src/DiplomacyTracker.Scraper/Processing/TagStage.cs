using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Article → mentions, times, roles, statements and reports, with editors' corrections laid over the machine's findings.</summary>
internal sealed class TagStage(
    IDbContextFactory<TrackerContext> contexts,
    ArticleTagger tagger,
    FactWriter facts,
    TimeProvider clock,
    ILogger<TagStage> logger) : IStage
{
    public string Name => "tag";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var article = await db.Articles
            .FromSql($"SELECT * FROM articles WHERE tagged_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .Include(a => a.Source)
            .AsTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (article is null)
        {
            return false;
        }
        var corrections = await db.Corrections.Include(correction => correction.Entity)
            .Where(correction => correction.ArticleId == article.Id).ToListAsync(cancellationToken);
        if (Tag(article, corrections) is var (machine, tagged))
        {
            await facts.WriteAsync(db, article, machine, tagged, cancellationToken);
            article.RecordTagged(clock.GetUtcNow(), ArticleTagger.Version, tagger.Knowledge.Version, tagged.Reports.Count == 0 ? "no-event" : null);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // Whatever goes wrong inside one text stays with that text: the article keeps the reason, and the next one is taken.
    private (IReadOnlyList<Mention> Machine, TaggedArticle Tagged)? Tag(Article article, List<Correction> corrections)
    {
        try
        {
            IReadOnlyList<Mention> machine = [];
            var tagged = tagger.Tag(TextOf(article), found =>
            {
                machine = found;
                return Correct(found, CorrectionPlacement.Place(corrections, article.Headline, article.Body));
            });
            return (machine, tagged);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException)
        {
            logger.LogError(e, "Could not tag article {Article}", article.Id);
            article.RecordTaggingFailure(clock.GetUtcNow(), e.Message);
            return null;
        }
    }

    internal static ArticleText TextOf(Article article) =>
        new(article.Headline, article.Body, article.Blocks, article.PublishedLocally, article.Source?.Name);

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
