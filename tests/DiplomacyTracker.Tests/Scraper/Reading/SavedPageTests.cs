using System.Text.Json;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Reading;

public sealed class SavedPageTests
{
    private const double FloorByRule = 0.98;
    private const double FloorOfGeneralReader = 0.93;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "DiplomacyTracker.Tests", "Scraper", "Reading", "Pages");

    private sealed record SavedPage(string File, string Url, string Title, string? Byline, string PublishedOn, string Text, PageRule? Rule)
    {
        public ReadArticle Read(bool byRule) => PageReader.Read(new Uri(Url), System.IO.File.ReadAllText(Path.Combine(Folder, File)),
            byRule && Rule is not null ? new SourceDefinition { Page = Rule } : null).Article!;
    }

    private static IEnumerable<SavedPage> Pages => File.ReadLines(Path.Combine(Folder, "expected.jsonl")).Select(line => JsonSerializer.Deserialize<SavedPage>(line, JsonSerializerOptions.Web)!);

    public static TheoryData<string> Files => [.. Pages.Select(page => page.File)];

    [Fact]
    public void Saved_pages_keep_their_text_and_nothing_else_with_the_outlets_rules() =>
        Assert.InRange(Shingles.F1([.. Pages.Select(page => Shingles.Compare(page.Text, page.Read(byRule: true).Text.Body))]), FloorByRule, 1);

    [Fact]
    public void Saved_pages_keep_their_text_and_nothing_else_without_rules() =>
        Assert.InRange(Shingles.F1([.. Pages.Select(page => Shingles.Compare(page.Text, page.Read(byRule: false).Text.Body))]), FloorOfGeneralReader, 1);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_saved_page_gives_its_headline_author_and_day(string file)
    {
        var page = Pages.Single(page => page.File == file);
        var article = page.Read(byRule: false);

        Assert.Equal((page.Title, page.Byline, page.PublishedOn), (article.Title, article.Byline, article.Published?.At.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Blocks_cover_the_text_in_order(string file)
    {
        var text = Pages.Single(page => page.File == file).Read(byRule: false).Text;

        var end = 0;
        foreach (var block in text.Blocks)
        {
            Assert.InRange(block.Start, end, text.Body.Length);
            Assert.InRange(block.End, block.Start + 1, text.Body.Length);
            Assert.False(char.IsWhiteSpace(text.Body[block.Start]) || char.IsWhiteSpace(text.Body[block.End - 1]));
            end = block.End;
        }
    }

    [Theory]
    [InlineData(true, FloorByRule)]
    [InlineData(false, FloorOfGeneralReader)]
    public async Task The_newsrooms_pages_keep_their_text(bool byRule, double floor)
    {
        await using var newsroom = await NewsroomServer.StartAsync(0, [], TestContext.Current.CancellationToken);
        var rules = SourceCatalogue.Parse(new StringReader(newsroom.SourcesYaml())).ToDictionary(source => source.Key);
        var outlets = SampleArticles.Outlets.ToDictionary(outlet => outlet.Key);

        var scores = SampleArticles.All.Select(article =>
        {
            var reading = PageReader.Read(new Uri("https://outlet.example/read/1"), PageWriter.Page(outlets[article.Outlet], article, page: 0), byRule ? rules[article.Outlet] : null);
            return Shingles.Compare(string.Join('\n', article.Body.Select(line => line.TrimStart('#', ' '))), WithoutDateline(reading.Article!.Text));
        }).ToList();

        Assert.InRange(Shingles.F1(scores), floor, 1);
    }

    private static string WithoutDateline(CleanText text) =>
        string.Join('\n', text.Blocks.Where(block => block.Kind != BlockKind.Dateline).Select(block => text.Body[block.Start..block.End]));
}
