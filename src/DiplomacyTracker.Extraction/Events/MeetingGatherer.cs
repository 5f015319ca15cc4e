using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Gathers what an article says of each meeting that it names, over all its sentences.</summary>
internal sealed class MeetingGatherer(SummitParser summits, IReadOnlyDictionary<string, string> seriesOfBody, DateTimeOffset? publishedAt)
{
    private static readonly HashSet<string> MeetingWords = ["pertemuan", "berkumpul", "ktt", "konferensi", "perundingan", "bertemu", "sidang"];

    private readonly List<Meeting> _meetings = [];

    // The meeting that "pertemuan itu" means: the one that was named last.
    private Meeting? _focus;

    /// <summary>Takes what a sentence says of a meeting.</summary>
    /// <returns>False where it speaks of none.</returns>
    public bool Take(SentenceView sentence, EventType? trigger, IReadOnlyList<Role> roles)
    {
        var summit = sentence.Mentions.FirstOrDefault(mention => mention.Type == EntityType.Summit);
        var named = summit is null ? null : summits.Parse(summit.Surface);
        var reference = named is { Series: not null } ? named : Combine(named, AdHoc(sentence, trigger));
        var meeting = reference is null ? Referred(sentence) : Resolve(reference);
        if (meeting is null)
        {
            return false;
        }
        _focus = meeting;
        meeting.Add(sentence, summit, summit is not null || reference is not null, roles, publishedAt);
        return true;
    }

    public IEnumerable<Report> Reports(ArticleText article, ProvenanceFinder provenance, IReadOnlyList<Mention> mentions)
    {
        NameAdHoc(mentions);
        return Told(article, provenance, mentions);
    }

    // An article that calls the meeting by its place alone names elsewhere whose meeting it is.
    private void NameAdHoc(IReadOnlyList<Mention> mentions)
    {
        var body = mentions.FirstOrDefault(mention => mention.Link is { } link && seriesOfBody.ContainsKey(link.Key));
        if (body is not null && _meetings.Find(meeting => meeting.HasPlaceOnly) is { } meeting && !_meetings.Exists(other => other.Reference.Series == seriesOfBody[body.Link!.Key]))
        {
            meeting.Refine(new SummitReference(seriesOfBody[body.Link!.Key], null, null, null));
        }
    }

    private IEnumerable<Report> Told(ArticleText article, ProvenanceFinder provenance, IReadOnlyList<Mention> mentions) =>
        _meetings.Where(meeting => meeting.IsTold).Select(meeting => meeting.ToReport(article, provenance, mentions));

    private static SummitReference? Combine(SummitReference? named, SummitReference? adHoc) =>
        named is null || (adHoc is not null && !named.Excludes(adHoc)) ? adHoc ?? named : named;

    // A body that meets as itself: its meeting is one of its series, at that place.
    private SummitReference? AdHoc(SentenceView sentence, EventType? trigger)
    {
        if (trigger != EventType.Consult || !sentence.Folded.Any(MeetingWords.Contains))
        {
            return null;
        }
        var body = sentence.Mentions.FirstOrDefault(mention => mention.Link is { } link && seriesOfBody.ContainsKey(link.Key));
        return body is null || sentence.Place is not { } place ? null : new SummitReference(seriesOfBody[body.Link!.Key], null, null, place.Link!.Key);
    }

    private Meeting? Referred(SentenceView sentence)
    {
        if (_focus is null)
        {
            return null;
        }
        var pointsBack = sentence.Folded.Zip(sentence.Folded.Skip(1)).Any(pair => MeetingWords.Contains(pair.First) && pair.Second is "itu" or "ini" or "tersebut")
            || (sentence.Folded.Count > 1 && sentence.Folded[0] is "usai" or "dalam" or "selain" or "di" && sentence.Folded[1] is "pertemuan" or "antara" or "ktt");
        var attends = sentence.Folded.Any(word => word is "hadir" or "diwakili" or "terwakili" or "menyambut") && sentence.Mentions.Any(mention => mention.Type is EntityType.Person or EntityType.Country);
        return pointsBack || attends ? _focus : null;
    }

    private Meeting Resolve(SummitReference reference)
    {
        var known = _meetings.Find(meeting => !meeting.Reference.Excludes(reference) && meeting.Shares(reference));
        if (known is not null)
        {
            known.Refine(reference);
            return known;
        }
        var made = new Meeting(reference);
        _meetings.Add(made);
        return made;
    }

