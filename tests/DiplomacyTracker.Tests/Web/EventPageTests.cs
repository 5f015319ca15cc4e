using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Tests.Web;

/// <summary>An event's page says where a date's own words contradict themselves. Outlet and text are invented.</summary>
public sealed class EventPageTests(TestDatabase database)
{
    private const string Body = "Pertemuan digelar di Paris pada Rabu (6/1/2026).";
    private const string Words = "Rabu (6/1/2026)";

    private static readonly DateTimeOffset At = new(2026, 1, 8, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TimeFlag.WeekdayMismatch, false, true)]
    [InlineData(TimeFlag.WeekdayMismatch, true, true)]
    [InlineData(null, false, false)]
    public async Task A_weekday_that_is_not_the_dates_own_is_said_once_beside_its_words(TimeFlag? flag, bool isDisputed, bool isSaid)
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        await StoreAsync(site, flag, isDisputed);

        var english = (await site.GetAsync("/events/pertemuan-paris?lang=en")).Html;
        var indonesian = (await site.GetAsync("/events/pertemuan-paris?lang=id")).Html;

        Assert.Equal(isSaid ? 1 : 0, Count(english, "the weekday and the date in these words do not match"));
        Assert.Equal(isSaid ? 1 : 0, Count(indonesian, "hari dan tanggal dalam kata-kata ini tidak cocok"));
    }

    private static int Count(string html, string words) => html.Split(words).Length - 1;

    private static async Task StoreAsync(SiteBench site, TimeFlag? flag, bool isDisputed)
    {
        await using var db = site.Context();
        var article = new Article { ArticleKey = "contoh.example/1", Source = new Source { Key = "contoh", Name = "Contoh", Family = "Contoh" }, StoredAt = At };
        db.ArticleVersions.Add(article.Take("Pertemuan Paris", Body, [], [], At, null));
        article.Publish(At, "WIB", DateConfidence.Exact);
        var (start, end) = (Body.IndexOf(Words, StringComparison.Ordinal), Body.Length - 1);
        db.ArticleTimes.Add(new ArticleTime { Article = article, Part = TextPart.Body, Start = start, End = end, Surface = Words, Kind = TimeKind.Date, Edtf = "2026-01-06", Flag = flag });
        db.Events.Add(new DiplomaticEvent
        {
            Slug = "pertemuan-paris",
            TitleId = "Pertemuan Paris",
            TitleEn = "Paris meeting",
            Block = "cooperation/2026-01",
            From = new DateOnly(2026, 1, 6),
            To = new DateOnly(2026, 1, 6),
            Precision = DatePrecision.Day,
            RecordedAt = At,
            ChangedAt = At,
            Claims = [Date(article, "2026-01-06", start, end), .. isDisputed ? [Date(article, "2026-01-07", 0, 9)] : Array.Empty<Claim>()],
            Discrepancies = isDisputed ? [new Discrepancy { Field = ClaimField.Date, Class = DifferenceClass.Discrepancy, Values = ["2026-01-06", "2026-01-07"] }] : [],
        });
        await db.SaveChangesAsync(Token);
    }

    private static Claim Date(Article article, string value, int start, int end) => new()
    {
        Article = article,
        Field = ClaimField.Date,
        Value = value,
        Part = TextPart.Body,
        Start = start,
        End = end,
        Quote = Body,
        Origin = "contoh",
    };
}
