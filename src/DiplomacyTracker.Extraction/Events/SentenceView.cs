using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A sentence, or a clause of one, with all that was found in it.</summary>
internal sealed record SentenceView(TextSpan Span, List<Token> Tokens, IReadOnlyList<string> Folded, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times)
{
    private static readonly HashSet<string> Former = ["semula", "sedianya", "mestinya", "seharusnya", "tadinya"];

    /// <summary>The sentence that a clause is cut from; null for a whole sentence.</summary>
    public SentenceView? Whole { get; init; }

    /// <summary>The expression that fixes calendar days: one that says the day before one that says a month, and a month before a year, since years stand in targets and names too; of equals the first, but what was "semula" planned only where nothing else is said.</summary>
    public TimeExpression? Time => Times.Where(IsCalendar)
        .OrderBy(IsFormer).ThenBy(time => time.Interval!.Precision switch { <= DatePrecision.DayRange => 0, >= DatePrecision.Year => 2, _ => 1 }).FirstOrDefault();

    /// <summary>Where it happens: a place that "di" stands before, else any that is named, but not one that only names a zone ("waktu Washington").</summary>
    public Mention? Place
    {
        get
        {
            var places = Mentions.Where(mention => mention is { Type: EntityType.Place, Link.Known: true } && !IsDateline(mention) && Before(mention) is not "waktu").ToList();
            return places.Find(place => Before(place) is "di") ?? (places.Count > 0 ? places[0] : null);
        }
    }

    /// <summary>Who may act: states, people, and bodies that are known as such; a name that only looks like a body does nothing.</summary>
    public IEnumerable<Mention> Actors => Mentions.Where(mention => !IsDateline(mention) && Before(mention) is not "waktu" && (mention is { Link: not null, Type: EntityType.Country or EntityType.Person } or { Link.Known: true, Type: EntityType.Organization }));

    /// <summary>Whether an expression fixes days.</summary>
    public static bool IsCalendar(TimeExpression time) => time is { Interval: not null, Kind: TimeKind.Date or TimeKind.Time, Flag: not TimeFlag.InvalidDate };

    /// <summary>The tokens from one to another as a clause of its own.</summary>
    public SentenceView Part(int first, int end)
    {
        var span = new TextSpan(Span.Part, Tokens[first].Start, Tokens[end - 1].End);
        return new SentenceView(
            span, Tokens[first..end], [.. Folded.Skip(first).Take(end - first)],
            [.. Mentions.Where(mention => span.Contains(mention.Span))], [.. Times.Where(time => span.Overlaps(time.Span) && time.Span.Start >= span.Start)])
        {
            Whole = Whole ?? this,
        };
    }

    /// <summary>Place among the tokens; -1 where it is none of this view.</summary>
    public int IndexOf(Mention mention) => Tokens.FindIndex(token => token.Start == mention.Span.Start);

    /// <summary>Place of an expression's first token; -1 where it is none of this view.</summary>
    public int IndexOf(TimeExpression time) => Tokens.FindIndex(token => token.Start >= time.Span.Start);

    /// <summary>The words from one offset to another, without what only separates at the end.</summary>
    public string Between(int start, int end) =>
        string.Join(' ', Tokens.Where(token => token.Start >= start && token.End <= end).Select(token => token.Text)).TrimEnd(' ', ',', '(');

    private string? Before(Mention mention) => IndexOf(mention) is > 0 and var at ? Folded[at - 1] : null;

    // "semula dijadwalkan pada 16 Desember diundur ke 22 Desember": the first day is over.
    private bool IsFormer(TimeExpression time)
    {
        var at = IndexOf(time);
        return at > 0 && Folded.Skip(Math.Max(0, at - 5)).Take(Math.Min(at, 5)).Any(Former.Contains);
    }

    // "Jakarta - Amerika Serikat dan …": the city says where it was written.
    private bool IsDateline(Mention mention)
    {
        const int Opening = 3;
        var after = Tokens.FindIndex(token => token.Start >= mention.Span.End);
        return after is > 0 and <= Opening && mention.Span.Start == Tokens[0].Start && Folded[after] is "-" or "–" or "—" or "--";
    }
}