    private sealed class Meeting(SummitReference reference)
    {
        private readonly List<SentenceView> _sentences = [];
        private readonly List<ReportedParticipant> _participants = [];
        private readonly List<ReportedFigure> _figures = [];
        private readonly List<ReportedWords> _names = [];
        private readonly List<ReportedWords> _outcomes = [];
        private SentenceView? _telling;
        private EventStatus _status = EventStatus.Reported;

        public SummitReference Reference { get; private set; } = reference;

        /// <summary>A meeting that is only named in passing is no report.</summary>
        public bool IsTold => _telling is not null;

        public bool HasPlaceOnly => Reference is { Series: null, Place: not null };

        public bool Shares(SummitReference other) =>
            IsOfYear(other.Year) && ((other.Series is not null && other.Series == Reference.Series) || (other.Place is not null && other.Place == Reference.Place)
            || (other.Series is null && other.Place is null));

        // "KTT APEC 2026" beside a meeting that was told for 2025 is the next one.
        private bool IsOfYear(int? year) => year is null || (Reference.Year ?? _telling?.Time?.Interval?.From?.Year) is not { } own || own == year;

        public void Refine(SummitReference other) => Reference = new SummitReference(
            Reference.Series ?? other.Series, Reference.Edition ?? other.Edition, Reference.Year ?? other.Year, Reference.Place ?? other.Place);

        public void Add(SentenceView sentence, Mention? name, bool isNamed, IReadOnlyList<Role> roles, DateTimeOffset? publishedAt)
        {
            _sentences.Add(sentence);
            if (name is not null)
            {
                _names.Add(new ReportedWords("name", name.Span));
            }
            _participants.AddRange(AttendanceFinder.Find(sentence, roles));
            _figures.AddRange(FigureFinder.Find(sentence));
            _outcomes.AddRange(OutcomeFinder.Find(sentence));
            var tells = sentence.Span.Part == TextPart.Body && isNamed;
            if (tells && (_telling is null || (_telling.Time is null && sentence.Time is not null)))
            {
                _telling = sentence;
                _status = ReportFinder.StatusOf(sentence, publishedAt);
            }
        }

        public Report ToReport(ArticleText article, ProvenanceFinder provenance, IReadOnlyList<Mention> mentions)
        {
            var telling = _telling!;
            var time = telling.Time ?? _sentences.Select(sentence => sentence.Time).FirstOrDefault(time => time is not null);
            var place = PlaceOf(telling) ?? _sentences.Select(PlaceOf).FirstOrDefault(found => found is not null) ?? NamedPlace(mentions);
            var people = _participants.GroupBy(participant => participant.Entity.Key).Select(group => group.First()).ToList();
            var actors = _sentences.SelectMany(sentence => sentence.Mentions.Where(mention => mention is { Type: EntityType.Country or EntityType.Organization, Link.Known: true }))
                .Select(mention => mention.Link!).DistinctBy(link => link.Key).ToList();
            return new Report(
                EventType.Consult, _status, telling.Span, Reference, time, place, actors, [], people,
                [.. _figures.DistinctBy(figure => figure.Of)], _names, [.. _outcomes.DistinctBy(outcome => outcome.Key)],
                provenance.ChainOf(article, telling.Span, telling.Mentions));
        }

        // "di Paris" in the telling sentence; a place that somebody comes from is not where they meet.
        private static ReportedPlace? PlaceOf(SentenceView sentence)
        {
            foreach (var mention in sentence.Mentions.Where(mention => mention is { Type: EntityType.Place, Link.Known: true }))
            {
                var at = sentence.Tokens.FindIndex(token => token.Start == mention.Span.Start);
                if (at > 0 && sentence.Folded[at - 1] is "di" or ",")
                {
                    return new ReportedPlace(mention.Link!, mention.Span);
                }
            }
            return null;
        }

        private ReportedPlace? NamedPlace(IReadOnlyList<Mention> mentions) =>
            Reference.Place is { } key && mentions.FirstOrDefault(mention => mention.Type == EntityType.Place && mention.Link?.Key == key) is { } found
                ? new ReportedPlace(found.Link!, found.Span)
                : null;
    }
}
