using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Plain titles in both languages, made of what is known of the event and nothing else.</summary>
internal sealed class EventTitles(KnowledgeBase knowledge)
{
    // Between actor and target; where there is no target the second form stands.
    private static readonly Dictionary<EventType, (string Id, string En, string IdAlone, string EnAlone)> Verbs = new()
    {
        [EventType.Consult] = ("bertemu", "meets", "mengadakan pertemuan", "holds talks"),
        [EventType.Agree] = ("mencapai kesepakatan dengan", "reaches an agreement with", "mencapai kesepakatan", "reaches an agreement"),
        [EventType.Support] = ("mendukung", "supports", "menyatakan dukungan", "declares support"),
        [EventType.Cooperate] = ("bekerja sama dengan", "cooperates with", "memulai kerja sama", "begins to cooperate"),
        [EventType.Aid] = ("membantu", "aids", "memberi bantuan", "gives aid"),
        [EventType.Concede] = ("memberi kelonggaran kepada", "concedes to", "memberi kelonggaran", "makes a concession"),
        [EventType.Retreat] = ("menarik diri dari", "withdraws from", "menarik diri", "withdraws"),
        [EventType.Request] = ("meminta kepada", "appeals to", "menyampaikan permintaan", "makes an appeal"),
        [EventType.Accuse] = ("menuduh", "accuses", "melontarkan tuduhan", "makes accusations"),
        [EventType.Reject] = ("menolak", "rejects", "menyatakan penolakan", "declares its refusal"),
        [EventType.Threaten] = ("mengancam", "threatens", "melontarkan ancaman", "makes threats"),
        [EventType.Sanction] = ("menjatuhkan sanksi kepada", "sanctions", "menjatuhkan sanksi", "imposes sanctions"),
        [EventType.Protest] = ("memprotes", "protests against", "menyampaikan protes", "protests"),
        [EventType.Mobilize] = ("mengerahkan kekuatan terhadap", "mobilizes against", "mengerahkan kekuatan", "mobilizes"),
        [EventType.Coerce] = ("menekan", "coerces", "melakukan tekanan", "uses coercion"),
        [EventType.Assault] = ("menyerang", "attacks", "melancarkan serangan", "launches an attack"),
    };

    private readonly HashSet<string> _buildings = [.. knowledge.Places.Where(row => row.Kind == "building").Select(row => row.Key)];

    // The states in which a series says that it meets: "KTT Alaska" is in the United States.
    private readonly HashSet<(string Series, string State)> _statesInName =
        [.. knowledge.SummitSeries.SelectMany(series => knowledge.Places.Where(place => Holds(series.NameId, place.NameId)).Select(place => (series.Key, place.Country)))];

    private readonly HashSet<string> _bodies =
        [.. knowledge.Countries.Select(row => row.Code), .. knowledge.Organizations.Select(row => row.Key)];

    public (string Id, string En) Of(EventFacts facts)
    {
        var (id, en) = Plain(facts);
        return facts.Status switch
        {
            EventStatus.Postponed => ($"{id} (ditunda)", $"{en} (postponed)"),
            EventStatus.Cancelled => ($"{id} (dibatalkan)", $"{en} (cancelled)"),
            _ => (id, en),
        };
    }

    private (string Id, string En) Plain(EventFacts facts)
    {
        if (facts.Summit is { } summit && facts.Type is EventType.Consult or EventType.Cooperate)
        {
            return Meeting(facts, summit);
        }
        (string Id, string En) place = facts.Place is { } where ? ($" di {where.Name}", $" {(_buildings.Contains(where.Key) ? "at" : "in")} {where.Name}") : ("", "");
        // A person stands for the state and body that the sentence names with the name, but nobody fights in person where a side is named.
        var sides = facts.Type == EventType.Assault ? StatesOf(facts) : facts is { Type: EventType.Consult, Targets.Count: 0 } ? WhoMet(facts) : [];
        var person = sides.Count > 0 ? null : facts.Actors.FirstOrDefault(actor => !_bodies.Contains(actor.Key));
        var actors = sides.Count > 0 ? sides : person is null ? facts.Actors.Take(2).ToList() : [person];
        // "Macron bertemu Prancis": nobody meets the state that he stands for; the state of the place is where, not whom.
        var targets = facts.Targets.Where(target => target.Key != facts.Place?.Country && actors.TrueForAll(actor => actor.Key != target.Key && actor.Country != target.Key)).ToList();
        var target = targets.Find(target => !_bodies.Contains(target.Key)) ?? targets.FirstOrDefault();
        var verb = Verbs[facts.Type];
        var (idActors, enActors) = (Join(actors, "dan", Indonesian), Join(actors, "and", English));
        // Two states and no target: the words do not say who attacked whom, or whether both attacked another.
        if (target is null && facts.Type == EventType.Assault && actors.Count > 1)
        {
            return ($"Pertempuran yang melibatkan {idActors}{place.Id}", $"Fighting that involves {enActors}{place.En}");
        }
        var enVerb = target is null ? verb.EnAlone : verb.En;
        enVerb = actors.Count > 1 ? Plural(enVerb) : enVerb;
        return target is null
            ? (Capital($"{idActors} {verb.IdAlone}{place.Id}"), Capital($"{enActors} {enVerb}{place.En}"))
            : (Capital($"{idActors} {verb.Id} {Indonesian(target)}{place.Id}"), Capital($"{enActors} {enVerb} {English(target)}{place.En}"));
    }

