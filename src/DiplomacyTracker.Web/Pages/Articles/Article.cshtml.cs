using System.Security.Claims;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Web.Editing;
using DiplomacyTracker.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Articles;

public sealed class ArticleModel(TrackerContext db, MentionEditor editor, Language say) : PageModel
{
    public Article Article { get; private set; } = null!;

    /// <summary>The text with its mentions; empty for readers who are not signed in.</summary>
    public IReadOnlyList<MarkedBlock> Body { get; private set; } = [];

    public IReadOnlyList<QuoteRow> Quotes { get; private set; } = [];

    public IReadOnlyList<CorrectionRow> Corrections { get; private set; } = [];

    public ArticleMention? Chosen { get; private set; }

    public string? Wrong { get; private set; }

    public bool MayEdit => User.Identity?.IsAuthenticated == true;

    /// <summary>Two versions that follow each other, and what changed between them; null for readers and where there is one alone.</summary>
    public VersionChange? Change { get; private set; }

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, long? mention, int? version, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, mention, cancellationToken))
        {
            return NotFound();
        }
        if (Article.TakenDownAt is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
        else if (MayEdit && Article.Version > 1)
        {
            await CompareAsync(id, version ?? Article.Version, cancellationToken);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostCorrectAsync(long id, long mention, string kind, string? entity, string? reason, CancellationToken cancellationToken)
    {
        if (!MayEdit)
        {
            return Challenge();
        }
        var editorId = Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var type = Enum.TryParse<EntityType>(kind, out var named) && Enum.IsDefined(named) ? named : (EntityType?)null;
        if (type is null && kind != "none")
        {
            return BadRequest();
        }
        Wrong = await editor.CorrectAsync(new MentionDecision(id, mention, type, entity, reason, editorId), cancellationToken) switch
        {
            DecisionOutcome.Stored => null,
            DecisionOutcome.UnknownEntity => say["Nama itu tidak dikenal untuk jenis ini. Tulis nama lengkapnya.", "No such name is known for this type. Write the full name."],
            _ => say["Sebutan ini sudah tidak ada; artikelnya mungkin baru diproses ulang.", "This mention is gone; the article may just have been processed again."],
        };
        if (Wrong is null)
        {
            return RedirectToPage(new { id });
        }
        return await ShowAsync(id, mention, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, long correction, CancellationToken cancellationToken)
    {
        if (!MayEdit)
        {
            return Challenge();
        }
        var stored = await editor.RevokeAsync(id, correction, Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!), cancellationToken);
        return stored ? RedirectToPage(new { id }) : NotFound();
    }

    private async Task<bool> ShowAsync(long id, long? mention, CancellationToken cancellationToken)
    {
        if (await db.Articles.AsNoTracking().Include(article => article.Source).SingleOrDefaultAsync(article => article.Id == id, cancellationToken) is not { } found)
        {
            return false;
        }
        Article = found;
        if (found.TakenDownAt is not null)
        {
            return true;
        }
        if (MayEdit)
        {
            Response.Headers.CacheControl = "no-store";
            var mentions = await db.Mentions.AsNoTracking().InForce().Include(row => row.Entity).Where(row => row.ArticleId == id && row.Part == TextPart.Body)
                .OrderBy(row => row.Start).ToListAsync(cancellationToken);
            Body = MarkedBlock.Of(found, mentions);
            Chosen = mentions.Find(row => row.Id == mention);
        }
        else
        {
            await ReadQuotesAsync(id, cancellationToken);
        }
        await ReadCorrectionsAsync(id, cancellationToken);
        return true;
    }

    // The version that is asked for beside the one before it.
    private async Task CompareAsync(long id, int number, CancellationToken cancellationToken)
    {
        Versions = await db.ArticleVersions.Where(version => version.ArticleId == id).OrderBy(version => version.Number).Select(version => new VersionRow(version.Number, version.ReadAt)).ToListAsync(cancellationToken);
        var pair = await db.ArticleVersions.AsNoTracking().Where(version => version.ArticleId == id && (version.Number == number || version.Number == number - 1)).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        Change = pair is [var older, var newer] ? new VersionChange(older.Number, newer.Number, newer.ReadAt, WordDiff.Of(older.Headline ?? "", newer.Headline ?? ""), WordDiff.Of(older.Body, newer.Body)) : null;
    }

    private async Task ReadQuotesAsync(long id, CancellationToken cancellationToken)
    {
        var reports = await db.Reports.Where(report => report.ArticleId == id).OrderBy(report => report.Ordinal)
            .Select(report => new { report.Part, report.Start, report.End, report.Event!.Slug, report.Event.TitleId, report.Event.TitleEn }).ToListAsync(cancellationToken);
        Quotes =
        [
            .. reports.Where(report => report.Part == TextPart.Body && report.End <= Article.Body.Length)
                .Select(report => new QuoteRow(Article.Body[report.Start..report.End], report.Slug, report.TitleId, report.TitleEn)),
        ];
    }

    private async Task ReadCorrectionsAsync(long id, CancellationToken cancellationToken)
    {
        var all = await db.Corrections.AsNoTracking().Include(row => row.Editor).Include(row => row.Entity).Where(row => row.ArticleId == id)
            .OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        var revoked = all.Select(row => row.RevokesId).OfType<long>().ToHashSet();
        Corrections =
        [
            .. all.Where(row => row.Kind != CorrectionKind.Revocation).Select(row => new CorrectionRow(
                row.Id, row.MadeAt, row.Quote, row.MachineValue, row.Type, row.Entity?.NameId, row.Entity?.NameEn, row.Reason, row.Editor?.DisplayName ?? "", revoked.Contains(row.Id))),
        ];
    }

    public sealed record VersionRow(int Number, DateTimeOffset ReadAt);

    public sealed record VersionChange(int Older, int Newer, DateTimeOffset ReadAt, IReadOnlyList<IReadOnlyList<DiffRun>> Headline, IReadOnlyList<IReadOnlyList<DiffRun>> Body);

    public sealed record QuoteRow(string Words, string? Slug, string? TitleId, string? TitleEn);

    public sealed record CorrectionRow(
        long Id, DateTimeOffset MadeAt, string Quote, string? MachineValue, EntityType? Type, string? NameId, string? NameEn, string? Reason, string By, bool Revoked)
    {
        public string NewValue(Language say, TypeWords types) =>
            Type is { } type ? $"{types.Of(type)}{(NameId is null ? "" : $", {say[NameId, NameEn!]}")}" : say["bukan sebutan", "no mention"];
    }
}
