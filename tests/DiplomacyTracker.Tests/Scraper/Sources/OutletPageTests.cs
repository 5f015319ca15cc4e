using System.Globalization;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Sources;

/// <summary>One saved page and one row an outlet: pages in the outlet's own habits of markup, with text written for this test.</summary>
public sealed class OutletPageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Saved", "Outlets");

    public static IEnumerable<TheoryDataRow<string, string, string, string, string, string, string>> Rows() => File.ReadLines(Path.Combine(Folder, "rows.tsv"))
        .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
        .Select(cells => new TheoryDataRow<string, string, string, string, string, string, string>(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_outlets_page_gives_title_date_and_clean_text(string key, string url, string title, string published, string first, string last, string gone)
    {
        var article = PageReader.Read(new Uri(url), File.ReadAllText(Path.Combine(Folder, key + ".html")), SourceCatalogue.BuiltIn().Find(key)).Article!;

        Assert.Equal(title, article.Title);
        Assert.Equal(DateTimeOffset.Parse(published, CultureInfo.InvariantCulture), article.Published!.At);
        Assert.StartsWith(first, article.Text.Body, StringComparison.Ordinal);
        Assert.EndsWith(last, article.Text.Body, StringComparison.Ordinal);
        Assert.All(gone.Split('|'), phrase => Assert.DoesNotContain(phrase, article.Text.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_outlet_has_its_saved_page() =>
        Assert.Equal(SourceCatalogue.BuiltIn().Sources.Select(source => source.Key).Order(), Rows().Select(row => row.Data.Item1).Order());

    [Fact]
    public void Links_that_a_list_keeps_in_its_script_are_found()
    {
        var html = File.ReadAllText(Path.Combine(Folder, "pantau.html"));
        var source = new SourceDefinition { Shape = "next-data", ArticlePattern = "/dunia/" };

        Assert.Contains(new Uri("https://pantau.com/dunia/300002/contoh-lain"), ListPage.Links(new Uri("https://pantau.com/?sort=latest"), html, source));
    }
}
