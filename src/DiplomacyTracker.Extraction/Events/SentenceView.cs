using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A sentence with all that was found in it.</summary>
internal sealed record SentenceView(TextSpan Span, List<Token> Tokens, IReadOnlyList<string> Folded, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times)
{
    /// <summary>The first expression that fixes calendar days.</summary>
    public TimeExpression? Time => Times.FirstOrDefault(time => time is { Interval: not null, Kind: TimeKind.Date or TimeKind.Time, Flag: not TimeFlag.InvalidDate });

    public Mention? Place => Mentions.FirstOrDefault(mention => mention is { Type: EntityType.Place, Link.Known: true });

    /// <summary>Who may act: states, people, and bodies that are known as such; a name that only looks like a body does nothing.</summary>
    public IEnumerable<Mention> Actors => Mentions.Where(mention => mention is { Link: not null, Type: EntityType.Country or EntityType.Person } or { Link.Known: true, Type: EntityType.Organization });
}
