using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>One meeting of which an article speaks, with what its sentences say of it.</summary>
internal sealed class Meeting(SummitReference reference, PlaceKinds places, ActorFocus focus, IReadOnlyList<Role> roles, DateTimeOffset? publishedAt)
{
    private readonly List<SentenceView> _sentences = [];
    private readonly List<ReportedParticipant> _participants = [];
    private readonly List<ReportedFigure> _figures = [];
    private readonly List<ReportedWords> _names = [];
    private readonly List<ReportedWords> _outcomes = [];
    private readonly List<ReportedSignatory> _signatories = [];
    private readonly List<ReportedHost> _hosts = [];
    private readonly List<ReportedWords> _agenda = [];
    private SentenceView? _telling;
    private EventStatus _status = EventStatus.Reported;

    public SummitReference Reference { get; private set; } = reference;

    /// <summary>A meeting that is only named in passing is no report.</summary>
    public bool IsTold => _telling is not null;

    public bool HasNoTime => _sentences.TrueForAll(sentence => sentence.Time is null);

    public bool HasPlaceOnly => Reference is { Series: null, Place: not null };

    public bool Shares(SummitReference other, TimeExpression? time) =>
        IsOfYear(other.Year) && !IsOfOtherYear(time) && ((other.Series is not null && other.Series == Reference.Series) || (other.Place is not null && other.Place == Reference.Place)
        || (other.Series is null && other.Place is null));

    public void Refine(SummitReference other) => Reference = new SummitReference(
        Reference.Series ?? other.Series, Reference.Edition ?? other.Edition, Reference.Year ?? other.Year, Reference.Place ?? other.Place);

    public void Add(SentenceView sentence, Mention? name, bool isNamed)
    {
        _sentences.Add(sentence);
        if (name is not null)
        {
            _names.Add(new ReportedWords("name", name.Span));
        }
        _participants.AddRange(AttendanceFinder.Find(sentence, roles));
        _figures.AddRange(FigureFinder.Find(sentence));
        _outcomes.AddRange(OutcomeFinder.Find(sentence));
        _signatories.AddRange(SignatoryFinder.Find(sentence, focus));
        _hosts.AddRange(HostFinder.Find(sentence));
        _agenda.AddRange(AgendaFinder.Find(sentence));
        var tells = sentence.Span.Part == TextPart.Body && isNamed;
        if (tells && (_telling is null || (_telling.Time is null && sentence.Time is not null)))
        {
            _telling = sentence;
            _status = ReportFinder.StatusOf(sentence, publishedAt);
        }
    }

    public Report ToReport(SentenceChains chains, IReadOnlyList<Mention> mentions)
    {
        var telling = _telling!;
        var time = telling.Time ?? _sentences.Select(sentence => sentence.Time).FirstOrDefault(time => time is not null);
        var place = PlaceOf(telling) ?? _sentences.Select(PlaceOf).FirstOrDefault(found => found is not null) ?? NamedPlace(mentions);
        var people = _participants.GroupBy(participant => participant.Entity.Key).Select(group => group.First()).ToList();
        var actors = _sentences.SelectMany(sentence => Scope.WithoutCause(sentence).Mentions.Where(mention => mention is { Type: EntityType.Country or EntityType.Organization, Link.Known: true }))
            .Select(mention => mention.Link!).DistinctBy(link => link.Key).ToList();
        return new Report(
            EventType.Consult, _status, telling.Span, Reference, time, place, actors, [], people,
            [.. _figures.DistinctBy(figure => figure.Of)], _names, [.. _outcomes.DistinctBy(outcome => outcome.Key)],
            chains.Of(telling))
        {
            Signatories = [.. _signatories.DistinctBy(signatory => signatory.Entity.Key)],
            Hosts = [.. _hosts.DistinctBy(host => host.Entity.Key)],
            Agenda = _agenda,
        };
    }

    // "Tiga tahun silam, pada akhir Juni 2022, KTT NATO di Madrid": a month of another year is another meeting's.
    private bool IsOfOtherYear(TimeExpression? time) =>
        time?.Interval is { Precision: < DatePrecision.Year, From: { } from } && OwnYear is { } own && own != from.Year;

    // "KTT APEC 2026" beside a meeting that was told for 2025 is the next one.
    private bool IsOfYear(int? year) => year is null || OwnYear is not { } own || own == year;

    private int? OwnYear => Reference.Year ?? _sentences.Select(sentence => sentence.Time?.Interval?.From?.Year).FirstOrDefault(year => year is not null)
        ?? (_status == EventStatus.Held ? publishedAt?.Year : null);

    // "di Paris" in the telling sentence; a place that somebody comes from is not where they meet.
    private ReportedPlace? PlaceOf(SentenceView sentence)
    {
        foreach (var mention in sentence.Mentions.Where(mention => mention is { Type: EntityType.Place, Link.Known: true }))
        {
            if (sentence.IndexOf(mention) is > 0 and var at && sentence.Folded[at - 1] is "di" or ",")
            {
                return places.Of(mention, sentence);
            }
        }
        return null;
    }

    private ReportedPlace? NamedPlace(IReadOnlyList<Mention> mentions) =>
        Reference.Place is { } key && mentions.FirstOrDefault(mention => mention.Type == EntityType.Place && mention.Link?.Key == key) is { } found ? new ReportedPlace(found.Link!, found.Span) : null;
}
