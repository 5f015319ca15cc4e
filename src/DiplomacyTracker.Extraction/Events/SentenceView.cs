using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A sentence, or a clause of one, with all that was found in it.</summary>
internal sealed record SentenceView
{
    private static readonly WordSet Former = ["semula", "sedianya", "mestinya", "seharusnya", "tadinya"];

    private readonly List<Mention> _mentions = [];
    private readonly List<TimeExpression> _times = [];

    // What follows from mentions and times is worked out once, and again for a copy with others.
    private (TimeExpression? Value, bool IsKnown) _time;
    private (Mention? Value, bool IsKnown) _place;
    private List<Mention>? _actors;

    // Of the whole sentence: a clause may have fewer words than they say.
    private readonly WordFilter _filter;

    public SentenceView(TextSpan span, List<Token> tokens, List<string> folded, List<Mention> mentions, List<TimeExpression> times)
        : this(span, tokens, folded, mentions, times, WordFilter.Of(tokens))
    {
    }

    private SentenceView(TextSpan span, List<Token> tokens, List<string> folded, List<Mention> mentions, List<TimeExpression> times, WordFilter filter)
    {
        (Span, Tokens, Folded, Mentions, Times, _filter) = (span, tokens, folded, mentions, times, filter);
    }

    public TextSpan Span { get; init; }

    /// <summary>In the order of the text.</summary>
    public List<Token> Tokens { get; }

    public List<string> Folded { get; }

    public List<Mention> Mentions
    {
        get => _mentions;
        init => (_mentions, _place, _actors) = (value, default, null);
    }

    public List<TimeExpression> Times
    {
        get => _times;
        init => (_times, _time) = (value, default);
    }

    /// <summary>The sentence that a clause is cut from; null for a whole sentence.</summary>
    public SentenceView? Whole { get; init; }

    /// <summary>The expression that fixes calendar days: one that says the day before one that says a month, and a month before a year, since years stand in targets and names too; of equals the first, but what was "semula" planned only where nothing else is said.</summary>
    public TimeExpression? Time
    {
        get
        {
            _time = _time.IsKnown ? _time : (FindTime(), true);
            return _time.Value;
        }
    }

    /// <summary>Where it happens: a place that "di" stands before, else any that is named, but not one that only names a zone ("waktu Washington").</summary>
    public Mention? Place
    {
        get
        {
            _place = _place.IsKnown ? _place : (FindPlace(), true);
            return _place.Value;
        }
    }

    /// <summary>Who may act: states, people, and bodies that are known as such; a name that only looks like a body does nothing.</summary>
    public List<Mention> Actors => _actors ??= Mentions.FindAll(mention =>
        (mention is { Link: not null, Type: EntityType.Country or EntityType.Person } or { Link.Known: true, Type: EntityType.Organization }) && !IsDateline(mention) && Before(mention) is not "waktu");

    /// <summary>Whether an expression fixes days.</summary>
    public static bool IsCalendar(TimeExpression time) => time is { Interval: not null, Kind: TimeKind.Date or TimeKind.Time, Flag: not TimeFlag.InvalidDate };

    /// <summary>The tokens from one to another as a clause of its own.</summary>
    public SentenceView Part(int first, int end)
    {
        var span = new TextSpan(Span.Part, Tokens[first].Start, Tokens[end - 1].End);
        return new SentenceView(
            span, Tokens[first..end], Folded[first..end],
            Mentions.FindAll(mention => span.Contains(mention.Span)), Times.FindAll(time => span.Overlaps(time.Span) && time.Span.Start >= span.Start), _filter)
        {
            Whole = Whole ?? this,
        };
    }

    /// <summary>Whether it has one of some words.</summary>
    public bool Has(WordSet words) => Find(words) >= 0;

    /// <summary>The first of some words; -1 where it has none.</summary>
    public int Find(WordSet words)
    {
        for (var i = words.MayMeet(_filter) ? 0 : Tokens.Count; i < Tokens.Count; i++)
        {
            if (words.Contains(Tokens[i].Word))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Whether one of some words stands right before a word that fits.</summary>
    public bool HasPair(WordSet words, Func<string, bool> next) => FindPair(words, next) >= 0;

    /// <summary>Where the first such pair begins; -1 where there is none.</summary>
    public int FindPair(WordSet words, Func<string, bool> next)
    {
        for (var i = words.MayMeet(_filter) ? 1 : Tokens.Count; i < Tokens.Count; i++)
        {
            if (next(Folded[i]) && words.Contains(Tokens[i - 1].Word))
            {
                return i - 1;
            }
        }
        return -1;
    }

    /// <summary>Place among the tokens; -1 where it is none of this view.</summary>
    public int IndexOf(Mention mention) => FirstFrom(mention.Span.Start) is >= 0 and var at && Tokens[at].Start == mention.Span.Start ? at : -1;

    /// <summary>Place of an expression's first token; -1 where it is none of this view.</summary>
    public int IndexOf(TimeExpression time) => FirstFrom(time.Span.Start);

    /// <summary>The first token that begins at an offset or behind it; -1 where none does.</summary>
    public int FirstFrom(int start)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }
        return low == Tokens.Count ? -1 : low;
    }

    /// <summary>The words from one offset to another, without what only separates at the end.</summary>
    public string Between(int start, int end) =>
        string.Join(' ', Tokens.Where(token => token.Start >= start && token.End <= end).Select(token => token.Text)).TrimEnd(' ', ',', '(');

    private TimeExpression? FindTime()
    {
        TimeExpression? best = null;
        var least = int.MaxValue;
        foreach (var time in Times)
        {
            if (IsCalendar(time) && Rank(time) is var rank && rank < least)
            {
                (best, least) = (time, rank);
            }
        }
        return best;
    }

    private int Rank(TimeExpression time) =>
        (IsFormer(time) ? 3 : 0) + time.Interval!.Precision switch { <= DatePrecision.DayRange => 0, >= DatePrecision.Year => 2, _ => 1 };

    private Mention? FindPlace()
    {
        Mention? first = null;
        foreach (var mention in Mentions)
        {
            if (mention is { Type: EntityType.Place, Link.Known: true } && !IsDateline(mention) && Before(mention) is not "waktu" and var before)
            {
                if (before is "di")
                {
                    return mention;
                }
                first ??= mention;
            }
        }
        return first;
    }

    private string? Before(Mention mention) => IndexOf(mention) is > 0 and var at ? Folded[at - 1] : null;

    // "semula dijadwalkan pada 16 Desember diundur ke 22 Desember": the first day is over.
    private bool IsFormer(TimeExpression time)
    {
        const int Reach = 5;
        var at = IndexOf(time);
        return at > 0 && Folded.FindIndex(Math.Max(0, at - Reach), Math.Min(at, Reach), Former.Contains) >= 0;
    }

    // "Jakarta - Amerika Serikat dan …": the city says where it was written.
    private bool IsDateline(Mention mention)
    {
        const int Opening = 3;
        return Tokens.Count > 0 && mention.Span.Start == Tokens[0].Start && FirstFrom(mention.Span.End) is > 0 and <= Opening and var after && Folded[after] is "-" or "–" or "—" or "--";
    }
}
