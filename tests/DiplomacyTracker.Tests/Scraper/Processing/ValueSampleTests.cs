using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Labelled pairs of values of one field; `scripts/score-values` prints how many are classed as they are labelled.</summary>
public sealed class ValueSampleTests
{
    [Fact]
    public void Labelled_pairs_of_values_are_classed()
    {
        var comparer = new ValueComparer(new KnownNames(KnowledgeBase.Default));
        var pairs = ValuePair.Sample().Select((pair, row) => new Classed(pair, comparer, IsForTuning: row % 2 == 0)).ToList();

        Say($"all: {Share(pairs)}");
        Say($"tuned on (every other row): {Share(pairs.FindAll(pair => pair.IsForTuning))}");
        Say($"held out: {Share(pairs.FindAll(pair => !pair.IsForTuning))}");
        foreach (var kind in pairs.GroupBy(pair => pair.Pair.Class))
        {
            Say($"  {kind.Key}: {Share([.. kind])}");
        }
        // What was held out is looked at through its figure alone.
        foreach (var miss in pairs.Where(pair => pair.IsForTuning && !pair.IsRight))
        {
            Say($"  {miss.Pair.Id} {miss.Pair.Class} classed as {miss.Found}");
        }
        Assert.True(pairs.Count(pair => pair.IsRight) >= 0.9 * pairs.Count, Share(pairs));
        Assert.True(pairs.Count(pair => pair is { IsForTuning: false, IsRight: true }) >= 0.8 * pairs.Count(pair => !pair.IsForTuning), "held out");
    }

    private static string Share(List<Classed> pairs) =>
        string.Create(CultureInfo.InvariantCulture, $"{pairs.Count(pair => pair.IsRight)} of {pairs.Count} ({pairs.Count(pair => pair.IsRight) / (double)pairs.Count:0.000})");

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private sealed record Classed(ValuePair Pair, ValueComparer Comparer, bool IsForTuning)
    {
        public string Found { get; } = Comparer.Compare(Pair.Field, Pair.A, Pair.B) switch
        {
            null => "same",
            DifferenceClass.Compatible => "compatible",
            DifferenceClass.OtherScope => "other-scope",
            DifferenceClass.TimeZone => "time-zone",
            DifferenceClass.LaterUpdate => "later-update",
            _ => "discrepancy",
        };

        public bool IsRight => Pair.Class == Found;
    }
}
