using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>The independent origins of an event's articles: reprints of one text are one origin, and so are all that cite one wire.</summary>
internal sealed class OriginGroups
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names;

    /// <param name="reports">By publication, so that the first to tell gives an uncited group its name.</param>
    public OriginGroups(IReadOnlyList<EventReport> reports)
    {
        foreach (var report in reports)
        {
            // What an article takes from somebody joins it to all who take from there; its text joins it to the copies of that text.
            _parents[Root(TextOf(report))] = Root($"origin {report.Origin}");
        }
        _names = reports.GroupBy(report => Root(TextOf(report))).ToDictionary(group => group.Key, group => NameOf([.. group]));
        Tally = [.. reports.DistinctBy(report => report.ArticleId).GroupBy(report => Root(TextOf(report))).Select(group => group.Count()).OrderDescending()];
    }

    /// <summary>Articles by origin, largest first.</summary>
    public IReadOnlyList<int> Tally { get; }

    /// <summary>The origin of one telling: whom its group cites most, else who told it first.</summary>
    public string Of(EventReport report) => _names[Root(TextOf(report))];

    private static string NameOf(List<EventReport> group) =>
        group.Where(report => report.Origin != report.Article!.Source?.Key).GroupBy(report => report.Origin)
            .OrderByDescending(cited => cited.Count()).ThenBy(cited => cited.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key ?? group[0].Origin;

    private static string TextOf(EventReport report) => $"text {report.Article!.ReprintOfId ?? report.ArticleId}";

    private string Root(string one)
    {
        while (_parents.TryGetValue(one, out var parent) && parent != one)
        {
            one = parent;
        }
        return one;
    }
}
