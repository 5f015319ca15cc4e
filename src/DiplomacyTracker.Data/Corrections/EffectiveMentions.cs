using DiplomacyTracker.Data.Articles;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data.Corrections;

/// <summary>Puts editors' decisions over the machine's mentions of an article.</summary>
public static class EffectiveMentions
{
    /// <summary>Recomputes which mentions hold, from the machine's rows and the corrections in force. Call inside the transaction that changed either; saves.</summary>
    /// <param name="article">Tracked by <paramref name="db"/>; its mentions are loaded here.</param>
    public static async Task RecomputeMentionsAsync(this TrackerContext db, Article article, CancellationToken cancellationToken)
    {
        var rows = await db.Mentions.Where(mention => mention.ArticleId == article.Id).ToListAsync(cancellationToken);
        var corrections = await db.Corrections.Where(correction => correction.ArticleId == article.Id).ToListAsync(cancellationToken);
        db.Mentions.RemoveRange(rows.Where(row => row.CorrectionId is not null));
        var machine = rows.Where(row => row.CorrectionId is null).ToList();
        var placed = CorrectionPlacement.Place(corrections, article.Headline, article.Body);
        foreach (var row in machine)
        {
            row.SupersededById = placed
                .Where(p => p.Span.Part == row.Part && p.Span.Start < row.End && row.Start < p.Span.End)
                .Select(p => (long?)p.Correction.Id).FirstOrDefault();
        }
        db.Mentions.AddRange(placed.Where(p => p.Correction is { Kind: CorrectionKind.Names, Type: not null }).Select(p => new ArticleMention
        {
            ArticleId = article.Id,
            Part = p.Span.Part,
            Start = p.Span.Start,
            End = p.Span.End,
            Surface = p.Correction.Quote,
            Type = p.Correction.Type!.Value,
            EntityId = p.Correction.EntityId,
            Confidence = 1,
            CorrectionId = p.Correction.Id,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The mentions that readers are shown.</summary>
    public static IQueryable<ArticleMention> InForce(this IQueryable<ArticleMention> mentions) =>
        mentions.Where(mention => mention.SupersededById == null);
}
