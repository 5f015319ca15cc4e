using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>
/// What one article reports. Meetings are gathered over the sentences that speak of them; every other dated sentence that tells of an act is a
/// report of its own, background included.
/// </summary>
internal sealed class ReportFinder(SummitParser summits, ProvenanceFinder provenance, KnowledgeBase knowledge)
{
    private readonly Dictionary<string, string> _seriesOfBody = knowledge.SummitSeries.Where(row => row.Body.Length > 0 && row.Kind == "ad-hoc")
        .ToDictionary(row => row.Body, row => row.Key);

    public IReadOnlyList<Report> Find(
        ArticleText article, IReadOnlyList<TextSpan> sentences, IReadOnlyList<Mention> mentions, IReadOnlyList<TimeExpression> times, IReadOnlyList<Role> roles)
    {
        var views = sentences.Select(span => View(article, span, mentions, times)).ToList();
        var meetings = new MeetingGatherer(summits, _seriesOfBody, article.PublishedAt);
        var reports = new List<Report>();
        foreach (var view in views)
        {
            var trigger = EventLexicon.Find([.. view.Folded]);
            if (meetings.Take(view, trigger?.Type, roles))
            {
                // What a meeting signed is told as an act of its own too, when the sentence says when.
                if (trigger?.Type is not EventType.Agree || view.Time is null)
                {
                    continue;
                }
            }
            if (trigger is { } told && view.Span.Part == TextPart.Body && Act(article, view, told) is { } report)
            {
                reports.Add(report);
            }
        }
        return [.. meetings.Reports(article, provenance, mentions), .. reports];
    }

    private Report? Act(ArticleText article, SentenceView view, (EventType Type, int At) told)
    {
        // Who says it acts, where the sentence reports words: "Zakharova menyatakan bahwa … pendudukan".
        var said = view.Folded.Take(told.At).ToList().FindIndex(ReportingVerbs.Introducing.Contains);
        var verb = view.Tokens[said > 0 ? said : told.At].Start;
        var cited = provenance.ChainOf(article, view.Span, view.Mentions);
        var able = view.Actors.Where(mention => !provenance.IsMedia(mention)).ToList();
        var actors = able.Where(mention => mention.Span.End <= verb).Select(mention => mention.Link!).DistinctBy(link => link.Key).ToList();
        var targets = able.Where(mention => mention.Span.Start > verb).Select(mention => mention.Link!).DistinctBy(link => link.Key)
            .Where(link => !actors.Exists(actor => actor.Key == link.Key)).ToList();
        if (actors.Count == 0 && targets.Count == 0)
        {
            return null;
        }
        // Without a time of its own it is talk, not an event; a year beside a noun ("dukungan … pada 2026") dates no act either.
        var isNoun = !view.Folded[told.At].StartsWith("me", StringComparison.Ordinal) && !view.Folded[told.At].StartsWith("di", StringComparison.Ordinal) && !view.Folded[told.At].StartsWith("ber", StringComparison.Ordinal);
        var isFarAhead = view.Time?.Interval is { Precision: >= DatePrecision.Year, From: { } from } && article.PublishedAt is { } at && from > DateOnly.FromDateTime(at.DateTime);
        if (view.Time is not { } time || isFarAhead || (isNoun && said <= 0 && time.Interval!.Precision >= DatePrecision.Year))
        {
            return null;
        }
        if (actors.Count == 0)
        {
            (actors, targets) = (targets, []);
        }
        return new Report(
            told.Type,
            StatusOf(view, article.PublishedAt),
            view.Span,
            null,
            view.Time,
            view.Place is { } place ? new ReportedPlace(place.Link!, place.Span) : null,
            actors,
            targets,
            [],
            [],
            [],
            [.. OutcomeFinder.Find(view)],
            cited);
    }

    internal static EventStatus StatusOf(SentenceView view, DateTimeOffset? publishedAt)
    {
        var status = EventLexicon.StatusOf([.. view.Folded]);
        var isAhead = view.Time?.Interval?.From is { } from && publishedAt is { } at && from > DateOnly.FromDateTime(at.DateTime);
        return status == EventStatus.Held && isAhead ? EventStatus.Planned : status;
    }

    private static SentenceView View(ArticleText article, TextSpan span, IReadOnlyList<Mention> mentions, IReadOnlyList<TimeExpression> times)
    {
        var tokens = Tokenizer.Tokenize(article.Of(span.Part), span.Start, span.End);
        return new SentenceView(
            span,
            tokens,
            tokens.ConvertAll(token => NormalForm.Fold(token.Text)),
            [.. mentions.Where(mention => span.Contains(mention.Span))],
            [.. times.Where(time => span.Contains(time.Span))]);
    }
}
