using DiplomacyTracker.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Which blocks must be clustered again when reports come, go or change: where each is, and the month before where that may take it.</summary>
internal static class BlockMarks
{
    public static IEnumerable<string> Of(EventReport report) => report.BlockBefore is { } before && before != report.Block ? [before, report.Block] : [report.Block];

    public static async Task<List<string>> OfAsync(IQueryable<EventReport> reports, CancellationToken cancellationToken)
    {
        var places = await reports.Select(report => new { report.Block, report.BlockBefore }).Distinct().ToListAsync(cancellationToken);
        return [.. places.SelectMany(place => new[] { place.BlockBefore, place.Block }).OfType<string>()];
    }

    /// <summary>The marks, each block once, months in their order: what a month takes from the next is known before the next is clustered.</summary>
    public static List<ClusterMark> For(IEnumerable<string> blocks) => [.. blocks.Distinct().Order(StringComparer.Ordinal).Select(block => new ClusterMark { Block = block })];
}
