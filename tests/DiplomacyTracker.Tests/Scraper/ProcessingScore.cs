using System.Globalization;
using System.Text.Json;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>What the sample press tells against what the record made of it. `scripts/score-newsroom` prints it.</summary>
internal sealed class ProcessingScore
{
    private readonly JsonElement _answers = JsonDocument.Parse(SampleArticles.Answers).RootElement;
    private readonly List<StoredEvent> _stored;
    private readonly Dictionary<string, string> _heads;
    private readonly ILookup<string, StoredReport> _reports;
    private readonly List<Planted> _planted;

    private ProcessingScore(List<StoredEvent> stored, Dictionary<string, string> heads, ILookup<string, StoredReport> reports)
    {
        (_stored, _heads, _reports) = (stored, heads, reports);
        _planted = [.. _answers.GetProperty("events").EnumerateArray().Select(row => new Planted(
            row.GetProperty("key").GetString()!, row.GetProperty("type").GetString()!, row.GetProperty("series").GetString(), row.GetProperty("date").GetString(),
            row.GetProperty("origins").GetInt32(), row.GetProperty("status").GetString()!, Texts(row.GetProperty("articles"))))];
    }

    public sealed record Planted(string Key, string Type, string? Series, string? Date, int Origins, string Status, HashSet<string> Articles);

    public sealed record StoredEvent(
        long Id, string Slug, string Type, string? Edtf, int Origins, string Status, HashSet<string> Articles, List<Difference> Differences, List<string> Topics);

    public sealed record StoredReport(long? EventId, string Line);

    public sealed record Difference(string Field, string? Subject, DifferenceClass Class, List<string> Values);

