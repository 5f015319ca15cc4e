using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>What of a report decides whether another tells the same event.</summary>
internal sealed class FeatureReader(KnowledgeBase knowledge)
{
    // "KTT Arab-Islam" is a meeting of the Arab League and the OIC, though its name is all that is said.
    private readonly Dictionary<string, List<string>> _hosts = knowledge.SummitSeries
        .Where(row => row.Partners.Count > 0)
        .ToDictionary(row => row.Key, row => row.Body.Length > 0 ? [row.Body, .. row.Partners] : row.Partners.ToList(), StringComparer.Ordinal);

    /// <param name="report">The report.</param>
    /// <param name="sentence">The words that tell it.</param>
    public ReportFeatures Of(Report report, string sentence) => new(
        report.Time?.Interval,
        report.Summit,
        report.Place?.Entity.Key,
        [.. report.Actors.Concat(report.Targets).Concat(report.Participants.Select(participant => participant.Entity)).SelectMany(Keys).Concat(HostsOf(report)).Distinct()],
        SerialFinder.Find(sentence),
        report is { Type: EventType.Consult, Summit: null, IsReference: false } && CeremonyFinder.IsIn(sentence),
        report.IsReference,
        report.Place?.Within?.Key);

    private List<string> HostsOf(Report report) => report.Summit?.Series is { } series ? _hosts.GetValueOrDefault(series) ?? [] : [];

    // A person stands for a state too: one telling names the president, another the country.
    private static IEnumerable<string> Keys(EntityLink entity) => entity.Country is { } country && country != entity.Key ? [entity.Key, country] : [entity.Key];
}
