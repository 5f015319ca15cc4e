using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Reports that are taken to tell one event.</summary>
internal sealed class EventGroup(int number, long begun)
{
    // Two tellings of one event may differ by a day or two (a zone, a report's own date); further apart they are two events.
    public const int DaysApart = 2;

    // What was put off for longer is another meeting, unless its name says that it is the same.
    private const int MostDaysMoved = 62;

    private static readonly (int Score, string Why) Other = (0, "");

    private readonly HashSet<string> _actors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<SummitReference> _summits = [];
    private readonly HashSet<(DateInterval Window, bool IsDated, bool IsPrecise, bool IsMoved)> _windows = [];
    private readonly HashSet<string> _serials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    private bool _isCeremony;
    private bool _isMoved;
    private uint _types;

    public int Number => number;

    /// <summary>The report that began it.</summary>
    public long Begun => begun;

    /// <summary>The look-up that found it last, so that it is found once in each.</summary>
    public object? FoundIn { get; set; }

    /// <summary>Whether another report of the same article is here; what tells no day of its own goes on about what the article has told.</summary>
    public bool HasToldBy(Telling telling) => !telling.IsDated && Members.Exists(member => member.ArticleId == telling.ArticleId);

    public List<Telling> Members { get; } = [];

    public void Add(Telling telling)
    {
        Members.Add(telling);
        if (telling.Features.IsReference)
        {
            return;
        }
        _isCeremony |= telling.Features.IsCeremony;
        _isMoved |= telling.IsMoved;
        _types |= 1u << (int)telling.Type;
        _actors.UnionWith(telling.Features.Actors);
        _parties.UnionWith(telling.Parties);
        _told.Add(telling.Told);
        _places.UnionWith(PlacesOf(telling));
        if (telling.Summit is { } summit)
        {
            _summits.Add(summit);
        }
        if (telling.Features.Serial is { } serial)
        {
            _serials.Add(serial);
        }
        if (telling.Window is { } window)
        {
            _windows.Add((window, telling.IsDated, telling.IsPrecise, telling.IsMoved));
        }
    }

    public (int Score, string Why) FitOf(Telling telling) => telling.Features.IsReference ? FitOfReference(telling) : FitOfTelling(telling);

    // What only names a place and a day refers to what was done there then, where the article is about most of those who did it.
    private (int Score, string Why) FitOfReference(Telling telling)
    {
        var likeness = new Likeness(DaysOf(telling, isOneThatMoves: false), false, IsInOnePlace(telling), false, _parties.Count(telling.Parties.Contains));
        return likeness.Nearness >= (telling.IsPrecise ? Nearness.Same : Nearness.Near) && likeness is { IsSamePlace: true, Shared: > 0 } && likeness.Shared * 2 >= _parties.Count
            ? ((int)likeness.Nearness + likeness.Shared, likeness.ToString())
            : Other;
    }

    private (int Score, string Why) FitOfTelling(Telling telling)
    {
        var shared = telling.Features.Actors.Count(_actors.Contains);
        if (IsOfOthers(telling, shared))
        {
            return Other;
        }
        var isSameSerial = telling.Features.Serial is { } serial && _serials.Contains(serial);
        if (IsKeptApart(telling, isSameSerial))
        {
            return Other;
        }
        var nearness = NearnessOf(telling);
        if (nearness == Nearness.Apart)
        {
            return Other;
        }
        if (_told.Contains(telling.Told))
        {
            return (int.MaxValue, "same-text");
        }
        if ((telling.Summit is null) != (_summits.Count == 0) && !IsWithoutItsName(telling, nearness))
        {
            return Other;
        }
        var isSamePlace = IsInOnePlace(telling);
        var likeness = new Likeness(nearness, IsSameMeeting(telling, isSamePlace), isSamePlace, isSameSerial, shared);
        var score = ScoreOf(telling, likeness);
        return score >= likeness.Least ? (score, likeness.ToString()) : Other;
    }

