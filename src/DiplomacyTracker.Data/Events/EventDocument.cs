using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiplomacyTracker.Extraction.Events;
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
    long Revision)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads one event with all that belongs to it; null where there is none.</summary>
    public static async Task<EventDocument?> LoadAsync(TrackerContext db, long eventId, CancellationToken cancellationToken)
    {
        var row = await db.Events.AsNoTracking().AsSplitQuery()
            .Include(e => e.PlaceEntity)
            .Include(e => e.Participants).ThenInclude(participant => participant.Entity)
            .Include(e => e.Participants).ThenInclude(participant => participant.ByEntity)
            .Include(e => e.Claims)
            .Include(e => e.Discrepancies)
            .SingleOrDefaultAsync(e => e.Id == eventId, cancellationToken);
        if (row is null)
        {
            return null;
        }
        var articleIds = row.Claims.Select(claim => claim.ArticleId)
            .Concat(await db.Reports.Where(report => report.EventId == eventId).Select(report => report.ArticleId).ToListAsync(cancellationToken))
            .Distinct().ToList();
        var articles = await db.Articles.Where(article => articleIds.Contains(article.Id))
            .Select(article => new { article.Id, article.ArticleKey, Source = article.Source!.Key })
            .ToDictionaryAsync(article => article.Id, article => (article.ArticleKey, article.Source), cancellationToken);
        return Of(row, articles);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static EventDocument Of(DiplomaticEvent row, Dictionary<long, (string ArticleKey, string Source)> articles) => new(
        row.Slug,
        new EventTitle(row.TitleId, row.TitleEn),
        row.Type.ToString().ToUpperInvariant(),
        row.IsSummit ? new EventSummit(row.SummitSeries, row.SummitEdition, row.PlaceEntity?.NameEn) : null,
        row.Edtf is { } edtf ? new EventDate(row.DateValue, edtf) : null,
        row.PlaceEntity?.NameEn,
        row.Status.ToString().ToLowerInvariant(),
        [
            .. row.Participants
                .Select(participant => new EventAttendee(
                    participant.Entity!.Key, participant.Entity.NameEn, participant.Attendance.ToString().ToLowerInvariant(), participant.ByEntity?.NameEn))
                .OrderBy(attendee => attendee.Entity, StringComparer.Ordinal),
        ],
        [
            .. row.Claims
                .Select(claim => new EventClaim(
                    Field(claim.Field, claim.Subject), claim.Value, articles[claim.ArticleId].Source, claim.Origin, claim.Quote))
                .OrderBy(claim => claim.Field, StringComparer.Ordinal).ThenBy(claim => claim.Value, StringComparer.Ordinal)
                .ThenBy(claim => claim.Source, StringComparer.Ordinal).ThenBy(claim => claim.Quote, StringComparer.Ordinal),
        ],
        [
            .. row.Discrepancies
                .Select(difference => new EventDifference(Field(difference.Field, difference.Subject), ClassName(difference.Class), difference.Values, difference.Causes))
                .OrderBy(difference => difference.Field, StringComparer.Ordinal).ThenBy(difference => difference.Class, StringComparer.Ordinal),
        ],
        [.. articles.Values.Select(article => article.ArticleKey).Order(StringComparer.Ordinal)],
        row.OriginCount,
        row.Revision);

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

public sealed record EventClaim(string Field, string Value, string Source, string Origin, string Quote);

public sealed record EventDifference(string Field, string Class, IReadOnlyList<string> Values, IReadOnlyList<string> Causes);
