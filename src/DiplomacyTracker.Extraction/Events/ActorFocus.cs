using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Whom pronouns mean, and which state a person stands for, as far as the sentences before have said it.</summary>
internal sealed class ActorFocus
{
    private static readonly WordSet One = ["ia", "dia", "beliau", "saya", "dirinya"];
    private static readonly WordSet Two = ["kedua", "dua"];
    private static readonly WordSet TwoSided = ["kedua", "belah"];
    private static readonly WordSet State = ["negara", "negeri"];
    private static readonly WordSet Head = ["kepala"];
    private static readonly WordSet Both = ["keduanya", "mereka"];

    private readonly Dictionary<string, string> _countries;
    private List<EntityLink> _people = [];
    private List<EntityLink> _named = [];
    private EntityLink? _state;

    /// <summary>The place that was named last, which "di kota yang sama" means.</summary>
    public Mention? Place { get; private set; }

    /// <summary>All whom the last sentence named that named anybody; the headline counts.</summary>
    public IReadOnlyList<EntityLink> Last { get; private set; } = [];

    /// <summary>The two states that the article is about, those of its first sentence that names two beside the one where they are; empty until it has.</summary>
    public IReadOnlyList<EntityLink> Sides { get; private set; } = [];

    public ActorFocus(IReadOnlyList<Role> roles)
    {
        _countries = roles.Where(role => role is { PersonKey: not null, Country: not null }).DistinctBy(role => role.PersonKey!)
            .ToDictionary(role => role.PersonKey!, role => role.Country!);
    }

    /// <summary>The mention's link, with the state that the article's own titles give a person.</summary>
    public EntityLink LinkOf(Mention mention) =>
        mention.Link is { Country: null } link && mention.Type == EntityType.Person && _countries.TryGetValue(link.Key, out var country) ? link with { Country = country } : mention.Link!;

    /// <summary>Those whom the pronouns of a sentence stand for: whoever the last sentence that named somebody was about.</summary>
    public IEnumerable<EntityLink> Meant(SentenceView view) =>
        IsBothSides(view) && Sides.Count > 0 ? Sides
        : view.Has(Both) || IsPairOf(view) ? _named.Take(4)
        : view.Has(One) || IsTitleAlone(view) ? _people.Take(1)
        : [];

    /// <summary>The state that "negara itu" means: the one that was named last.</summary>
    public EntityLink? ThatState(SentenceView view) => IsThatState(view) ? _state : null;

    public void Take(SentenceView view)
    {
        if (view.Mentions.Count == 0)
        {
            return;
        }
        var people = Links(view.Mentions.FindAll(mention => mention is { Type: EntityType.Person, Link: not null }));
        _people = people.Count > 0 ? people : _people;
        var named = Links(view.Actors);
        _named = named.Count > 1 ? named : _named;
        Last = named.Count > 0 ? named : Last;
        _state = view.Mentions.FindLast(mention => mention is { Type: EntityType.Country, Link: not null })?.Link ?? _state;
        Sides = Sides.Count > 0 ? Sides : SidesOf(view);
        Place = view.Place ?? Place;
    }

    private List<EntityLink> Links(List<Mention> mentions)
    {
        var links = new List<EntityLink>(mentions.Count);
        foreach (var mention in mentions)
        {
            links.AddOnce(LinkOf(mention));
        }
        return links;
    }

    private List<EntityLink> SidesOf(SentenceView view)
    {
        if (view.Actors.Count < 2)
        {
            return [];
        }
        var states = view.Actors.Select(LinkOf).Where(link => link.Country is not null).GroupBy(link => link.Country!).ToList();
        var away = states.FindAll(state => state.Key != view.Place?.Link?.Country);
        var sides = states.Count == 2 ? states : away;
        // The state itself where it is named: whoever speaks for it does not fight.
        return sides.Count == 2 ? [.. sides.SelectMany(side => side.Where(link => link.Key == side.Key) is var state && state.Any() ? state : side)] : [];
    }

    // "di kedua sisi".
    private static bool IsBothSides(SentenceView view) => view.HasPair(TwoSided, next => next is "sisi" or "pihak" or "kubu");

    // "Sanksi PBB atas negara itu".
    private static bool IsThatState(SentenceView view) => view.HasPair(State, next => next is "itu" or "tersebut");

    // "kedua negara", "kedua pemimpin".
    private static bool IsPairOf(SentenceView view) => view.HasPair(Two, next => next is "negara" or "pemimpin" or "menteri" or "presiden" or "pihak");

    // "Kepala Negara dijadwalkan hadir".
    private static bool IsTitleAlone(SentenceView view) => view.HasPair(Head, next => next == "negara")
        && !view.Mentions.Exists(mention => mention.Type == EntityType.Person);
}
