using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Entities;

public sealed class EntityModel(TrackerContext db) : PageModel
{
    private const int PageSize = 20;
    private const int MostAliases = 12;

    public Entity Entity { get; private set; } = null!;

    public IReadOnlyList<Tenure> Offices { get; private set; } = [];

    public IReadOnlyList<string> Aliases { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Events { get; private set; } = [];

    public PageKey? Next { get; private set; }

    public int Mentions { get; private set; }

    public int Articles { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Entities.AsNoTracking().SingleOrDefaultAsync(entity => entity.Slug == slug, cancellationToken) is not { } entity)
        {
            return NotFound();
        }
        Entity = entity;
        Offices = await db.Tenures.AsNoTracking().Where(tenure => tenure.EntityId == entity.Id).OrderByDescending(tenure => tenure.From).ToListAsync(cancellationToken);
        Aliases = await db.EntityAliases.Where(alias => alias.EntityId == entity.Id).OrderBy(alias => alias.Id).Take(MostAliases).Select(alias => alias.Alias).ToListAsync(cancellationToken);
        var mentions = db.Mentions.InForce().Where(mention => mention.EntityId == entity.Id);
        Mentions = await mentions.CountAsync(cancellationToken);
        Articles = await mentions.Select(mention => mention.ArticleId).Distinct().CountAsync(cancellationToken);
        // A country's events are those that it is part of; everybody else's those that they take part in or whose articles' reports name them.
        var events = entity.Type == EntityType.Country
            ? db.Events.Shown().Where(e => e.Countries.Contains(entity.Key))
            : db.Events.Shown().Where(e => e.PlaceEntityId == entity.Id || e.Participants.Any(participant => participant.EntityId == entity.Id)
                || e.Reports.Any(report => db.Mentions.Any(mention => mention.EntityId == entity.Id && mention.SupersededById == null
                    && mention.ArticleId == report.ArticleId && mention.Part == report.Part && mention.Start >= report.Start && mention.End <= report.End)));
        var rows = await events.PageOf(PageKey.Parse(After), newestFirst: true).Take(PageSize + 1).AsEntries(db).ToListAsync(cancellationToken);
        Events = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? new PageKey(Events[^1].SortOn, Events[^1].Id) : null;
        await db.FillToldDatesAsync(Events, cancellationToken);
        return Page();
    }
}