    public sealed record Rate(double Precision, double Recall)
    {
        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}");
    }

    public static async Task<ProcessingScore> OfAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        await using var db = pipeline.Context();
        var told = (await db.Reports.Where(report => report.EventId != null).Select(report => new { report.EventId, report.Article!.ArticleKey }).ToListAsync(cancellationToken)).ToLookup(row => row.EventId!.Value);
        var topics = (await db.TopicEvents.Select(row => new { row.EventId, row.Topic!.Slug }).ToListAsync(cancellationToken)).ToLookup(row => row.EventId);
        var events = await db.Events.Where(e => e.MergedIntoId == null && !e.Withdrawn).Include(e => e.Discrepancies).AsSplitQuery().ToListAsync(cancellationToken);
        var articles = await db.Articles.Select(article => new { article.Id, article.ArticleKey, Head = article.ReprintOfId ?? article.Id }).ToListAsync(cancellationToken);
        var names = articles.ToDictionary(article => article.Id, article => IdOf(article.ArticleKey));
        var reports = (await db.Reports.Include(report => report.Article).OrderBy(report => report.ArticleId).ThenBy(report => report.Ordinal).ToListAsync(cancellationToken))
            .ToLookup(report => IdOf(report.Article!.ArticleKey), report => new StoredReport(report.EventId, LineOf(report)));
        return new ProcessingScore(
            events.ConvertAll(e => new StoredEvent(
                e.Id, e.Slug, e.Type.ToString().ToUpperInvariant(), e.Edtf, e.OriginCount, e.Status.ToString().ToLowerInvariant(), [.. told[e.Id].Select(row => IdOf(row.ArticleKey))],
                e.Discrepancies.ConvertAll(d => new Difference(d.Field.ToString(), d.Subject, d.Class, d.Values)), [.. topics[e.Id].Select(row => row.Slug)])),
            articles.ToDictionary(article => names[article.Id], article => names[article.Head]),
            reports);
    }

    public Rate Clustering()
    {
        var gold = _planted.SelectMany(planted => Pairs(planted.Articles)).ToHashSet();
        var allowed = new HashSet<(string, string)>(gold);
        foreach (var group in _answers.GetProperty("articles").EnumerateArray().SelectMany(row => Texts(row.GetProperty("optional")).Select(key => (Key: key, Article: row.GetProperty("article").GetString()!))).GroupBy(row => row.Key))
        {
            allowed.UnionWith(Pairs([.. group.Select(row => row.Article), .. _planted.Single(planted => planted.Key == group.Key).Articles]));
        }
        var found = _stored.SelectMany(stored => Pairs(stored.Articles)).ToHashSet();
        return new Rate(Share(found.Count(allowed.Contains), found.Count), Share(gold.Count(found.Contains), gold.Count));
    }

    public Rate Reprints()
    {
        var gold = new Dictionary<string, string>();
        foreach (var group in _answers.GetProperty("reprints").EnumerateArray().Select(group => group.EnumerateArray().Select(id => id.GetString()!).ToList()))
        {
            group.ForEach(id => gold[id] = group[0]);
        }
        var ids = _heads.Keys.ToList();
        double precision = 0, recall = 0;
        foreach (var id in ids)
        {
            var mine = ids.Where(other => _heads[other] == _heads[id]).ToHashSet();
            var theirs = ids.Where(other => gold.GetValueOrDefault(other, other) == gold.GetValueOrDefault(id, id)).ToHashSet();
            var both = (double)mine.Count(theirs.Contains);
            (precision, recall) = (precision + (both / mine.Count), recall + (both / theirs.Count));
        }
        return new Rate(precision / ids.Count, recall / ids.Count);
    }

    public double OriginsRight() => Share(_planted.Count(planted => HomeOf(planted)?.Origins == planted.Origins), _planted.Count);

    public double TypeMacroF1()
    {
        var pairs = _planted.ConvertAll(planted => (Gold: planted.Type, Found: HomeOf(planted)?.Type));
        return pairs.Select(pair => pair.Gold).Distinct().Average(type =>
            new Rate(Share(pairs.Count(pair => pair.Gold == type && pair.Found == type), pairs.Count(pair => pair.Found == type)), Share(pairs.Count(pair => pair.Gold == type && pair.Found == type), pairs.Count(pair => pair.Gold == type))).F1);
    }

    /// <summary>Dates on each topic's timeline, over the events that the articles were planted with.</summary>
    public IEnumerable<(string Topic, Rate Dates, int Events)> Timelines()
    {
        var homes = _planted.Select(planted => (Planted: planted, Home: HomeOf(planted))).ToList();
        foreach (var topic in _stored.SelectMany(stored => stored.Topics).Distinct().Order(StringComparer.Ordinal))
        {
            var on = homes.Where(pair => pair.Home is { } home && home.Topics.Contains(topic)).ToList();
            // A series' timeline should hold every planted event of the series.
            var series = on.Select(pair => pair.Planted.Series).OfType<string>().GroupBy(key => key).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
            var wanted = homes.Count(pair => on.Contains(pair) || (topic.StartsWith("ktt", StringComparison.Ordinal) && pair.Planted.Series == series));
            var right = on.Count(pair => pair.Home!.Edtf == pair.Planted.Date);
            yield return (topic, new Rate(Share(right, on.Count), Share(right, wanted)), on.Count);
        }
    }

    public (List<string> Missed, List<string> Spurious) Discrepancies()
    {
        var planted = _answers.GetProperty("discrepancies").EnumerateArray().Select(row => Name(row.GetProperty("field").GetString()!, row.GetProperty("values").EnumerateArray().Select(value => value.GetString()!))).ToList();
        var found = _stored.SelectMany(stored => stored.Differences.Where(d => d.Class == DifferenceClass.Discrepancy).Select(d => Name(d.Field, d.Values))).ToList();
        return ([.. planted.Except(found)], [.. found.Except(planted)]);
    }

    public IEnumerable<string> EditionsMerged() => _answers.GetProperty("editionPairs").EnumerateArray().Select(pair => (A: pair[0].GetString()!, B: pair[1].GetString()!))
        .Where(pair => _stored.Exists(stored => Only(pair.A, pair.B).Overlaps(stored.Articles) && Only(pair.B, pair.A).Overlaps(stored.Articles)))
        .Select(pair => $"{pair.A} = {pair.B}");

    public IEnumerable<string> StatusWrong() => _planted.Where(planted => HomeOf(planted)?.Status != planted.Status).Select(planted => $"{planted.Key}: {planted.Status} told as {HomeOf(planted)?.Status}");

    /// <summary>Where clusters and planted events differ, in words.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var planted in _planted)
        {
            var home = HomeOf(planted);
            var missing = planted.Articles.Except(home?.Articles ?? []).Order().ToList();
            var extra = (home?.Articles ?? []).Except(planted.Articles).Order().ToList();
            if (missing.Count + extra.Count > 0 || home is null || home.Edtf != planted.Date || home.Type != planted.Type || home.Origins != planted.Origins)
            {
                yield return $"{planted.Key}: -[{string.Join(' ', missing)}] +[{string.Join(' ', extra)}] date {planted.Date} told as {home?.Edtf}, {planted.Type} as {home?.Type}, origins {planted.Origins} as {home?.Origins}";
            }
        }
    }

    /// <summary>Every planted event with the articles that tell it, and what each of them reports where none of its reports stands with the others.</summary>
    public IEnumerable<string> Tellings()
    {
        foreach (var planted in _planted)
        {
            var home = HomeOf(planted);
            yield return $"{planted.Key} ({planted.Type} {planted.Date}): {home?.Slug ?? "no event"}";
            foreach (var article in planted.Articles.Order(StringComparer.Ordinal))
            {
                var isTold = home is not null && _reports[article].Any(report => report.EventId == home.Id);
                yield return $"  {article}: {(isTold ? "told" : "not told by any of its reports:")}";
                foreach (var report in _reports[article].Where(report => !isTold || report.EventId == home?.Id))
                {
                    yield return $"    {(isTold ? "" : $"[{_stored.Find(stored => stored.Id == report.EventId)?.Slug}] ")}{report.Line}";
                }
            }
        }
    }

    /// <summary>The sides of each missed discrepancy, and what the event's articles claim of that field.</summary>
    public IEnumerable<string> MissedDiscrepancies()
    {
        var (missed, _) = Discrepancies();
        foreach (var row in _answers.GetProperty("discrepancies").EnumerateArray())
        {
            var name = Name(row.GetProperty("field").GetString()!, row.GetProperty("values").EnumerateArray().Select(value => value.GetString()!));
            if (!missed.Contains(name))
            {
                continue;
            }
            yield return $"{row.GetProperty("event").GetString()}: {name}";
            foreach (var side in row.GetProperty("sides").EnumerateArray())
            {
                foreach (var article in Texts(side.GetProperty("articles")))
                {
                    foreach (var report in _reports[article])
                    {
                        yield return $"  {side.GetProperty("value").GetString()} by {article}: [{_stored.Find(stored => stored.Id == report.EventId)?.Slug}] {report.Line}";
                    }
                }
            }
        }
    }

    public bool TellsOffTopic() => Texts(_answers.GetProperty("offTopic")).Overlaps(_stored.SelectMany(stored => stored.Articles));

    // An article that tells both says nothing about whether the two were taken for one.
    private HashSet<string> Only(string key, string other) =>
        [.. _planted.Single(planted => planted.Key == key).Articles.Except(_planted.Single(planted => planted.Key == other).Articles)];

    private StoredEvent? HomeOf(Planted planted) => _stored.Select(stored => (Stored: stored, Common: stored.Articles.Count(planted.Articles.Contains)))
        .Where(pair => pair.Common > 0)
        .OrderByDescending(pair => (pair.Stored.Type == planted.Type ? 0.5 : 0) + (pair.Stored.Edtf == planted.Date ? 0.5 : 0) + (2.0 * pair.Common / (pair.Stored.Articles.Count + planted.Articles.Count)))
        .ThenBy(pair => pair.Stored.Slug, StringComparer.Ordinal).FirstOrDefault().Stored;

    private static string Name(string field, IEnumerable<string> values) =>
        $"{field.ToLowerInvariant() switch { "count" => "number", "attendee" => "participant", "signatory" => "signatory", var other => other }} {string.Join('|', values.Select(DiplomacyTracker.Data.Entities.EntitySlug.Of).Order(StringComparer.Ordinal))}";

    private static IEnumerable<(string, string)> Pairs(HashSet<string> articles) =>
        articles.SelectMany(a => articles.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b)));

    private static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;

    private static string LineOf(EventReport report)
    {
        var content = report.Content;
        var text = content.Sentence.Part == TextPart.Headline ? report.Article!.Headline ?? "" : report.Article!.Body;
        return $"{report.Type} {report.Status} {content.Time?.Edtf} {content.Place?.Entity.Key} {content.Summit?.Series} {string.Join(',', report.Features.Actors)}"
            + $" numbers {string.Join(',', content.Figures.Select(figure => $"{figure.Of} {figure.Value}"))} signed by {string.Join(',', content.Signatories.Select(signatory => signatory.Entity.Key))}"
            + $" attended by {string.Join(',', content.Participants.Select(participant => $"{participant.Entity.Key} {participant.Attendance}"))}: {text[content.Sentence.Start..content.Sentence.End]}";
    }

    private static string IdOf(string articleKey) => articleKey.Split('/')[^2];

    private static HashSet<string> Texts(JsonElement row) => [.. row.EnumerateArray().Select(item => item.GetString()!)];
}