    // Most candidates have one state in common with a report, and are told apart by that alone: neither a meeting with a name, nor a deed, nor the same text.
    private bool IsOfOthers(Telling telling, int shared) =>
        shared < telling.Features.Actors.Count && AreTooFew(telling, shared) && (telling.Summit is null || (telling.Summit.Series is not null && _summits.Count == 0)) && !MayBeOneDeed(telling);

    // Two meetings in one city on one day share the host; the others who take part must be the same too.
    private bool AreTooFew(Telling telling, int shared) => shared == 0 || (shared * 2 <= Fewer(telling) && shared < Fewer(telling));

    private int Fewer(Telling telling) => Math.Min(telling.Features.Actors.Count, _actors.Count);

    // One strike on one place is one.
    private bool MayBeOneDeed(Telling telling) => telling.Type >= EventType.Request && telling.IsPrecise && Has(telling.Type);

    // Names and numbers separate for good.
    private bool IsKeptApart(Telling telling, bool isSameSerial) =>
        (telling.Summit is { } named && _summits.Any(named.Excludes))
        || (telling.Features.Serial is { } serial && !isSameSerial && IsOtherSerial(serial))
        // Two who attend a parade and meet on the same day meet apart from it.
        || (telling.Type == EventType.Consult && Has(EventType.Consult) && telling.Features.IsCeremony != _isCeremony);

    private int ScoreOf(Telling telling, Likeness likeness)
    {
        var (nearness, shared) = (likeness.Nearness, likeness.Shared);
        var isSameType = Has(telling.Type);
        var isOnTheDay = isSameType && nearness == Nearness.Same && telling.IsPrecise;
        var isSameDeed = shared > 0 && nearness == Nearness.Same && likeness.IsSamePlace && MayBeOneDeed(telling);
        if (!likeness.IsSameMeeting && !isSameDeed && AreTooFew(telling, shared))
        {
            return 0;
        }
        // The same parties who do the same a day apart: one of the two dates is another zone's or the report's own, or only says the part of the month.
        var isSameAct = isSameType && nearness == Nearness.Near && shared > 1 && shared == Fewer(telling) && telling.Type != EventType.Consult;
        // Whoever names one side of a fight tells the fight of that day.
        var isOneSided = isOnTheDay && telling.Type == EventType.Assault && (IsOneSideOf(telling.Parties, _parties) || IsOneSideOf(_parties, telling.Parties));
        // A signing that was put off is as good as on its day.
        var isSameAsMoved = nearness == Nearness.Around && telling.IsDated && IsSameSigning(telling);
        // "bertemu" and "menyepakati" may tell one event, if the rest agrees the better.
        return likeness.ScoreBy(isSameAsMoved ? Nearness.Same : nearness) - (isSameType ? 0 : 1) + (isSameAct || isOneSided ? 1 : 0);
    }

    /// <summary>Days between a telling and the nearest telling of the group; 0 where one of them has no days.</summary>
    public int DaysTo(Telling telling) =>
        telling.Window is not { } window || _windows.Count == 0 ? 0 : _windows.Min(known => Math.Abs(Start(known.Window).DayNumber - Start(window).DayNumber));

    private bool Has(EventType type) => (_types & 1u << (int)type) != 0;

    private bool IsInOnePlace(Telling telling) => PlacesOf(telling).Any(_places.Contains);

    // "di Mar-a-Lago, Florida" and "di Florida" tell one place.
    private static IEnumerable<string> PlacesOf(Telling telling) => new[] { telling.Features.Place, telling.Features.Within }.OfType<string>();

    // A meeting that one article names and another only tells: the very day, and nobody beside those who are there.
    private bool IsWithoutItsName(Telling telling, Nearness nearness)
    {
        if (nearness != Nearness.Same || telling.Type != EventType.Consult || !Has(EventType.Consult))
        {
            return false;
        }
        // "Para kepala negara Liga Arab dan OKI bersidang": where bodies are named, beside one state at most, all must be there; of states, most of those who are.
        return telling.Parties.Count <= 1
            ? telling.Features.Actors.Count > 1 && telling.Features.Actors.All(_actors.Contains) && (telling.Parties.Count == 0 || _parties.Count <= 2)
            : telling.Parties.IsSubsetOf(_parties) && telling.Parties.Count * 2 >= _parties.Count;
    }

