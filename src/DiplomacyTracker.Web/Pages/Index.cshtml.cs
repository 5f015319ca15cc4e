using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages;

public sealed class IndexModel(TrackerContext db) : PageModel
{
    private const int Shown = 6;

    public IReadOnlyList<TimelineEntry> Latest { get; private set; } = [];

    public IReadOnlyList<DisputedRow> Disputed { get; private set; } = [];

    public IReadOnlyList<FailingRow> Failing { get; private set; } = [];

    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Latest = await db.Events.Shown().Where(e => e.SortOn != null && e.IsSummit || e.SortOn != null && e.ArticleCount > 1)
            .OrderByDescending(e => e.SortOn).ThenByDescending(e => e.Id).Take(Shown).AsEntries(db).ToListAsync(cancellationToken);
        await db.FillToldDatesAsync(Latest, cancellationToken);
        Disputed = await db.Events.Shown().Where(e => e.HasOpenDiscrepancy)
            .OrderByDescending(e => e.SortOn).ThenByDescending(e => e.Id).Take(Shown)
            .Select(e => new DisputedRow(
                e.Slug, e.TitleId, e.TitleEn, e.ArticleCount,
                e.Discrepancies.Where(d => d.Class == DifferenceClass.Discrepancy).Select(d => d.Field).Distinct().ToList()))
            .ToListAsync(cancellationToken);
        Failing = await db.Sources.Where(source => source.FailingSinceAt != null).OrderBy(source => source.FailingSinceAt).Take(3)
            .Select(source => new FailingRow(source.Name, source.FailingSinceAt!.Value)).ToListAsync(cancellationToken);
        Topics = await db.TopicRowsAsync(Shown, cancellationToken);
        Waiting = await db.Articles.CountAsync(article => article.TaggedAt == null, cancellationToken)
            + await db.Snapshots.CountAsync(snapshot => snapshot.ReadAt == null, cancellationToken);
    }

    public sealed record DisputedRow(string Slug, string TitleId, string TitleEn, int Articles, IReadOnlyList<ClaimField> Fields);

    public sealed record FailingRow(string Name, DateTimeOffset Since);
}
