using DiplomacyTracker.Data.Sources;

namespace DiplomacyTracker.Tests.Web;

/// <summary>The outlets' page. Outlets are invented.</summary>
public sealed class SourcesPageTests(TestDatabase database)
{
    private static readonly DateTimeOffset At = new(2025, 6, 17, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_the_lines_that_reading_takes_away_and_how_much_of_a_days_list_was_known()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        await using var db = site.Context();
        var source = new Source { Key = "contoh", Name = "Contoh", Family = "Contoh" };
        source.RecordRecall(new DateOnly(2025, 6, 10), listed: 20, known: 17);
        db.OutletLines.Add(Line(source, 1, "Ikuti <Contoh> setiap pagi", articles: 40, days: 9));
        db.OutletLines.Add(Line(source, 2, "Kalimat kantor berita", articles: 4, days: 9));
        await db.SaveChangesAsync(Token);

        var (status, html) = await site.GetAsync("/sources?lang=en");

        Assert.Equal(200, status);
        Assert.Contains("Ikuti &lt;Contoh&gt; setiap pagi", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalimat kantor berita", html, StringComparison.Ordinal);
        Assert.Matches(@"List of\s+10 Jun 2025: 17\s+of\s+20\s+were known", html);
    }

    private static OutletLine Line(Source source, byte number, string sample, int articles, int days) =>
        new() { Source = source, Hash = [number], Sample = sample, Articles = articles, FirstSeenAt = At, LastSeenAt = At.AddDays(days) };
}
