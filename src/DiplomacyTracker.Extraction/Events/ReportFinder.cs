using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>
/// What one article reports. Meetings are gathered over the sentences that speak of them; every other dated sentence that tells of an act is a
/// report of its own, background included, and so is each of its clauses that has a date of its own. What tells no act may still refer to one.
/// </summary>
internal sealed class ReportFinder(SummitParser summits, ProvenanceFinder provenance, KnowledgeBase knowledge)
{
    private readonly SummitBodies _bodies = new(knowledge);
    private readonly SeriesEditions _editions = new(knowledge);
    private readonly PlaceKinds _places = new(knowledge);
    private readonly ActFinder _acts = new(provenance, new PlaceKinds(knowledge), new AdHocEditions(knowledge), new SanctionPackages(knowledge), new OccasionFinder(summits));

    public IReadOnlyList<Report> Find(
        ArticleText article, ArticleTokens tokens, IReadOnlyList<Mention> mentions, IReadOnlyList<TimeExpression> times, IReadOnlyList<Role> roles)
    {
        var chains = new SentenceChains(article, provenance);
        var focus = new ActorFocus(roles);
        var meetings = new MeetingGatherer(summits, _bodies, _editions, _places, focus, roles, article.PublishedAt);
        var acts = new ActGatherer(article, _acts, focus, chains);
        var references = new ReferenceFinder(article, _places, chains, mentions);
        var referring = new List<Report>();
        var (mention, time) = (0, 0);
        for (var i = 0; i < tokens.Sentences.Count; i++)
        {
            var span = tokens.Sentences[i];
            var view = new SentenceView(span, tokens.Of(i), tokens.FoldedOf(i), Spans.Within(span, mentions, one => one.Span, ref mention), Spans.Within(span, times, one => one.Span, ref time));
            foreach (var clause in ClauseSplitter.Split(view).SelectMany(ListedDays.Each))
            {
                var triggers = EventLexicon.FindAll(clause);
                var trigger = triggers.Count == 0 ? null : triggers[0];
                // What two states sign at a meeting's edge is an act of theirs, what all sign belongs to the meeting.
                var isTaken = meetings.Take(clause, trigger?.Type) && !(trigger?.Type is EventType.Agree && clause.Time is not null && IsBilateral(clause));
                if (!isTaken && clause.Span.Part == TextPart.Body && !acts.Take(clause, triggers) && references.Find(clause) is { } reference)
                {
                    referring.Add(reference);
                }
            }
            focus.Take(view);
        }
        return [.. meetings.Reports(chains, mentions), .. acts.Reports, .. referring];
    }

    internal static EventStatus StatusOf(SentenceView view, DateTimeOffset? publishedAt)
    {
        var status = EventLexicon.StatusOf(view);
        if (publishedAt is not { } at || view.Time?.Interval is not { } interval)
        {
            return status;
        }
        var today = DateOnly.FromDateTime(at.DateTime);
        return status switch
        {
            EventStatus.Held when interval.From > today => EventStatus.Planned,
            // "Kenangan akan pertemuan pada akhir Februari", "yang sedianya akan dibuka 3 Mei": no plan any more, and nobody says that it was held.
            EventStatus.Planned when interval.To < today => EventStatus.Reported,
            _ => status,
        };
    }

    private static bool IsBilateral(SentenceView view) =>
        !view.Folded.Contains("pemimpin") && view.Actors.All(mention => mention.Type != EntityType.Organization)
        && view.Actors.Select(mention => mention.Link!.Country ?? mention.Link.Key).Distinct().Count() == 2;
}
