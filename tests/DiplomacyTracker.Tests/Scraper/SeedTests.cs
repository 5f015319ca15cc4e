using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>The two articles that the product was thought of for: all that must be seen of them.</summary>
public sealed class SeedTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_two_founding_articles_show_what_they_must()
    {
        var (items, _) = ImportReader.Read(Repository.SharedOrSkip("seeds"));
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        foreach (var item in items)
        {
            await pipeline.Get<Importer>().ImportAsync(item, Token);
        }
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);

        await using var db = pipeline.Context();
        var events = await db.Events.Where(e => e.MergedIntoId == null && !e.Withdrawn)
            .Include(e => e.Claims).Include(e => e.Discrepancies).Include(e => e.Participants).ThenInclude(one => one.Entity).AsSplitQuery().ToListAsync(Token);
        var summit = Assert.Single(events, e => e.SourceCount == 2);

        // One disagreement, with what may lie behind it and the words of both.
        var disputed = Assert.Single(events.SelectMany(e => e.Discrepancies), d => d.Class == DifferenceClass.Discrepancy);
        Assert.Equal((ClaimField.Date, summit.Id), (disputed.Field, disputed.EventId));
        Assert.Equal(["2026-01-06", "2026-01-07"], disputed.Values);
        Assert.Contains("typing-error", disputed.Causes);
        Assert.Contains("venue-zone", disputed.Causes);
        Assert.Contains(summit.Claims, claim => claim is { Field: ClaimField.Date, Value: "2026-01-07" } && claim.Quote.Contains("Rabu, 7 Januari 2026", StringComparison.Ordinal));
        Assert.Contains(summit.Claims, claim => claim is { Field: ClaimField.Date, Value: "2026-01-06" } && claim.Quote.Contains("Pada 6 Januari", StringComparison.Ordinal));

        // Eight who were there, with their offices as far as the texts give them; one expected; one not on the agenda, in those words.
        var present = summit.Participants.Where(one => one.Attendance == Attendance.Present).ToDictionary(one => one.Entity!.Key, one => one.Office);
        string[] names = ["emmanuel-macron", "volodymyr-zelenskyy", "keir-starmer", "mark-carney", "friedrich-merz", "giorgia-meloni", "steve-witkoff", "jared-kushner"];
        Assert.Equal(names.Order(StringComparer.Ordinal), present.Keys.Order(StringComparer.Ordinal));
        Assert.All(names[..7], name => Assert.False(string.IsNullOrEmpty(present[name]), $"{name} has no office"));
        Assert.Equal(Attendance.Expected, AttendanceOf(summit, "mark-rutte"));
        Assert.Equal(Attendance.Absent, AttendanceOf(summit, "RU"));
        Assert.Contains(summit.Claims, claim => claim is { Field: ClaimField.Participant, Subject: "RU" } && claim.Quote.Contains("tidak termasuk dalam agenda", StringComparison.Ordinal));

        // What was open and then signed went on; it is no disagreement.
        Assert.Contains(summit.Discrepancies, d => d is { Field: ClaimField.Outcome, Class: DifferenceClass.LaterUpdate });
        Assert.Contains(summit.Claims, claim => claim.Field == ClaimField.Outcome && claim.Quote.Contains("keputusan final", StringComparison.Ordinal));
        Assert.Contains(summit.Claims, claim => claim.Field == ClaimField.Outcome && claim.Quote.Contains("menandatangani deklarasi", StringComparison.Ordinal));

        // Background stands at its own dates.
        Assert.Contains(events, e => e.Id != summit.Id && Day(e.SortOn) == "2025-12-01" && e.DateValue == "2025-12");
        Assert.Contains(events, e => e.Id != summit.Id && Day(e.SortOn) == "2025-11-21" && e.DateValue == "2025-11-END");
    }

    private static Attendance AttendanceOf(DiplomaticEvent e, string key) => e.Participants.Single(one => one.Entity!.Key == key).Attendance;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
