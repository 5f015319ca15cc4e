using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Web.Pages.Articles;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Web;

/// <summary>An article's page: taken down, withdrawn, and changed from version to version. Outlet and texts are invented.</summary>
public sealed class ArticlePageTests(TestDatabase database)
{
    private static readonly DateTimeOffset At = new(2025, 6, 17, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_taken_down_article_is_gone_and_says_why(bool asEditor)
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        var id = await StoreAsync(site, article => article.TakeDown(At, "permintaan <redaksi> & hukum"), "Rapat ditutup.");

        var (status, html) = await site.GetAsync($"/articles/{id}?lang=en", asEditor);

        Assert.Equal(410, status);
        Assert.Contains("permintaan &lt;redaksi&gt; &amp; hukum", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rapat", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_article_is_not_found()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);

        Assert.Equal(404, (await site.GetAsync("/articles/4711")).Status);
    }

    [Fact]
    public async Task An_article_that_its_outlet_withdrew_says_since_when()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        var id = await StoreAsync(site, article => article.WithdrawnAt = At, "Rapat ditutup.");

        var (status, html) = await site.GetAsync($"/articles/{id}?lang=en");

        Assert.Equal(200, status);
        Assert.Contains("Withdrawn by the outlet", html, StringComparison.Ordinal);
        Assert.Contains("17 Jun 2025", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_word_by_word_what_the_outlet_changed()
    {
        await using var site = await SiteBench.CreateAsync(database, Token);
        var id = await StoreAsync(site, _ => { }, "Tiga delegasi <b>hadir</b>.\nPembukaan tetap.", "Empat delegasi <b>hadir</b>.\nPembukaan tetap.", "Empat delegasi <i>pulang</i>.\nPembukaan tetap.");

        var html = (await site.GetAsync($"/articles/{id}?lang=en&version=2", asEditor: true)).Html;
        var newest = (await site.GetAsync($"/articles/{id}?lang=en", asEditor: true)).Html;
        var reader = (await site.GetAsync($"/articles/{id}?lang=en&version=2")).Html;

        Assert.Contains("<del>Tiga</del><ins>Empat</ins> delegasi &lt;b&gt;hadir&lt;/b&gt;.", html, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;pulang&lt;/i&gt;", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiga", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiga", reader, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>hadir", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_texts_can_be_read_from_the_whole_difference() => Prop.ForAll(
        Gen.Zip(Text(), Text()).ToArbitrary(),
        pair =>
        {
            var lines = WordDiff.Of(pair.Item1, pair.Item2);
            var removed = lines.SelectMany(line => line).Where(run => run.Kind == DiffKind.Removed).Sum(run => run.Text.Length);
            var added = lines.SelectMany(line => line).Where(run => run.Kind == DiffKind.Added).Sum(run => run.Text.Length);
            // Line ends part the runs and are in none of them.
            Assert.Equal(Length(pair.Item2) - Length(pair.Item1), added - removed);
            Assert.Equal(pair.Item1 == pair.Item2, lines.Count == 0);
        }).QuickCheckThrowOnFailure();

    private static int Length(string text) => text.Count(c => c != '\n');

    private static Gen<string> Text() => Gen.Elements("rapat", " ", "tiga", ", ", "delegasi", ". ", "hadir").ArrayOf().Select(string.Concat);

    private static async Task<long> StoreAsync(SiteBench site, Action<Article> change, params string[] bodies)
    {
        await using var db = site.Context();
        var article = new Article { ArticleKey = "contoh.example/1", Source = new Source { Key = "contoh", Name = "Contoh", Family = "Contoh" }, StoredAt = At };
        foreach (var body in bodies)
        {
            db.ArticleVersions.Add(article.Take("Rapat Tapal Batas", body, [], [], At, null));
        }
        article.Publish(At, "WIB", DateConfidence.Exact);
        change(article);
        db.Articles.Add(article);
        await db.SaveChangesAsync(Token);
        return article.Id;
    }
}
