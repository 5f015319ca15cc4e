using System.Globalization;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Gathers what an article says of each meeting that it names, over all its sentences.</summary>
internal sealed class MeetingGatherer(SummitParser summits, SummitBodies bodies, SeriesEditions editions, PlaceKinds places, ActorFocus focus, IReadOnlyList<Role> roles, DateTimeOffset? publishedAt)
{
    private static readonly WordSet MeetingWords = ["pertemuan", "berkumpul", "ktt", "konferensi", "perundingan", "bertemu", "sidang", "bersidang"];

    private static readonly WordSet Summit = ["ktt"];
    private static readonly WordSet Conferences = ["konferensi", "ktt"];
    private static readonly WordSet Sitting = ["bersidang"];
    private static readonly WordSet Holding = ["berlangsung", "digelar", "diadakan", "diselenggarakan"];
    private static readonly WordSet Attending = ["hadir", "diwakili", "mewakili", "terwakili", "menyambut"];
    private static readonly WordSet Host = ["tuan"];

    private readonly List<Meeting> _meetings = [];

    // The meeting that "pertemuan itu" means: the one that was named last.
    private Meeting? _focus;

    // The day of the sentence before.
    private TimeExpression? _day;

    /// <summary>Takes what a sentence or clause says of a meeting.</summary>
    /// <returns>False where it speaks of none.</returns>
    public bool Take(SentenceView sentence, EventType? trigger)
    {
        var next = publishedAt is { } at ? NextMeeting.In(sentence, at) : null;
        var isTaken = TakeThis(next is null ? sentence : sentence.Part(0, Math.Max(1, sentence.Tokens.FindIndex(token => token.Start >= next.Span.Start))) with { Span = sentence.Span }, trigger);
        if (next is not null && _focus?.Reference.Series is { } series)
        {
            Resolve(new SummitReference(series, null, next.Time!.Interval!.From!.Value.Year, null), next.Time).Add(next, null, isNamed: true);
            return true;
        }
        return isTaken;
    }

    private bool TakeThis(SentenceView sentence, EventType? trigger)
    {
        TakeAsides(sentence);
        _day = sentence.Time ?? _day;
        var summit = sentence.Mentions.FirstOrDefault(mention => mention.Type == EntityType.Summit && !AsideFinder.IsAside(sentence, mention));
        var named = summit is null ? null : NotItsOwnAside(sentence, summits.Parse(summit.Surface));
        var reference = named is { Series: not null } ? named : Combine(named, AdHoc(sentence, trigger));
        reference ??= _focus?.Reference.Series is { } series ? editions.Of(series, sentence) : null;
        var meeting = reference is null ? Referred(sentence) : Resolve(reference, sentence.Time);
        if (meeting is null)
        {
            return false;
        }
        _focus = meeting;
        meeting.Add(sentence, summit, summit is not null || reference is not null);
        return true;
    }

    public IEnumerable<Report> Reports(SentenceChains chains, IReadOnlyList<Mention> mentions)
    {
        NameAdHoc(mentions);
        return _meetings.Where(meeting => meeting.IsTold).Select(meeting => meeting.ToReport(chains, mentions));
    }

    // "tiga hari setelah KTT Alaska" tells that meeting with its day, though the sentence is about another.
    private void TakeAsides(SentenceView sentence)
    {
        foreach (var aside in sentence.Mentions.Where(mention => mention.Type is EntityType.Summit or EntityType.Organization))
        {
            if (AsideFinder.Dated(sentence, aside, _day) is { } dated && AsideOf(sentence, aside) is { Series: not null } reference)
            {
                Resolve(reference, dated.Time).Add(dated, aside.Type == EntityType.Summit ? aside : null, isNamed: true);
            }
        }
    }

    // "di sela pertemuan APEC" is said of its leaders, where nobody else is named.
    private SummitReference? AsideOf(SentenceView sentence, Mention aside) =>
        aside.Type == EntityType.Summit ? summits.Parse(aside.Surface)
        : sentence.IndexOf(aside) is > 0 and var at && sentence.Folded[at - 1] is "pertemuan" or "sidang" && !SummitBodies.NamesMinisters(sentence.Folded) ? new SummitReference(bodies.SummitOf(aside), null, null, null)
        : null;

    // "KTT iklim di Belém menjelang COP30": what comes before the conference is not the conference.
    private SummitReference NotItsOwnAside(SentenceView sentence, SummitReference named) =>
        named is { Series: not null, Edition: null } && sentence.Mentions.Any(mention => mention.Type == EntityType.Summit && AsideFinder.IsAside(sentence, mention) && summits.Parse(mention.Surface).Series == named.Series)
            ? named with { Series = null, Place = named.Place ?? sentence.Place?.Link?.Key }
            : named;

