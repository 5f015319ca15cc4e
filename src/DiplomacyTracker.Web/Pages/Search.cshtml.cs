using DiplomacyTracker.Data;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages;

public sealed class SearchModel(TrackerContext db) : PageModel
{
    private const int Most = 20;
    private const int LongestQuery = 200;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<EntityRow> Entities { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Events { get; private set; } = [];

    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Q = Q?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(Q))
        {
            return;
        }
        var words = Q.Length <= LongestQuery ? Q : Q[..LongestQuery];
        var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        Entities = await db.Entities.Where(entity => (EF.Functions.ILike(entity.NameId, like) || EF.Functions.ILike(entity.NameEn, like)) && db.Mentions.Any(mention => mention.EntityId == entity.Id))
            .OrderBy(entity => entity.NameEn).Take(Most).Select(entity => new EntityRow(entity.Slug, entity.NameId, entity.NameEn, entity.Type)).ToListAsync(cancellationToken);
        if (SearchQuery.Of(words) is not { } query)
        {
            return;
        }
        var matching = db.Articles.Where(article => article.SearchVector!.Matches(query));
        Articles = await matching.OrderByDescending(article => article.SearchVector!.Rank(query)).ThenByDescending(article => article.Id).Take(Most)
            .Select(article => new ArticleRow(article.Id, article.Title, article.Source!.Name, article.PublishedAt)).ToListAsync(cancellationToken);
        var ids = Articles.Select(article => article.Id).ToList();
        Events = await db.Events.Shown().Where(e => db.Reports.Any(report => report.EventId == e.Id && ids.Contains(report.ArticleId)))
            .OrderByDescending(e => e.SortOn).ThenByDescending(e => e.Id).Take(Most).AsEntries(db).ToListAsync(cancellationToken);
        await db.FillToldDatesAsync(Events, cancellationToken);
    }

    public sealed record EntityRow(string Slug, string NameId, string NameEn, EntityType Type);

    public sealed record ArticleRow(long Id, string Title, string Source, DateTimeOffset? PublishedAt);
}
