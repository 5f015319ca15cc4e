using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>The act that one sentence or clause tells: who does what to whom, when and where.</summary>
internal sealed class ActFinder(ProvenanceFinder provenance, PlaceKinds places, AdHocEditions editions, SanctionPackages packages, OccasionFinder occasions)
{
    private static readonly WordSet At = ["di"];
    private static readonly WordSet Which = ["yang"];

    public Report? Find(ArticleText article, SentenceView clause, Trigger trigger, ActorFocus focus, SentenceChains chains)
    {
        var holder = packages.HolderOf(article, clause, trigger);
        var told = holder is null ? trigger : trigger with { Type = EventType.Sanction };
        var view = Scope.Of(clause, told);
        // Who says it acts, where the sentence reports words: "Zakharova menyatakan bahwa … pendudukan".
        var said = view.Folded.FindIndex(0, Math.Min(told.At, view.Folded.Count), ReportingWords.Default.IsIntroducing);
        var verb = view.Tokens[said > 0 ? said : told.At].Start;
        var (actors, targets) = Around(view, verb, focus);
        if (actors.Count + targets.Count == 0 && IsDated(view))
        {
            actors = holder is null ? Unnamed(view, told, focus) : [holder];
        }
        if (actors.Count + targets.Count == 0 || !IsAnAct(article, view, told, said > 0, actors, targets))
        {
            return null;
        }
        if (actors.Count == 0)
        {
            (actors, targets) = (targets, []);
        }
        var whole = view.Whole ?? view;
        var where = view.Place is { } place ? places.Of(place, view) : IsSamePlace(view) && focus.Place is { } same ? new ReportedPlace(same.Link!, same.Span) : null;
        return new Report(
            told.Type,
            ReportFinder.StatusOf(view, article.PublishedAt),
            view.Span,
            editions.Of(view, told),
            view.Time,
            where,
            actors,
            targets,
            [],
            [.. FigureFinder.Find(view)],
            [],
            [.. OutcomeFinder.Find(view)],
            chains.Of(view))
        {
            Occasions = [.. occasions.Find(whole)],
            Signatories = [.. SignatoryFinder.Find(view, focus)],
            Agenda = told.Type == EventType.Consult ? [.. AgendaFinder.Find(view)] : [],
        };
    }

    // Whoever stands before the verb, and whoever stands behind it.
    private (List<EntityLink> Actors, List<EntityLink> Targets) Around(SentenceView view, int verb, ActorFocus focus)
    {
        var (actors, behind) = (new List<EntityLink>(), new List<EntityLink>());
        foreach (var mention in view.Actors)
        {
            var side = mention.Span.End <= verb ? actors : mention.Span.Start > verb ? behind : null;
            if (side is not null && !provenance.IsMedia(mention))
            {
                side.AddOnce(focus.LinkOf(mention));
            }
        }
        foreach (var link in focus.Meant(view))
        {
            actors.AddOnce(link);
        }
        if (focus.ThatState(view) is { } state)
        {
            behind.Add(state);
        }
        behind.RemoveAll(actors.Has);
        return (actors, behind);
    }

    // "setelah bentrokan pada awal Desember": the two whom the article is about, else the rest of the sentence, else the sentence before.
    private List<EntityLink> Unnamed(SentenceView view, Trigger told, ActorFocus focus)
    {
        List<EntityLink> states = told.Type == EventType.Assault ? [.. focus.Sides.Where(side => side.Key == side.Country)] : [];
        if (states.Count > 0)
        {
            return states;
        }
        var around = (view.Whole is { } whole ? Scope.WithoutCause(whole).Actors : []).Where(mention => !provenance.IsMedia(mention)).Select(focus.LinkOf).DistinctBy(link => link.Key).ToList();
        return around.Count > 0 ? around : [.. told.Type == EventType.Consult && focus.Sides.Count > 0 ? focus.Sides : focus.Last];
    }

    // "di kota yang sama", "di sana".
    private static bool IsSamePlace(SentenceView view) =>
        view.HasPair(At, next => next == "sana")
        || (view.HasPair(Which, next => next == "sama") && view.Folded.Zip(view.Folded.Skip(1), view.Folded.Skip(2)).Any(three => three is ("kota" or "tempat" or "gedung", "yang", "sama")));

    private static bool IsDated(SentenceView view) => view.Time?.Interval?.Precision < DatePrecision.Year;

    private static bool IsAnAct(ArticleText article, SentenceView view, Trigger told, bool isSaid, List<EntityLink> actors, List<EntityLink> targets)
    {
        if (view.Time is not { } time)
        {
            // Without a time of its own it is an act only where a verb says who did it with whom or where.
            return told.IsVerb && IsBetweenStates(actors.Count > 0 && view.Place is { } place ? [.. actors, .. targets, place.Link!] : [.. actors, .. targets]);
        }
        // A year beside a noun ("dukungan … pada 2026") dates no act, and a far year is a hope.
        var isVague = time.Interval!.Precision >= DatePrecision.Year;
        var isAhead = time.Interval.From is { } from && article.PublishedAt is { } at && from > DateOnly.FromDateTime(at.DateTime);
        return !isVague || (!isAhead && (told.IsVerb || isSaid));
    }

    private static bool IsBetweenStates(IEnumerable<EntityLink> links) => links.Select(link => link.Country ?? link.Key).Distinct().Count() > 1;
}
