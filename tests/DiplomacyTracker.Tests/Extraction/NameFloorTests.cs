using System.Globalization;
using System.Text.Json;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class NameFloorTests
{
    [Fact]
    public void Names_of_the_labelled_articles_are_found_and_linked_well_enough()
    {
        var score = new LabelledNames(Repository.SharedOrSkip("gold/dev.jsonl"), "mentions", type => type.ToString().ToLowerInvariant());

        Assert.True(score.F1() >= 0.93, $"F1 is {score.F1():0.000}");
        Assert.True(score.F1("country") >= 0.97, $"F1 of countries is {score.F1("country"):0.000}");
        Assert.True(score.F1("person") >= 0.95, $"F1 of persons is {score.F1("person"):0.000}");
        Assert.True(score.F1("summit") >= 0.85, $"F1 of summits is {score.F1("summit"):0.000}");
        Assert.True(score.LinkAccuracy >= 0.97, $"Links are right at {score.LinkAccuracy:0.000}");
    }

    [Fact]
    public void Names_of_the_founding_articles_are_found_and_linked_well_enough()
    {
        var folder = Repository.SharedOrSkip("seeds");
        var labels = File.ReadLines(Path.Combine(Repository.Root, "tests/DiplomacyTracker.Tests/Samples/seed-names.tsv")).Skip(1).Select(line => line.Split('\t')).ToLookup(row => row[0]);
        var rows = File.ReadLines(Path.Combine(folder, "index.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(row => JsonSerializer.SerializeToElement(new
        {
            text = File.ReadAllText(Path.Combine(folder, row.GetProperty("file").GetString()!)),
            publishedAt = row.GetProperty("publishedAt").GetString(),
            mentions = labels[row.GetProperty("file").GetString()!].Select(label => new { start = int.Parse(label[1], CultureInfo.InvariantCulture), end = int.Parse(label[2], CultureInfo.InvariantCulture), type = label[4], link = label[5] }),
        }));
        var score = new LabelledNames(rows, "mentions", type => type.ToString().ToLowerInvariant());

        Assert.True(score.F1() >= 0.95, $"F1 is {score.F1():0.000}");
        Assert.True(score.LinkAccuracy >= 0.97, $"Links are right at {score.LinkAccuracy:0.000}");
    }

    [Fact]
    public void Names_of_the_sample_articles_are_found_and_linked_well_enough()
    {
        var score = new LabelledNames(Path.Combine(Repository.Root, "tests/DiplomacyTracker.Tests/Samples/names.jsonl"), "mentions", type => type.ToString().ToLowerInvariant());

        Assert.True(score.F1() >= 0.96, $"F1 is {score.F1():0.000}");
        Assert.True(score.LinkAccuracy >= 0.95, $"Links are right at {score.LinkAccuracy:0.000}");
    }

    [Theory]
    [InlineData("gold/ner/idner2k.dev.jsonl", 0.87)]
    [InlineData("gold/ner/nergrit.dev.jsonl", 0.78)]
    public void Single_sentences_of_the_public_sets_are_read_as_the_sets_label_them(string file, double floor)
    {
        var score = new LabelledNames(Repository.SharedOrSkip(file), "entities", type => type switch
        {
            EntityType.Person => "PER",
            EntityType.Organization => "ORG",
            EntityType.Country or EntityType.Place => "LOC",
            _ => null,
        });

        Assert.True(score.F1() >= floor, $"F1 is {score.F1():0.000}");
    }
}