    // An article that calls the meeting by its place alone names elsewhere whose meeting it is.
    private void NameAdHoc(IReadOnlyList<Mention> mentions)
    {
        if (mentions.Select(bodies.AdHocOf).FirstOrDefault(series => series is not null) is { } series
            && _meetings.Find(meeting => meeting.HasPlaceOnly) is { } meeting && !_meetings.Exists(other => other.Reference.Series == series))
        {
            meeting.Refine(new SummitReference(series, null, null, null));
        }
    }

    private static SummitReference? Combine(SummitReference? named, SummitReference? adHoc) =>
        named is null || (adHoc is not null && !named.Excludes(adHoc)) ? adHoc ?? named : named;

    // A body that meets as itself: its meeting is one of its series, at that place.
    private SummitReference? AdHoc(SentenceView sentence, EventType? trigger)
    {
        if (bodies.DescribedBy(sentence) is { } described)
        {
            return new SummitReference(described, null, null, null);
        }
        // "negara anggota NATO … dalam KTT yang berakhir di Den Haag", "para pemimpin NATO bertemu": the summit of the body that the sentence names.
        var isSummit = sentence.Has(Summit) && !sentence.Mentions.Any(mention => mention.Type == EntityType.Summit);
        var isDay = sentence is { Place: not null, Time.Interval.Precision: <= DatePrecision.DayRange };
        if (isSummit || trigger == EventType.Consult || isDay)
        {
            var holder = sentence.Mentions.FirstOrDefault(mention => bodies.SummitOf(mention) is not null && (isSummit || SummitBodies.AreLeadersOf(sentence, mention)));
            if (holder is not null)
            {
                return new SummitReference(bodies.SummitOf(holder), NumberAfter(sentence, holder), null, null);
            }
        }
        if (sentence.Has(Sitting) && sentence.Mentions.FirstOrDefault(mention => bodies.SummitOf(mention) is not null && !SummitBodies.AreMinistersOf(sentence, mention)) is { } sitting)
        {
            return new SummitReference(bodies.SummitOf(sitting), null, null, null);
        }
        if (IsConference(sentence))
        {
            return new SummitReference(null, null, null, sentence.Place!.Link!.Key);
        }
        var meets = trigger == EventType.Consult && sentence.Has(MeetingWords);
        var body = sentence.Mentions.FirstOrDefault(mention => bodies.AdHocOf(mention) is not null && !SummitBodies.AreMinistersOf(sentence, mention) && (meets || (isDay && bodies.IsCoalition(mention))));
        return body is null || sentence.Place is not { } place ? null : new SummitReference(bodies.AdHocOf(body), null, null, place.Link!.Key);
    }

    // "konferensi yang berlangsung 28-30 Juli 2025 di Markas Besar PBB": all that is said of it is its days and its place.
    private static bool IsConference(SentenceView sentence) =>
        sentence is { Place: not null, Time.Interval.Precision: DatePrecision.DayRange } && !sentence.Mentions.Any(mention => mention.Type == EntityType.Summit)
        && sentence.Has(Conferences) && sentence.Has(Holding);

    // "Pertemuan Pemimpin Forum Kepulauan Pasifik ke-54".
    private static int? NumberAfter(SentenceView sentence, Mention body)
    {
        var at = sentence.Tokens.FindIndex(token => token.Start >= body.Span.End);
        var number = at > 0 && sentence.Folded[at] == "ke" ? sentence.Folded.Skip(at + 1).SkipWhile(word => word == "-").FirstOrDefault() : null;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) && edition < 200 ? edition : null;
    }

    private Meeting? Referred(SentenceView sentence)
    {
        if (_focus is null)
        {
            return null;
        }
        var pointsBack = sentence.HasPair(MeetingWords, next => next is "itu" or "ini" or "tersebut")
            || (_focus.HasNoTime && IsHosting(sentence))
            || (sentence.Folded.Count > 1 && sentence.Folded[0] is "usai" or "dalam" or "selain" or "di" && sentence.Folded[1] is "pertemuan" or "antara" or "ktt");
        var attends = sentence.Has(Attending) && sentence.Mentions.Any(mention => mention.Type is EntityType.Person or EntityType.Country);
        return pointsBack || attends ? _focus : null;
    }

    // "Selama sepekan, 8-12 September 2025, … menjadi tuan rumah".
    private static bool IsHosting(SentenceView sentence) => sentence.Time is not null && sentence.HasPair(Host, next => next == "rumah");

    private Meeting Resolve(SummitReference reference, TimeExpression? time)
    {
        var known = _meetings.Find(meeting => !meeting.Reference.Excludes(reference) && meeting.Shares(reference, time));
        if (known is not null)
        {
            known.Refine(reference);
            return known;
        }
        var made = new Meeting(reference, places, focus, roles, publishedAt);
        _meetings.Add(made);
        return made;
    }
}
