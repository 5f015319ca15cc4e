using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data.Events;

/// <summary>An event as `export events`, the pages' JSON and the event's history have it: without surrogate keys, in one fixed order.</summary>
public sealed record EventDocument(
    string Key,
    EventTitle Title,
    string Type,
    EventSummit? Summit,
    EventDate? Date,
    string? Place,
    string Status,
    IReadOnlyList<EventAttendee> Participants,
    IReadOnlyList<EventClaim> Claims,
    IReadOnlyList<EventDifference> Discrepancies,
    IReadOnlyList<string> Articles,
    int Origins,
    long? Revision)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads one event with all that belongs to it; null where there is none.</summary>
    public static async Task<EventDocument?> LoadAsync(TrackerContext db, long eventId, CancellationToken cancellationToken) =>
        (await LoadAsync(db, [eventId], cancellationToken)).GetValueOrDefault(eventId);

    /// <summary>Reads many events at once, by id.</summary>
    public static async Task<IReadOnlyDictionary<long, EventDocument>> LoadAsync(TrackerContext db, IReadOnlyCollection<long> eventIds, CancellationToken cancellationToken)
    {
        var rows = await db.Events.AsNoTracking().AsSplitQuery()
            .Include(e => e.PlaceEntity)
            .Include(e => e.Participants).ThenInclude(participant => participant.Entity)
            .Include(e => e.Participants).ThenInclude(participant => participant.ByEntity)
            .Include(e => e.Claims)
            .Include(e => e.Discrepancies)
            .Where(e => eventIds.Contains(e.Id)).ToListAsync(cancellationToken);
        var told = await db.Reports.Where(report => report.EventId != null && eventIds.Contains(report.EventId.Value))
            .Select(report => new { EventId = report.EventId!.Value, report.ArticleId, report.Article!.ArticleKey, Source = report.Article.Source!.Key })
            // Of an article that is just being tagged again only the claims are still there.
            .Union(db.Claims.Where(claim => eventIds.Contains(claim.EventId)).Select(claim => new { claim.EventId, claim.ArticleId, claim.Article!.ArticleKey, Source = claim.Article.Source!.Key }))
            .ToListAsync(cancellationToken);
        var articles = told.ToLookup(row => row.EventId);
        var claiming = rows.SelectMany(row => row.Claims).Where(claim => claim.Field == ClaimField.Date).Select(claim => claim.ArticleId).Distinct().ToList();
        var flags = (await db.ArticleTimes.Where(time => claiming.Contains(time.ArticleId) && time.Flag != null).Select(time => new { time.ArticleId, time.Part, time.Start, time.Flag }).ToListAsync(cancellationToken))
            .ToDictionary(time => (time.ArticleId, time.Part, time.Start), time => time.Flag == TimeFlag.WeekdayMismatch ? "weekday-mismatch" : "invalid-date");
        return rows.ToDictionary(row => row.Id, row => Of(row, articles[row.Id].ToDictionary(article => article.ArticleId, article => (article.ArticleKey, article.Source)), flags));
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static EventDocument Of(DiplomaticEvent row, Dictionary<long, (string ArticleKey, string Source)> articles, Dictionary<(long, TextPart, int), string> flags) => new(
        row.Key,
        new EventTitle(row.TitleId, row.TitleEn),
        row.Type.ToString().ToUpperInvariant(),
        row.IsSummit ? new EventSummit(row.SummitSeries, row.SummitEdition, row.PlaceEntity is { } venue ? NameOf(venue) : null) : null,
        row.Edtf is { } edtf ? new EventDate(row.DateValue, edtf) : null,
        row.PlaceEntity is { } place ? NameOf(place) : null,
        row.Status.ToString().ToLowerInvariant(),
        [
            .. row.Participants
                .Select(participant => new EventAttendee(
                    participant.Entity!.Key,
                    // What no file and no editor knows is called as its articles call it.
                    participant.Entity.Origin == KnowledgeOrigin.Article ? participant.Name : participant.Entity.NameEn,
                    participant.Attendance.ToString().ToLowerInvariant(),
                    participant.ByEntity is { } by ? NameOf(by) : null))
                .OrderBy(attendee => attendee.Entity, StringComparer.Ordinal).ThenBy(attendee => attendee.Name, StringComparer.Ordinal),
        ],
        [
            .. row.Claims
                .Select(claim => new EventClaim(
                    Field(claim.Field, claim.Subject), claim.Value, articles[claim.ArticleId].Source, claim.Origin, claim.Quote,
                    claim.Field == ClaimField.Date ? flags.GetValueOrDefault((claim.ArticleId, claim.Part, claim.Start)) : null))
                .OrderBy(claim => claim.Field, StringComparer.Ordinal).ThenBy(claim => claim.Value, StringComparer.Ordinal)
                .ThenBy(claim => claim.Source, StringComparer.Ordinal).ThenBy(claim => claim.Quote, StringComparer.Ordinal).ThenBy(claim => claim.Origin, StringComparer.Ordinal),
        ],
        [
            .. row.Discrepancies
                .Select(difference => new EventDifference(Field(difference.Field, difference.Subject), ClassName(difference.Class), difference.Values, difference.Causes))
                .OrderBy(difference => difference.Field, StringComparer.Ordinal).ThenBy(difference => difference.Class, StringComparer.Ordinal),
        ],
        [.. articles.Values.Select(article => article.ArticleKey).Order(StringComparer.Ordinal)],
        row.OriginCount,
        row.Revision);

    // The stored name of what no file knows is that of whichever article came first.
    private static string NameOf(Entity entity) => entity.Origin == KnowledgeOrigin.Article ? entity.Key : entity.NameEn;

    private static string Field(ClaimField field, string? subject) =>
        subject is null ? field.ToString().ToLowerInvariant() : $"{field.ToString().ToLowerInvariant()}:{subject}";

    private static string ClassName(DifferenceClass kind) => kind switch
    {
        DifferenceClass.OtherScope => "other-scope",
        DifferenceClass.TimeZone => "time-zone",
        DifferenceClass.LaterUpdate => "later-update",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

public sealed record EventTitle(string Id, string En);

public sealed record EventSummit(string? Series, int? Edition, string? Place);

public sealed record EventDate(string? Value, string Edtf);

public sealed record EventAttendee(string Entity, string Name, string State, string? By);

/// <summary>One value as one article gives it. <paramref name="Flag"/> says what is wrong with a date's words in themselves ("weekday-mismatch"); null where nothing is.</summary>
public sealed record EventClaim(string Field, string Value, string Source, string Origin, string Quote, string? Flag = null);

public sealed record EventDifference(string Field, string Class, IReadOnlyList<string> Values, IReadOnlyList<string> Causes);
