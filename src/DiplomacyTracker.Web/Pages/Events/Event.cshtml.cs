using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Events;

public sealed class EventModel(TrackerContext db) : PageModel
{
    private const int MostTellings = 60;
    private const int MostStatements = 12;

    public DiplomaticEvent Event { get; private set; } = null!;

    public TimelineEntry Entry { get; private set; } = null!;

    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IReadOnlyList<EventParticipant> Participants { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IReadOnlyList<Telling> Tellings { get; private set; } = [];

    public IReadOnlyList<Said> Statements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.PlaceEntity).Include(e => e.MergedInto).SingleOrDefaultAsync(e => e.Slug == slug, cancellationToken);
        if (found is null)
        {
            return NotFound();
        }
        if (found.MergedInto is { } successor)
        {
            return RedirectPermanent($"/events/{successor.Slug}");
        }
        Event = found;
        Entry = await db.Events.Where(e => e.Id == found.Id).AsEntries(db).SingleAsync(cancellationToken);
        await db.FillToldDatesAsync([Entry], cancellationToken);
        Topics = await db.Topics.Where(topic => topic.Events.Any(row => row.EventId == found.Id)).OrderByDescending(topic => topic.Kind).ThenBy(topic => topic.Slug)
            .Select(topic => new TopicLink(topic.Slug, topic.TitleId, topic.TitleEn)).ToListAsync(cancellationToken);
        Participants = await db.EventParticipants.AsNoTracking().Where(participant => participant.EventId == found.Id)
            .Include(participant => participant.Entity).Include(participant => participant.ByEntity)
            .OrderBy(participant => participant.Attendance).ThenBy(participant => participant.Entity!.NameEn).ToListAsync(cancellationToken);
        await ReadClaimsAsync(cancellationToken);
        await ReadTellingsAsync(cancellationToken);
        return Page();
    }

    private async Task ReadClaimsAsync(CancellationToken cancellationToken)
    {
        var claims = await db.Claims.Where(claim => claim.EventId == Event.Id)
            .OrderBy(claim => claim.Value).ThenBy(claim => claim.Article!.PublishedAt).ThenBy(claim => claim.Id)
            .Select(claim => new ClaimRow(claim.Field, claim.Subject, claim.Value, claim.Quote, claim.Origin, claim.ArticleId, claim.Article!.Source!.Name, claim.Article.Source.Key))
            .ToListAsync(cancellationToken);
        var differences = await db.Discrepancies.AsNoTracking().Where(d => d.EventId == Event.Id)
            .OrderByDescending(d => d.Class == DifferenceClass.Discrepancy).ThenBy(d => d.Field).ToListAsync(cancellationToken);
        Differences =
        [
            .. differences.Select(row => new Difference(
                row, [.. claims.Where(claim => claim.Field == row.Field && claim.Subject == row.Subject && row.Values.Contains(claim.Value))])),
        ];
        Figures =
        [
            .. claims.Where(claim => claim.Field == ClaimField.Count).GroupBy(claim => (claim.Subject, claim.Value))
                .Select(group => new Figure(group.Key.Subject ?? "", group.Key.Value, [.. group.Select(claim => claim.SourceName).Distinct()])),
        ];
        Names = [.. claims.Where(claim => claim.Field == ClaimField.Name).Select(claim => claim.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private async Task ReadTellingsAsync(CancellationToken cancellationToken)
    {
        var reports = await db.Reports.Where(report => report.EventId == Event.Id)
            .OrderBy(report => report.Article!.PublishedAt).ThenBy(report => report.ArticleId).ThenBy(report => report.Ordinal)
            .Take(MostTellings)
            .Select(report => new
            {
                report.ArticleId,
                report.Article!.Title,
                report.Article.Headline,
                report.Article.Body,
                report.Article.PublishedAt,
                report.Article.PublishedZone,
                report.Article.ReprintOfId,
                SourceName = report.Article.Source!.Name,
                SourceKey = report.Article.Source.Key,
                report.Part,
                report.Start,
                report.End,
                report.Origin,
            }).ToListAsync(cancellationToken);
        Tellings =
        [
            .. reports.DistinctBy(report => report.ArticleId).Select(report => new Telling(
                report.ArticleId,
                report.Title,
                Cut(report.Part, report.Headline, report.Body, report.Start, report.End),
                report.PublishedAt?.ToOffset(Data.Articles.Article.OffsetOf(report.PublishedZone)),
                report.PublishedZone,
                report.SourceName,
                report.SourceKey,
                report.Origin,
                report.ReprintOfId is not null)),
        ];
        await ReadStatementsAsync([.. reports.Where(report => report.ReprintOfId is null).Select(report => report.ArticleId).Distinct()], cancellationToken);
    }

    private async Task ReadStatementsAsync(List<long> articleIds, CancellationToken cancellationToken)
    {
        var rows = await db.ArticleStatements.Where(statement => articleIds.Contains(statement.ArticleId) && statement.Direct)
            .OrderBy(statement => statement.ArticleId).ThenBy(statement => statement.Start).Take(MostStatements)
            .Select(statement => new
            {
                statement.ArticleId,
                statement.Part,
                statement.Start,
                statement.End,
                statement.Article!.Headline,
                statement.Article.Body,
                Speaker = statement.SpeakerEntity != null ? statement.SpeakerEntity.NameEn : statement.Speaker,
                statement.Via,
                SourceName = statement.Article.Source!.Name,
            }).ToListAsync(cancellationToken);
        Statements = [.. rows.Select(row => new Said(row.ArticleId, Cut(row.Part, row.Headline, row.Body, row.Start, row.End), row.Speaker, row.Via, row.SourceName))];
    }

    private static string Cut(TextPart part, string? headline, string body, int start, int end)
    {
        var text = part == TextPart.Headline ? headline ?? "" : body;
        return text[Math.Clamp(start, 0, text.Length)..Math.Clamp(end, 0, text.Length)].Trim();
    }

    public sealed record TopicLink(string Slug, string TitleId, string TitleEn);

    public sealed record ClaimRow(ClaimField Field, string? Subject, string Value, string Quote, string Origin, long ArticleId, string SourceName, string SourceKey);

    public sealed record Difference(Discrepancy Row, IReadOnlyList<ClaimRow> Claims);

    public sealed record Figure(string Subject, string Value, IReadOnlyList<string> Sources);

    public sealed record Telling(
        long ArticleId, string Title, string Sentence, DateTimeOffset? PublishedAt, string? Zone, string SourceName, string SourceKey, string Origin, bool IsReprint);

    public sealed record Said(long ArticleId, string Words, string? Speaker, IReadOnlyList<string> Via, string SourceName);
}
