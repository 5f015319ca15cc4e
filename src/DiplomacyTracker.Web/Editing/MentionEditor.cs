using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Revisions;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Editing;

/// <summary>What an editor decided of one mention; no type means that the words name nothing.</summary>
public sealed record MentionDecision(long ArticleId, long MentionId, EntityType? Type, string? EntityName, string? Reason, Guid EditorId);

public enum DecisionOutcome
{
    Stored,
    UnknownEntity,
    MentionGone,
}

/// <summary>Stores editors' decisions as rows of their own and lets them take effect in the same transaction; the worker then makes the events anew.</summary>
public sealed class MentionEditor(TrackerContext db, TimeProvider clock)
{
    public async Task<DecisionOutcome> CorrectAsync(MentionDecision decision, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var article = await LockAsync(decision.ArticleId, cancellationToken);
        var mention = await db.Mentions.Include(row => row.Entity).SingleOrDefaultAsync(row => row.Id == decision.MentionId && row.ArticleId == decision.ArticleId, cancellationToken);
        if (article is null || mention is null)
        {
            return DecisionOutcome.MentionGone;
        }
        var entity = decision.Type is { } type && !string.IsNullOrWhiteSpace(decision.EntityName) ? await FindAsync(type, decision.EntityName.Trim(), cancellationToken) : null;
        if (decision.Type is not null && !string.IsNullOrWhiteSpace(decision.EntityName) && entity is null)
        {
            return DecisionOutcome.UnknownEntity;
        }
        var text = mention.Part == TextPart.Headline ? article.Headline ?? "" : article.Body;
        var (before, after) = CorrectionPlacement.ContextOf(text, mention.Start, mention.End);
        db.Corrections.Add(new Correction
        {
            ArticleId = article.Id,
            Kind = decision.Type is null ? CorrectionKind.NamesNothing : CorrectionKind.Names,
            Part = mention.Part,
            Quote = mention.Surface,
            Before = before,
            After = after,
            Start = mention.Start,
            Type = decision.Type,
            EntityId = entity?.Id,
            MachineValue = $"{mention.Type}{(mention.Entity is null ? "" : $", {mention.Entity.NameEn}")}",
            Reason = decision.Reason is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, 300)] : null,
            EditorId = decision.EditorId,
            MadeAt = clock.GetUtcNow(),
        });
        await TakeEffectAsync(article, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return DecisionOutcome.Stored;
    }

    /// <returns>False where there is no such correction, or it is revoked already.</returns>
    public async Task<bool> RevokeAsync(long articleId, long correctionId, Guid editorId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var article = await LockAsync(articleId, cancellationToken);
        var correction = await db.Corrections.SingleOrDefaultAsync(row => row.Id == correctionId && row.ArticleId == articleId && row.Kind != CorrectionKind.Revocation, cancellationToken);
        if (article is null || correction is null || await db.Corrections.AnyAsync(row => row.RevokesId == correctionId, cancellationToken))
        {
            return false;
        }
        db.Corrections.Add(new Correction
        {
            ArticleId = articleId,
            Kind = CorrectionKind.Revocation,
            Part = correction.Part,
            Quote = correction.Quote,
            Before = correction.Before,
            After = correction.After,
            Start = correction.Start,
            EditorId = editorId,
            MadeAt = clock.GetUtcNow(),
            RevokesId = correctionId,
        });
        await TakeEffectAsync(article, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // The article's row lock keeps the tagging stage and a second editor out until this decision is stored.
    private Task<Article?> LockAsync(long articleId, CancellationToken cancellationToken) =>
        db.Articles.FromSql($"SELECT * FROM articles WHERE id = {articleId} FOR UPDATE").AsTracking().SingleOrDefaultAsync(cancellationToken);

    private async Task TakeEffectAsync(Article article, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.RecomputeMentionsAsync(article, cancellationToken);
        // Reports and events hang on mentions: the tagging stage takes the article again at once.
        article.TagAgain();
        await db.SaveChangesAsync(cancellationToken);
        var revision = await db.NextRevisionAsync($"correction in article {article.Id}", cancellationToken);
        await db.Corrections.Where(row => row.ArticleId == article.Id && row.Revision == 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, revision), cancellationToken);
    }

    private Task<Entity?> FindAsync(EntityType type, string name, CancellationToken cancellationToken)
    {
        var pattern = Literal(name);
        return db.Entities
            .Where(entity => entity.Type == type && (EF.Functions.ILike(entity.NameId, pattern) || EF.Functions.ILike(entity.NameEn, pattern)
                || entity.Aliases.Any(alias => EF.Functions.ILike(alias.Alias, pattern))))
            .OrderBy(entity => entity.Origin).ThenBy(entity => entity.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static string Literal(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
