using System.Globalization;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>A participant of an event over all its tellings.</summary>
internal sealed record ParticipantFact(
    EntityType Type, EntityLink Entity, Attendance Attendance, string? Office, EntityLink? By, IReadOnlyList<string> Origins);

/// <summary>Claims of one field that differ.</summary>
internal sealed record DifferenceFact(
    ClaimField Field, string? Subject, DifferenceClass Class, IReadOnlyList<string> Values, IReadOnlyList<string> Causes);

/// <summary>What the reports of one event say together. Made from the reports alone, in an order that does not depend on their ids.</summary>
internal sealed record EventFacts(
    EventType Type,
    EventStatus Status,
    SummitReference? Summit,
    DateInterval? Date,
    string? DateValue,
    string? DateWords,
    DateOnly? SortOn,
    EntityLink? Place,
    IReadOnlyList<string> Countries,
    IReadOnlyList<EntityLink> Actors,
    IReadOnlyList<EntityLink> Targets,
    string? MeetingName,
    IReadOnlyList<ParticipantFact> Participants,
    IReadOnlyList<ClaimFact> Claims,
    IReadOnlyList<DifferenceFact> Differences,
    IReadOnlyList<int> Tally,
    int Articles,
    int Sources,
    EventReport Lead,
    EventReport First)
{
    // Further along wins: what was held is no longer planned.
    private static readonly EventStatus[] Progress =
        [EventStatus.Cancelled, EventStatus.Held, EventStatus.Postponed, EventStatus.Planned, EventStatus.Reported];

    /// <summary>Name of the event in exports: what it is called, and a digest of its first report, which no other event has.</summary>
    public string KeyOf(string title)
    {
        var first = First.Article!.ArticleKey + " " + First.Ordinal.ToString(CultureInfo.InvariantCulture);
        return $"{SlugOf(title)}-{Digest.Of(first)[..8]}";
    }

    /// <summary>What it is called and when it was, as far as that is told: the month, or the year alone.</summary>
    public string SlugOf(string title)
    {
        var period = SortOn?.ToString(Date is { Precision: >= DatePrecision.Year } ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);
        return EntitySlug.Of(period is not null && title.EndsWith(period, StringComparison.Ordinal) ? title : $"{title} {period}");
    }

    /// <summary>Keys of all that the reports name as actors, targets, participants and place.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>();

    public static EventFacts Of(IReadOnlyList<EventReport> reports, Differences differences)
    {
        var ordered = reports.OrderBy(report => report.Article!.PublishedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(report => report.Article!.ArticleKey, StringComparer.Ordinal).ThenBy(report => report.Ordinal).ToList();
        // What only refers to the event is counted and claims its day and place, but makes nothing of it.
        var telling = ordered.FindAll(report => !report.Content.IsReference);
        var contents = telling.ConvertAll(report => report.Content);
        var place = MostTold(contents.Select(content => content.Place?.Entity));
        var origins = new OriginGroups(ordered);
        var claims = ClaimFacts.Of(ordered, origins);
        var type = TypeOf(contents);
        var told = EventDates.Choose(type, telling, origins);
        var time = contents.Find(content => content.Time?.Interval == told)?.Time;
        return new EventFacts(
            type,
            Progress.First(status => contents.Exists(content => content.Status == status)),
            Merge(contents.Select(content => content.Summit)),
            told,
            time?.Value,
            time?.Surface,
            told?.From ?? told?.To,
            place,
            CountriesOf(contents),
            ByFrequency(contents.SelectMany(content => content.Actors)),
            ByFrequency(contents.SelectMany(content => content.Targets)),
            NameOf(telling),
            ParticipantFacts.Of(telling, origins),
            claims,
            differences.Of(claims, place),
            origins.Tally,
            ordered.Select(report => report.ArticleId).Distinct().Count(),
            ordered.Select(report => report.Article!.SourceId).Distinct().Count(),
            LeadOf(telling),
            telling[0])
        {
            Names = telling.SelectMany(report => report.Features.Actors.Concat(report.Features.Place is { } where ? [where] : [])).ToHashSet(StringComparer.Ordinal),
        };
    }

    // What most say; of equals, what was said first.
    private static EventType TypeOf(List<Report> contents) => contents.GroupBy(content => content.Type).OrderByDescending(group => group.Count()).First().Key;

    private static EventReport LeadOf(List<EventReport> reports) => reports
        .OrderByDescending(report => report.Content.Time is not null)
        .ThenByDescending(report => report.Content.Summit is not null)
        .ThenByDescending(report => report.Content.Place is not null)
        .ThenBy(report => Math.Abs(report.End - report.Start - 180))
        .ThenBy(report => report.Article!.ArticleKey, StringComparer.Ordinal)
        .First();

    private static string? NameOf(List<EventReport> reports) => reports
        .SelectMany(report => report.Content.Names.Select(name => Quotes.Words(report, name.Span)))
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static SummitReference? Merge(IEnumerable<SummitReference?> summits)
    {
        var said = summits.OfType<SummitReference>().ToList();
        return said.Count == 0 ? null : new SummitReference(
            said.Select(summit => summit.Series).FirstOrDefault(value => value is not null),
            said.Select(summit => summit.Edition).FirstOrDefault(value => value is not null),
            said.Select(summit => summit.Year).FirstOrDefault(value => value is not null),
            said.Select(summit => summit.Place).FirstOrDefault(value => value is not null));
    }

    private static List<string> CountriesOf(List<Report> contents) =>
    [
        .. contents.SelectMany(content => content.Actors.Concat(content.Targets).Concat(content.Participants.Select(participant => participant.Entity)))
            .Select(entity => entity.Country ?? (entity.Key.Length == 2 ? entity.Key : null)).OfType<string>()
            .GroupBy(country => country).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key),
    ];

    private static List<EntityLink> ByFrequency(IEnumerable<EntityLink> entities) =>
    [
        // Of equals, whoever is named first: the sort is stable.
        .. entities.GroupBy(entity => entity.Key).OrderByDescending(group => group.Count()).Select(group => group.First()),
    ];

    private static EntityLink? MostTold(IEnumerable<EntityLink?> entities) => ByFrequency(entities.OfType<EntityLink>()).FirstOrDefault();
}
