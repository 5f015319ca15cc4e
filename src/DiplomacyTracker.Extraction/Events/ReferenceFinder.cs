using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Clauses that tell no act but refer to one by its place and day, as an essay that looks back does: "lahir di Washington, dibongkar di Jenewa pada 23 November".</summary>
internal sealed class ReferenceFinder(ArticleText article, PlaceKinds places, SentenceChains chains, IReadOnlyList<Mention> mentions)
{
    private List<EntityLink>? _states;

    /// <summary>Null where the clause names no place with a day that is past, or is about what somebody says.</summary>
    public Report? Find(SentenceView clause)
    {
        if (article.PublishedAt is not { } published || clause.Time is not { Interval: { Precision: <= DatePrecision.PartOfMonth, From: not null, To: { } to } } time
            || to >= DateOnly.FromDateTime(published.DateTime) || IsSpeech(clause) || PlaceBy(clause, time) is not { } place)
        {
            return null;
        }
        return new Report(
            EventType.Consult, EventStatus.Reported, clause.Span, null, time, places.Of(place, clause), States, [], [], [], [], [], chains.Of(clause))
        {
            IsReference = true,
        };
    }

    private List<EntityLink> States => _states ??= [.. mentions.Select(StateOf).OfType<EntityLink>().DistinctBy(link => link.Key)];

    // The place that stands nearest to the day, with a word that says that it happened there.
    private static Mention? PlaceBy(SentenceView clause, TimeExpression time) => clause.Mentions
        .Where(mention => mention is { Type: EntityType.Place, Link.Known: true } && clause.IndexOf(mention) is > 0 and var at && clause.Folded[at - 1] is "di" or "ke")
        .OrderBy(mention => Math.Min(Math.Abs(mention.Span.Start - time.Span.End), Math.Abs(time.Span.Start - mention.Span.End))).FirstOrDefault();

    // "kata juru bicara di Jakarta, Senin (5/1)": where and when something was said.
    private static bool IsSpeech(SentenceView clause) =>
        clause.Folded.Exists(word => ReportingWords.Default.IsFollowing(word) || ReportingWords.Default.IsIntroducing(word) || ReportingWords.Default.IsCiting(word));

    // The name is not needed: what is told of them stands with those who tell it.
    private static EntityLink? StateOf(Mention mention) => mention.Link is { Country: { } code } ? new EntityLink(code, code, code) : null;
}
