using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Tests.Scraper;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Events that are told on either side of a month's end.</summary>
public sealed class MonthEdgeTests(TestDatabase database)
{
    private const string LastDay = "Jepang dan Filipina menandatangani perjanjian pertahanan di Manila pada 31 Januari 2026.";
    private const string FirstDay = "Jepang dan Filipina menandatangani perjanjian pertahanan di Manila pada 1 Februari 2026.";

    private static readonly DateTimeOffset Published = new(2026, 2, 2, 9, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_event_on_the_last_or_the_first_of_a_month_is_one_with_two_dates(bool isEarlierFirst)
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        foreach (var text in isEarlierFirst ? [LastDay, FirstDay] : new[] { FirstDay, LastDay })
        {
            await ImportAsync(pipeline, text == LastDay ? "Harian Contoh" : "Kabar Contoh", text);
        }

        await using var db = pipeline.Context();
        var told = await db.Events.Include(e => e.Discrepancies).SingleAsync(e => e.MergedIntoId == null && !e.Withdrawn, Token);
        Assert.Equal(2, told.ArticleCount);
        Assert.Equal(["2026-01-31", "2026-02-01"], Assert.Single(told.Discrepancies, d => d.Field == ClaimField.Date).Values.Order());
        // An address that was given out for the later day leads on.
        Assert.All(await db.Events.Where(e => e.Id != told.Id).ToListAsync(Token), former => Assert.Equal(told.Id, former.MergedIntoId));
    }

    [Fact]
    public async Task What_a_month_took_from_the_next_goes_on_there_when_its_own_telling_is_gone()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, "Harian Contoh", LastDay);
        await ImportAsync(pipeline, "Kabar Contoh", FirstDay);
        await using var db = pipeline.Context();
        var key = await db.Articles.Where(article => article.Source!.Name == "Harian Contoh").Select(article => article.ArticleKey).SingleAsync(Token);

        await pipeline.Get<Takedown>().RunAsync(key, "asked for by the outlet", Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);

        var left = await db.Events.SingleAsync(e => e.MergedIntoId == null && !e.Withdrawn, Token);
        Assert.Equal(("cooperation/2026-02", "2026-02-01", 1), (left.Block, left.Edtf, left.ArticleCount));
        Assert.Equal("cooperation/2026-02", (await db.Reports.SingleAsync(Token)).Block);
    }

    private static async Task ImportAsync(Pipeline pipeline, string outlet, string text)
    {
        await pipeline.Get<Importer>().ImportAsync(new ImportItem(outlet, "satu", null, null, text, Published, "WIB", null, "satu"), Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }
}
