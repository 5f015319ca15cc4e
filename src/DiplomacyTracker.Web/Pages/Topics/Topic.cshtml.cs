using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Topics;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Topics;

public sealed class TopicModel(TrackerContext db) : PageModel
{
    private const int PageSize = 40;

    public Topic Topic { get; private set; } = null!;

    public TopicCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public IReadOnlyList<EventType> TypesPresent { get; private set; } = [];

    public CoverageChart? Chart { get; private set; }

    public PageKey? Next { get; private set; }

    [BindProperty(SupportsGet = true)]
    public EventType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Disputed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool NewestFirst => Order == "newest";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Slug == slug, cancellationToken) is not { } topic)
        {
            return NotFound();
        }
        Topic = topic;
        var events = db.Events.Shown().Where(e => db.Set<TopicEvent>().Any(row => row.TopicId == topic.Id && row.EventId == e.Id));
        await CountAsync(events, cancellationToken);
        await ReadPageAsync(events, cancellationToken);
        Chart = await CoverageChart.LoadAsync(db, events, Entries, cancellationToken);
        return Page();
    }

    public string AddressAfter(PageKey key) =>
        $"?after={key}" + (Type is { } type ? $"&type={type}" : "") + (Disputed ? "&disputed=true" : "") + (NewestFirst ? "&order=newest" : "");

    private async Task CountAsync(IQueryable<DiplomaticEvent> events, CancellationToken cancellationToken)
    {
        var reports = db.Reports.Where(report => events.Any(e => e.Id == report.EventId));
        Counts = new TopicCounts(
            await events.CountAsync(cancellationToken),
            await reports.Select(report => report.ArticleId).Distinct().CountAsync(cancellationToken),
            await reports.Select(report => report.Article!.SourceId).Distinct().CountAsync(cancellationToken),
            await reports.Select(report => report.Origin).Distinct().CountAsync(cancellationToken),
            await events.CountAsync(e => e.HasOpenDiscrepancy, cancellationToken));
        TypesPresent = await events.Select(e => e.Type).Distinct().ToListAsync(cancellationToken);
    }

    private async Task ReadPageAsync(IQueryable<DiplomaticEvent> events, CancellationToken cancellationToken)
    {
        if (Type is { } type)
        {
            events = events.Where(e => e.Type == type);
        }
        if (Disputed)
        {
            events = events.Where(e => e.HasOpenDiscrepancy);
        }
        var rows = await events.PageOf(PageKey.Parse(After), NewestFirst).Take(PageSize + 1).AsEntries(db).ToListAsync(cancellationToken);
        Entries = rows.Take(PageSize).ToList();
        Next = rows.Count > PageSize ? new PageKey(Entries[^1].SortOn, Entries[^1].Id) : null;
        await db.FillToldDatesAsync(Entries, cancellationToken);
    }

    public sealed record TopicCounts(int Events, int Articles, int Sources, int Origins, int Disputed);
}