    private List<EntityLink> StatesOf(EventFacts facts) => [.. facts.Actors.Where(actor => _bodies.Contains(actor.Key) && actor.Country is not null).Take(2)];

    // One of each state: "Umerov dan Medinsky"; where people of one state alone are named, the two states. Nobody meets alone.
    private List<EntityLink> WhoMet(EventFacts facts)
    {
        var people = facts.Actors.Where(actor => !_bodies.Contains(actor.Key)).DistinctBy(actor => actor.Country).Take(2).ToList();
        return people.Count > 1 ? people : StatesOf(facts) is { Count: 2 } states ? states : people;
    }

    // "reaches an agreement" → "reach an agreement".
    private static string Plural(string verb)
    {
        var end = verb.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? space : verb.Length;
        return verb[..(end - (verb[..end].EndsWith("ches", StringComparison.Ordinal) ? 2 : 1))] + verb[end..];
    }

    private (string Id, string En) Meeting(EventFacts facts, SummitReference summit)
    {
        if (knowledge.SummitSeries.FirstOrDefault(series => series.Key == summit.Series) is { } series)
        {
            return summit switch
            {
                { Edition: { } edition } => ($"{series.NameId} ke-{edition}", $"{Ordinal(edition)} {series.NameEn}"),
                { Place: { } city } when PlaceName(city, facts) is { } name && !SaysWhere(series, city) && !Holds(series.NameId, name) => ($"{series.NameId} {name}", $"{series.NameEn}, {name}"),
                { Year: { } year } => ($"{series.NameId} {year}", $"{series.NameEn} {year}"),
                _ => (series.NameId, series.NameEn),
            };
        }
        var place = summit.Place is { } key ? PlaceName(key, facts) : null;
        return place is null
            ? (facts.MeetingName ?? "Pertemuan", facts.MeetingName ?? "Meeting")
            : ($"Pertemuan {place}", $"{place} meeting");
    }

    // A city of that state would say it twice; a series that is called by one place and meets in another state says both.
    private bool SaysWhere(SummitSeriesRow series, string city) =>
        knowledge.Places.FirstOrDefault(place => place.Key == city) is { } place && _statesInName.Contains((series.Key, place.Country));

    private static bool Holds(string series, string place) => $" {series} ".Contains($" {place} ", StringComparison.OrdinalIgnoreCase);

    private string? PlaceName(string key, EventFacts facts) =>
        knowledge.Places.FirstOrDefault(place => place.Key == key)?.NameId ?? (facts.Place?.Key == key ? facts.Place.Name : null);

    private string Indonesian(EntityLink entity) =>
        knowledge.Countries.FirstOrDefault(row => row.Code == entity.Key)?.NameId
        ?? knowledge.Organizations.FirstOrDefault(row => row.Key == entity.Key)?.NameId
        ?? entity.Name;

    private string English(EntityLink entity) => knowledge.Countries.FirstOrDefault(row => row.Code == entity.Key)?.NameEn ?? entity.Name;

    private static string Join(List<EntityLink> entities, string and, Func<EntityLink, string> name) => string.Join($" {and} ", entities.Select(name));

    private static string Capital(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? trimmed : char.ToUpperInvariant(trimmed[0]) + trimmed[1..];
    }

    private static string Ordinal(int number) => (number % 100) is 11 or 12 or 13
        ? $"{number}th"
        : (number % 10) switch { 1 => $"{number}st", 2 => $"{number}nd", 3 => $"{number}rd", _ => $"{number}th" };
}
