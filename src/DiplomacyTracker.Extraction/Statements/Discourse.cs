using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>A speaker after resolving: the name where there is one, and the words that described an unnamed one.</summary>
internal sealed record ResolvedSpeaker(string? Name, EntityLink? Link, IReadOnlyList<string> Words, int Order)
{
    /// <summary>A ministry, a delegation, a state: "ia" seldom means one.</summary>
    public bool IsBody { get; init; }
}

/// <summary>Who has spoken so far and whom the sentences were about, so that "ia", "-nya" and "menteri itu" find their speaker.</summary>
internal sealed class Discourse(Cast cast, Bodies bodies, NameReader names, HoldersOfDay holders)
{
    // Farther back a pronoun does not reach over a body that spoke since.
    private const int PronounReach = 4;

    private ResolvedSpeaker? _speaker;
    private ResolvedSpeaker? _person;
    private ResolvedSpeaker? _subject;

    public ResolvedSpeaker Resolve(SpeakerPhrase? phrase, int order)
    {
        var speaker = phrase?.Kind switch
        {
            SpeakerKind.Named => Named(phrase, order),
            SpeakerKind.Anaphor => Anaphor(phrase, order),
            SpeakerKind.Office => Office(phrase, order),
            SpeakerKind.Unnamed => new ResolvedSpeaker(null, null, phrase.Words, order),
            _ => LastPerson(order),
        };
        _speaker = speaker;
        _person = speaker.IsBody ? _person : speaker;
        return speaker;
    }

    /// <summary>Takes note of whom a sentence is about.</summary>
    public void Subject(SpeakerPhrase phrase, int order)
    {
        if (phrase.Kind == SpeakerKind.Named)
        {
            _subject = Named(phrase, order);
        }
    }

    private ResolvedSpeaker Named(SpeakerPhrase phrase, int order)
    {
        var member = cast.ByName(phrase.Name);
        // "Menlu Andoria": a lone word behind a title may be the state, and the article says elsewhere who that is.
        if ((member is null || member.Parts.Count == 1) && phrase.Words.Count > 0 && names.IsTitle(phrase.Words[0]) && !phrase.Name.Contains(' ', StringComparison.Ordinal))
        {
            member = cast.ByDescription([.. phrase.Words, NormalForm.Fold(phrase.Name)], phrase.Surface) ?? member;
        }
        return member is not null ? new ResolvedSpeaker(member.Name, member.Link ?? phrase.Link, phrase.Words, order) : new ResolvedSpeaker(phrase.Name, phrase.Link, phrase.Words, order);
    }

    // "Diplomat tersebut": whoever was called so, named or not; else whoever spoke last.
    private ResolvedSpeaker Anaphor(SpeakerPhrase phrase, int order)
    {
        if (_speaker is { Name: null } unnamed && phrase.Words.Any(word => word is not ("itu" or "tersebut" or "ini") && unnamed.Words.Contains(word)))
        {
            return unnamed with { Order = order };
        }
        if (BodyOf(phrase) is { } body)
        {
            return body with { Order = order };
        }
        return cast.ByDescription(Asked(phrase.Words), phrase.Surface) is { } member && member.First.Start < phrase.Surface.Start
            ? new ResolvedSpeaker(member.Name, member.Link, phrase.Words, order)
            : Bodies.IsHead(phrase.Words[0]) ? Last(order) : LastPerson(order);
    }

    private ResolvedSpeaker Office(SpeakerPhrase phrase, int order)
    {
        if (phrase.Words.Count == 1 && BodyOf(phrase) is { } body)
        {
            return body with { Order = order };
        }
        var head = phrase.Words.Count > 0 ? phrase.Words[0] : "";
        var isBody = Bodies.IsHead(head) || !names.IsTitle(head);
        if (phrase.Words is ["ketua" or "pemimpin" or "pimpinan", "pertemuan" or "sidang" or "rapat" or "konferensi" or "perundingan"] && _person is not null)
        {
            return cast.ByDescription(phrase.Words, phrase.Surface) is { } chair ? new ResolvedSpeaker(chair.Name, chair.Link, phrase.Words, order) : LastPerson(order);
        }
        var member = isBody ? null : cast.ByDescription(Asked(phrase.Words), phrase.Surface);
        return member is not null ? new ResolvedSpeaker(member.Name, member.Link, phrase.Words, order)
            : new ResolvedSpeaker(phrase.Words.Count == 1 ? cast.FullNameOf(head) ?? phrase.Name : phrase.Name, phrase.Link ?? holders.Of(phrase.Words), phrase.Words, order) { IsBody = isBody };
    }

    // "Kementerian tersebut", "kedutaan": the body of that kind that was named last.
    private ResolvedSpeaker? BodyOf(SpeakerPhrase phrase) =>
        bodies.Before(phrase.Words[0], phrase.Surface) is { } body ? new ResolvedSpeaker(body.Name, body.Link, phrase.Words, 0) { IsBody = true } : null;

    // "Kepala Negara" is what the press calls the president.
    private static IEnumerable<string> Asked(IReadOnlyList<string> words) =>
        words is ["kepala", "negara", ..] ? words.Skip(2).Prepend("presiden") : words;

    // "Ia", "perempuan itu": a person, also where a ministry spoke since.
    private ResolvedSpeaker LastPerson(int order) =>
        _speaker is { IsBody: true } && _person is { } person && order - person.Order <= PronounReach && (_subject is null || _subject.Order <= _speaker.Order) ? person with { Order = order } : Last(order);

    private ResolvedSpeaker Last(int order)
    {
        var last = _speaker is null || (_subject is { } subject && subject.Order > _speaker.Order) ? _subject : _speaker;
        return last is null ? new ResolvedSpeaker(null, null, [], order) : last with { Order = order };
    }
}
