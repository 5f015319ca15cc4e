using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>
/// Puts the reports of one block together that tell one event. Deterministic: the answer depends on the reports alone, never on the order in which
/// they came. Editions, years and places of meetings that differ separate for good; headlines decide nothing.
/// </summary>
internal static class EventClusterer
{
    // Two tellings of one meeting may differ by a day or two (a zone, a report's own date); further apart they are two meetings.
    private const int DaysApart = 2;
    // An article that names no day tells of something near its own publication.
    private const int DaysAroundPublication = 6;

    public static List<List<EventReport>> Cluster(IEnumerable<EventReport> reports)
    {
        var clusters = new List<Group>();
        foreach (var report in InOrder(reports))
        {
            var best = clusters.Select(cluster => (Home: cluster, Fit: cluster.FitOf(report)))
                .Where(candidate => candidate.Fit.Score > 0)
                .OrderByDescending(candidate => candidate.Fit.Score)
                .FirstOrDefault();
            if (best.Home is { } home)
            {
                home.Add(report, best.Fit.Why);
            }
            else
            {
                clusters.Add(new Group(report));
            }
        }
        return [.. clusters.Select(cluster => cluster.Reports)];
    }

    // The best dated and named first, so that vague tellings find a cluster to join; then by what never changes.
    private static IOrderedEnumerable<EventReport> InOrder(IEnumerable<EventReport> reports) => reports
        .OrderByDescending(report => report.Content.Time?.Interval is { IsDay: true } or { Precision: DatePrecision.DayRange })
        .ThenByDescending(report => report.Content.Summit?.Edition is not null)
        .ThenByDescending(report => report.Content.Place is not null)
        .ThenBy(report => report.Content.Time?.Interval?.From ?? DateOnly.MaxValue)
        .ThenBy(report => report.Article!.PublishedAt ?? DateTimeOffset.MaxValue)
        .ThenBy(report => report.Article!.ArticleKey, StringComparer.Ordinal)
        .ThenBy(report => report.Ordinal);

    private sealed class Group
    {
        private readonly HashSet<string> _actors = new(StringComparer.Ordinal);

        public Group(EventReport first)
        {
            Add(first, "first-telling");
        }

        public List<EventReport> Reports { get; } = [];

        public void Add(EventReport report, string why)
        {
            report.Why = why;
            Reports.Add(report);
            _actors.UnionWith(ActorsOf(report));
        }

        public (int Score, string Why) FitOf(EventReport report)
        {
            var content = report.Content;
            if (Reports.Exists(other => Separates(other.Content, content)))
            {
                return (0, "");
            }
            var nearness = Reports.Max(other => Nearness(other, report));
            if (nearness == 0)
            {
                return (0, "");
            }
            var evidence = new List<string> { nearness == 3 ? "same-date" : nearness == 2 ? "near-date" : "same-period" };
            var score = nearness;
            if (content.Summit is { } summit && Reports.Exists(other => other.Content.Summit is { } known && Names(known, summit)))
            {
                score += 4;
                evidence.Add("same-meeting");
            }
            if (content.Place is { } place && Reports.Exists(other => other.Content.Place?.Entity.Key == place.Entity.Key))
            {
                score += 2;
                evidence.Add("same-place");
            }
            var shared = ActorsOf(report).Count(_actors.Contains);
            score += Math.Min(shared, 3);
            if (shared > 0)
            {
                evidence.Add("shared-participants");
            }
            const int needed = 5;
            return score >= needed ? (score, string.Join(' ', evidence)) : (0, "");
        }
    }

    private static bool Separates(Report a, Report b) =>
        a.Type != b.Type || (a.Summit is { } first && b.Summit is { } second && first.Excludes(second));

    private static bool Names(SummitReference a, SummitReference b) =>
        !a.Excludes(b) && ((a.Series is not null && a.Series == b.Series) || (a.Place is not null && a.Place == b.Place));

    private static IEnumerable<string> ActorsOf(EventReport report) =>
        report.Content.Actors.Concat(report.Content.Targets).Concat(report.Content.Participants.Select(participant => participant.Entity))
            .Select(entity => entity.Key).Distinct();

    /// <summary>3: days meet. 2: days lie close, or a vague date holds the other. 1: one has no date, and was published around the other. 0: apart.</summary>
    private static int Nearness(EventReport a, EventReport b)
    {
        var first = a.Content.Time?.Interval;
        var second = b.Content.Time?.Interval;
        if (first is null || second is null)
        {
            return Near(first ?? Around(a), second ?? Around(b)) ? 1 : 0;
        }
        if (IsPrecise(first) && IsPrecise(second))
        {
            return Overlap(first, second, 0) ? 3 : Overlap(first, second, DaysApart) ? 2 : 0;
        }
        return Overlap(first, second, 0) ? 2 : 0;
    }

    private static bool Near(DateInterval? a, DateInterval? b) => a is not null && b is not null && Overlap(a, b, 0);

    private static DateInterval? Around(EventReport report) => report.Article!.PublishedLocally is { } at
        ? new DateInterval(Day(at).AddDays(-DaysAroundPublication), Day(at).AddDays(DaysAroundPublication), DatePrecision.Week)
        : null;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static bool IsPrecise(DateInterval interval) =>
        interval is { From: not null, To: not null, Precision: DatePrecision.Day or DatePrecision.DayRange };

    private static bool Overlap(DateInterval a, DateInterval b, int slack) =>
        Start(a) <= AddDays(End(b), slack) && Start(b) <= AddDays(End(a), slack);

    private static DateOnly Start(DateInterval interval) => interval.From ?? DateOnly.MinValue;

    private static DateOnly End(DateInterval interval) => interval.To ?? DateOnly.MaxValue;

    private static DateOnly AddDays(DateOnly day, int days) => day > DateOnly.MaxValue.AddDays(-days) ? DateOnly.MaxValue : day.AddDays(days);
}
