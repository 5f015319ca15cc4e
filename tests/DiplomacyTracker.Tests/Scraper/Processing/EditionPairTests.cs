using System.Text.Json;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Labelled pairs of tellings: meetings that are nearly alike, and tellings of one meeting. `scripts/score-editions` prints the figures.</summary>
public sealed class EditionPairTests
{
    private static readonly EventBlocks Blocks = new(KnowledgeBase.Default);
    private static readonly FeatureReader Features = new(KnowledgeBase.Default);

    [Fact]
    public void Meetings_that_are_nearly_alike_stay_apart()
    {
        var pairs = File.ReadLines(Path.Combine(Repository.Root, "tests/DiplomacyTracker.Tests/Samples/edition-pairs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var merged = pairs.Where(pair => !pair.GetProperty("same").GetBoolean() && AreOne(pair)).Select(pair => pair.GetProperty("id").GetString()).ToList();
        var apart = pairs.Where(pair => pair.GetProperty("same").GetBoolean() && !AreOne(pair)).Select(pair => pair.GetProperty("id").GetString()).ToList();

        Say($"merged of {pairs.Count(pair => !pair.GetProperty("same").GetBoolean())} that are two meetings: {merged.Count} {string.Join(' ', merged)}");
        Say($"left apart of {pairs.Count(pair => pair.GetProperty("same").GetBoolean())} that are one: {apart.Count} {string.Join(' ', apart)}");
        Assert.Empty(merged);
    }

    private static bool AreOne(JsonElement pair)
    {
        List<(ReportPlace Place, Telling Telling)> tellings = [.. Tellings(pair.GetProperty("a"), 1), .. Tellings(pair.GetProperty("b"), 2)];
        var taken = new HashSet<Telling>();
        // Months in their order: what one takes of the next is not clustered there.
        return tellings.Select(told => told.Place.Block).Distinct().Order(StringComparer.Ordinal).Any(block =>
        {
            var own = tellings.FindAll(told => told.Place.Block == block && !taken.Contains(told.Telling));
            var guests = tellings.FindAll(told => told.Place.Before == block);
            var groups = EventClusterer.Cluster([.. own.Concat(guests).Select(told => told.Telling)]).GroupsOf(own.Select(told => told.Telling.ReportId).ToHashSet());
            taken.UnionWith(groups.SelectMany(group => group).Select(placed => placed.Telling));
            return groups.Exists(group => group.Select(placed => placed.Telling.ArticleId).Distinct().Count() > 1);
        });
    }

    private static List<(ReportPlace Place, Telling Telling)> Tellings(JsonElement side, int article)
    {
        var published = side.GetProperty("publishedAt").GetDateTimeOffset();
        var text = Some.Text(side.GetProperty("text").GetString()!, published);
        return [.. Some.Tagger.Tag(text).Reports.Select((report, ordinal) => (Blocks.Of(report, published), new Telling(
            (article * 100) + ordinal, article, $"https://contoh.example/{article}", ordinal, report.Type, report.Status, Features.Of(report, text.Of(report.Sentence)), published, "WIB", null, "", null, null)))];
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
