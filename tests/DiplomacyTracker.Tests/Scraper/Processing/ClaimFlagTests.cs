using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Dates that contradict themselves are told with the fault, not mended.</summary>
public sealed class ClaimFlagTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weekday_that_is_not_the_dates_own_flags_the_claim()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, "satu.txt", "Koalisi sukarela menggelar pertemuan di Paris pada Rabu (6/1/2026).");
        await ImportAsync(pipeline, "dua.txt", "Koalisi sukarela menggelar pertemuan di Paris pada Selasa (6/1/2026), dengan jamuan malam.");
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);

        await using var db = pipeline.Context();
        var ids = await db.Events.Select(e => e.Id).ToListAsync(Token);
        var dates = (await EventDocument.LoadAsync(db, ids, Token)).Values.SelectMany(document => document.Claims).Where(claim => claim.Field == "date").ToList();

        Assert.Equal(["weekday-mismatch"], dates.Where(claim => claim.Quote.Contains("Rabu", StringComparison.Ordinal)).Select(claim => claim.Flag));
        Assert.Equal([null], dates.Where(claim => claim.Quote.Contains("Selasa", StringComparison.Ordinal)).Select(claim => claim.Flag));
    }

    private static async Task ImportAsync(Pipeline pipeline, string file, string text) =>
        await pipeline.Get<Importer>().ImportAsync(new ImportItem("Harian Contoh", file, null, null, text, Some.Published, "WIB", null, file), Token);
}
