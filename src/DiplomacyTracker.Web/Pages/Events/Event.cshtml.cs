using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Web.Pages.Shared;
using DiplomacyTracker.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Events;

public sealed class EventModel(TrackerContext db) : PageModel
{
    private const int MostTellings = 60;
    private const int MostStatements = 12;

    private static readonly ClaimField[] OfEntities = [ClaimField.Place, ClaimField.Participant, ClaimField.Signatory];

    // Names by key of the states, people and places that differences are about.
    private Dictionary<string, (string Id, string En)> _names = [];

    public DiplomaticEvent Event { get; private set; } = null!;

    public TimelineEntry Entry { get; private set; } = null!;

    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IReadOnlyList<EventParticipant> Participants { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>States that hold the meeting, by their codes.</summary>
    public IReadOnlyList<ToldWords> Hosts { get; private set; } = [];

    public IReadOnlyList<ToldWords> Agenda { get; private set; } = [];

    /// <summary>Dates whose words contradict themselves, where no difference shows them.</summary>
    public IReadOnlyList<ToldClaim> FaultyDates { get; private set; } = [];

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IReadOnlyList<Telling> Tellings { get; private set; } = [];

    /// <summary>How the event came about: the first telling of each status, in the order of publication.</summary>
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>What was met for around this meeting, and its series' editions before and after.</summary>
    public IReadOnlyList<Neighbour> Around { get; private set; } = [];

    /// <summary>Meetings that this event prepares, was held beside, or follows.</summary>
    public IReadOnlyList<Neighbour> Occasions { get; private set; } = [];

    public IReadOnlyList<Said> Statements { get; private set; } = [];

    /// <summary>Names of all origins on the page by their keys.</summary>
    public IReadOnlyDictionary<string, string> OriginNames { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.PlaceEntity).Include(e => e.MergedInto).SingleOrDefaultAsync(e => e.Slug == slug, cancellationToken);
        if (found is null)
        {
            // The key that exports name it by leads to its address.
            var named = await db.Events.Where(e => e.Key == slug && !e.Withdrawn && e.MergedIntoId == null).OrderBy(e => e.Id).Select(e => e.Slug).FirstOrDefaultAsync(cancellationToken);
            return named is null ? NotFound() : RedirectPermanent($"/events/{named}");
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
        var origins = Differences.SelectMany(difference => difference.Values).SelectMany(value => value.Origins).Select(told => told.Origin)
            .Concat(Participants.SelectMany(participant => participant.Origins)).Concat(Tellings.Select(telling => telling.Origin));
        OriginNames = await db.NamesOfOriginsAsync(origins, cancellationToken);
        return Page();
    }

    /// <summary>What is counted, or the name of who is meant.</summary>
    public string? SubjectOf(Discrepancy row, Language say) => row.Subject is { } subject && OfEntities.Contains(row.Field) ? NameOf(subject, say) : row.Subject;

    /// <summary>A claim's value in words, an entity by its name.</summary>
    public string WordsOf(ClaimField field, string value, Language say, TypeWords types, DateWords dates) =>
        OfEntities.Contains(field) && _names.ContainsKey(value) ? NameOf(value, say) : types.ValueOf(field, value, dates);

    private string NameOf(string key, Language say) => _names.TryGetValue(key, out var name) ? say[name.Id, name.En] : key;

    private async Task ReadClaimsAsync(CancellationToken cancellationToken)
    {
        var claims = await db.Claims.Where(claim => claim.EventId == Event.Id)
            .OrderBy(claim => claim.Value).ThenBy(claim => claim.Article!.PublishedAt).ThenBy(claim => claim.Id)
            .Select(claim => new { claim.Field, claim.Subject, Told = new ToldClaim(
                claim.Value, claim.Quote, claim.Origin, claim.ArticleId, claim.Article!.Source!.Key, claim.Article.Source.Name,
                claim.Field != ClaimField.Date ? null : db.ArticleTimes.Where(time => time.ArticleId == claim.ArticleId && time.Part == claim.Part && time.Start == claim.Start).Select(time => time.Flag).FirstOrDefault()) })
            .ToListAsync(cancellationToken);
        var differences = await db.Discrepancies.AsNoTracking().Where(d => d.EventId == Event.Id)
            .OrderByDescending(d => d.Class == DifferenceClass.Discrepancy).ThenBy(d => d.Field).ToListAsync(cancellationToken);
        var keys = differences.Where(row => OfEntities.Contains(row.Field)).SelectMany(row => row.Values.Append(row.Subject ?? "")).Distinct().ToList();
        _names = (await db.Entities.Where(entity => keys.Contains(entity.Key)).OrderBy(entity => entity.Id).Select(entity => new { entity.Key, entity.NameId, entity.NameEn }).ToListAsync(cancellationToken))
            .DistinctBy(entity => entity.Key).ToDictionary(entity => entity.Key, entity => (entity.NameId, entity.NameEn));
        Differences =
        [
            .. differences.Select(row => new Difference(
                row,
                ToldValue.Of(row.Values,
                [
                    .. claims.Where(claim => claim.Field == row.Field && claim.Subject == row.Subject).Select(claim => claim.Told),
                    // Who came for a state is told of the one who came: "Xi Jinping, present" beside "China, Li Qiang".
                    .. claims.Where(claim => row.Field == ClaimField.Participant && claim.Field == row.Field && claim.Subject is { } who && row.Values.Contains(who))
                        .Select(claim => claim.Told with { Value = claim.Subject! }).DistinctBy(told => (told.Value, told.ArticleId))
                        .Where(told => !claims.Any(claim => claim.Field == row.Field && claim.Subject == row.Subject && claim.Told.Value == told.Value && claim.Told.ArticleId == told.ArticleId)),
                ]))),
        ];
        Figures =
        [
            .. claims.Where(claim => claim.Field == ClaimField.Count).GroupBy(claim => (claim.Subject, claim.Told.Value))
                .Select(group => new Figure(group.Key.Subject ?? "", group.Key.Value, [.. group.Select(claim => claim.Told.SourceName).Distinct()])),
        ];
        var shown = Differences.Where(difference => difference is { IsTold: true, Row.Field: ClaimField.Date }).SelectMany(difference => difference.Row.Values).ToHashSet();
        FaultyDates = [.. claims.Select(claim => claim.Told).Where(told => told.Flag is not null && !shown.Contains(told.Value)).DistinctBy(told => (told.Origin, told.Value))];
        Hosts = Worded(ClaimField.Host);
        Agenda = Worded(ClaimField.Agenda);
        List<ToldWords> Worded(ClaimField field) =>
        [
            .. claims.Where(claim => claim.Field == field).GroupBy(claim => claim.Told.Value, StringComparer.OrdinalIgnoreCase)
                .Select(group => new ToldWords(group.Key, group.First().Told.Quote, [.. group.Select(claim => claim.Told.SourceName).Distinct()])),
        ];
        Names = [.. claims.Where(claim => claim.Field == ClaimField.Name).Select(claim => claim.Told.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
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
                report.Status,
                report.Features,
            }).ToListAsync(cancellationToken);
        Steps =
        [
            .. reports.Where(report => report.Status != EventStatus.Reported).DistinctBy(report => report.Status).Select(report => new Step(
                report.Status, report.PublishedAt?.ToOffset(Data.Articles.Article.OffsetOf(report.PublishedZone)), report.PublishedZone,
                Cut(report.Part, report.Headline, report.Body, report.Start, report.End), report.ArticleId, report.SourceName)),
        ];
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
                report.ReprintOfId is not null,
                report.Features.IsReference)),
        ];
        var names = reports.Select(report => report.Features.Summit).OfType<SummitReference>().Where(summit => (summit.Series ?? summit.Place) is not null).Distinct();
        Around = [.. await db.NeighboursAsync(Event, names, cancellationToken), .. await db.EditionsAsync(Event, cancellationToken)];
        Occasions = await db.OccasionsAsync(Event, cancellationToken);
        await ReadStatementsAsync([.. reports.Where(report => report is { ReprintOfId: null, Features.IsReference: false }).Select(report => report.ArticleId).Distinct()], cancellationToken);
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

    public sealed record Difference(Discrepancy Row, IReadOnlyList<ToldValue> Values)
    {
        /// <summary>Disagreements, and how the story went on; that somebody expected then came is no news.</summary>
        public bool IsTold => Row.Class == DifferenceClass.Discrepancy || Row is { Class: DifferenceClass.LaterUpdate, Field: not ClaimField.Participant };
    }

    /// <summary>A value with the words that say it and the outlets that do.</summary>
    public sealed record ToldWords(string Value, string Quote, IReadOnlyList<string> Sources);

    public sealed record Figure(string Subject, string Value, IReadOnlyList<string> Sources);

    public sealed record Telling(
        long ArticleId, string Title, string Sentence, DateTimeOffset? PublishedAt, string? Zone, string SourceName, string SourceKey, string Origin, bool IsReprint, bool IsReference);

    public sealed record Step(EventStatus Status, DateTimeOffset? PublishedAt, string? Zone, string Sentence, long ArticleId, string SourceName);

    public sealed record Said(long ArticleId, string Words, string? Speaker, IReadOnlyList<string> Via, string SourceName);
}