    private static bool IsOneSideOf(HashSet<string> side, HashSet<string> both) => side.Count == 1 && both.Count == 2 && side.IsSubsetOf(both);

    private bool IsOtherSerial(string serial) => _serials.Any(known => known.Split(' ')[0] == serial.Split(' ')[0]);

    private bool IsSameMeeting(Telling telling, bool isSamePlace) => telling.Summit is { } summit && (HasAlike(summit) || (isSamePlace && IsOfTheSameDays(telling) && IsKnownByPlace(summit)));

    private bool HasAlike(SummitReference summit) => _summits.Any(known => IsNamedAlike(known, summit));

    // "konferensi yang berlangsung 28-30 Juli di New York" is the one that is named elsewhere, since both began there on one day.
    private bool IsKnownByPlace(SummitReference summit) => summit.Series is null || _summits.Any(known => known.Series is null);

    private bool IsOfTheSameDays(Telling telling) => telling.Type == EventType.Consult && telling.IsPrecise && _windows.Any(known => known.IsPrecise && Start(known.Window) == Start(telling.Window!));

    private static bool IsNamedAlike(SummitReference a, SummitReference b) =>
        (a.Series is not null && a.Series == b.Series) || (a.Place is not null && a.Place == b.Place);

    // What two states were to sign and sign later is one act under its later day.
    private bool IsSameSigning(Telling telling) =>
        telling.Type == EventType.Agree && Has(EventType.Agree) && telling.Parties.Count == 2 && telling.Parties.SetEquals(_parties);

    // An edition is one whatever day is told of it; what was put off is looked for where it went.
    private Nearness NearnessOf(Telling telling)
    {
        var isOneThatMoves = (_isMoved || telling.IsMoved) && ((telling.Summit is { Series: not null } summit && HasSeries(summit)) || IsSameSigning(telling));
        var nearness = DaysOf(telling, isOneThatMoves);
        return nearness == Nearness.Apart && telling.Summit is { Series: not null, Edition: not null } named && HasEdition(named) ? Nearness.Around : nearness;
    }

    private bool HasSeries(SummitReference summit) => _summits.Any(known => known.Series == summit.Series);

    private bool HasEdition(SummitReference summit) => _summits.Any(known => known.Series == summit.Series && known.Edition == summit.Edition);

    private Nearness DaysOf(Telling telling, bool isOneThatMoves)
    {
        var nearest = Nearness.Apart;
        foreach (var (known, isDated, isPrecise, isMoved) in telling.Window is null ? [] : _windows)
        {
            var window = telling.Window!;
            var days = !isDated || !telling.IsDated ? known.Meets(window) ? Nearness.Around : Nearness.Apart
                : isPrecise && telling.IsPrecise && known.Meets(window) ? Nearness.Same
                : Meet(known, window, isPrecise && telling.IsPrecise ? DaysApart : 0) ? Nearness.Near
                : isOneThatMoves && (IsMovedTo(known, isMoved, window) || IsMovedTo(window, telling.IsMoved, known)) ? Nearness.Around
                : Nearness.Apart;
            nearest = days > nearest ? days : nearest;
        }
        return nearest;
    }

    // A meeting that was put off goes on under its later day; years apart are kept apart by the meetings' names.
    private static bool IsMovedTo(DateInterval from, bool isMoved, DateInterval to) => isMoved && Start(from) < Start(to) && Start(to) <= AddDays(Start(from), MostDaysMoved);

    private static bool Meet(DateInterval a, DateInterval b, int slack) =>
        Start(a) <= AddDays(End(b), slack) && Start(b) <= AddDays(End(a), slack);

    private static DateOnly Start(DateInterval interval) => interval.From ?? DateOnly.MinValue;

    private static DateOnly End(DateInterval interval) => interval.To ?? DateOnly.MaxValue;

    private static DateOnly AddDays(DateOnly day, int days) => day > DateOnly.MaxValue.AddDays(-days) ? DateOnly.MaxValue : day.AddDays(days);
}
