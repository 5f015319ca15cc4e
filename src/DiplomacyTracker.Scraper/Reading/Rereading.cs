using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Reads the archive of stored pages again, without any network. Pages wait in the database: after a kill the next run goes on with those that still wait.</summary>
internal sealed class Rereading(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue, ReadStage stage)
{
    private const int ReportEvery = 100;

    /// <param name="all">Also the pages that were read by this program with the outlet's present rule.</param>
    /// <returns>How many pages were read.</returns>
    public async Task<int> RunAsync(bool all, Action<string> report, CancellationToken cancellationToken)
    {
        var waiting = await MarkAsync(all, cancellationToken);
        report($"{waiting} pages wait to be read");
        var read = 0;
        while (await stage.RunOnceAsync(cancellationToken))
        {
            if (++read % ReportEvery == 0)
            {
                report($"{read} of {waiting} pages read");
            }
        }
        report($"{read} of {waiting} pages read");
        return read;
    }

    private async Task<int> MarkAsync(bool all, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var source in await db.Sources.AsNoTracking().ToListAsync(cancellationToken))
        {
            var version = ReaderVersion.Of(catalogue.Of(source));
            await db.Snapshots
                .Where(snapshot => snapshot.FrontierEntry!.SourceId == source.Id && snapshot.ReadAt != null && snapshot.IsWhole && (all || snapshot.ReaderVersion != version))
                .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.ReadAt, (DateTimeOffset?)null), cancellationToken);
        }
        return await db.Snapshots.CountAsync(snapshot => snapshot.ReadAt == null && snapshot.IsWhole, cancellationToken);
    }
}
