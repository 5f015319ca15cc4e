using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Tests.Web;

/// <summary>A meeting's page leads to what was met for around it, and back. Outlet and texts are invented.</summary>
public sealed class NeighbourTests(TestDatabase database)
{
    private static readonly DateTimeOffset At = new(2026, 1, 8, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_leads_to_what_prepared_and_followed_it_and_to_its_series_other_editions()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        await StoreAsync(site);

        var html = (await site.GetAsync("/events/ktt-47?lang=en")).Html;

        Assert.Matches("<strong>Before</strong> · <a href=\"/events/persiapan\">[^<]*</a>", html);
        Assert.Matches("<strong>Edition before</strong> · <a href=\"/events/ktt-46\">", html);
        Assert.Contains("<q>menjelang KTT ke-47</q>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/events/lain", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_beside_a_meeting_leads_to_it()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        await StoreAsync(site);

        Assert.Matches("<dt>Menjelang</dt><dd><a href=\"/events/ktt-47\">", (await site.GetAsync("/events/persiapan?lang=id")).Html);
    }

    [Fact]
    public async Task A_page_of_the_first_days_of_the_calendar_is_shown()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        await StoreAsync(site);

        Assert.Contains("<dt>Menjelang</dt>", (await site.GetAsync("/events/kuno?lang=id")).Html, StringComparison.Ordinal);
    }

    private static async Task StoreAsync(SiteBench site)
    {
        await using var db = site.Context();
        var article = new Article { ArticleKey = "contoh.example/1", Source = new Source { Key = "contoh", Name = "Contoh", Family = "Contoh" }, StoredAt = At };
        db.ArticleVersions.Add(article.Take("Pertemuan", "Pertemuan digelar menjelang KTT ke-47.", [], [], At, null));
        article.Publish(At, "WIB", DateConfidence.Exact);
        await AddAsync(db, article, "ktt-46", new DateOnly(2025, 5, 26), edition: 46);
        await AddAsync(db, article, "ktt-47", new DateOnly(2025, 10, 26), edition: 47);
        await AddAsync(db, article, "persiapan", new DateOnly(2025, 10, 24), occasion: "asean-summit 47");
        await AddAsync(db, article, "kuno", DateOnly.MinValue, occasion: "asean-summit 47");
        await AddAsync(db, article, "lain", new DateOnly(2025, 10, 24), occasion: "asean-summit 46");
    }

    private static async Task AddAsync(TrackerContext db, Article article, string slug, DateOnly day, int? edition = null, string? occasion = null)
    {
        var told = new DiplomaticEvent
        {
            Slug = slug,
            TitleId = slug,
            TitleEn = slug,
            Block = "cooperation/2025-10",
            Type = EventType.Consult,
            From = day,
            To = day,
            SortOn = day,
            Precision = DatePrecision.Day,
            IsSummit = edition is not null,
            SummitSeries = edition is null ? null : "asean-summit",
            SummitEdition = edition,
            RecordedAt = At,
            ChangedAt = At,
            Claims = occasion is null ? [] : [new Claim { Article = article, Field = ClaimField.Occasion, Subject = "before", Value = occasion, Part = TextPart.Body, Quote = "menjelang KTT ke-47", Origin = "contoh" }],
        };
        db.Events.Add(told);
        await db.SaveChangesAsync(Token);
        var summit = edition is null ? null : new SummitReference("asean-summit", edition, 2025, null);
        db.Reports.Add(new EventReport
        {
            EventId = told.Id,
            ArticleId = article.Id,
            Ordinal = db.Reports.Count(),
            Type = EventType.Consult,
            Origin = "contoh",
            Block = told.Block,
            Digest = slug,
            Content = new Report(EventType.Consult, EventStatus.Held, new TextSpan(TextPart.Body, 0, 9), summit, null, null, [], [], [], [], [], [], []),
            Features = new ReportFeatures(new DateInterval(day, day, DatePrecision.Day), summit, null, ["MY"], null),
        });
        await db.SaveChangesAsync(Token);
    }
}
