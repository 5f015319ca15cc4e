using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Sources;

/// <summary>Breaks a simulated source in every way that sources break, after fourteen good days. Pages and feeds are written and really read; the clock is simulated.</summary>
public sealed class HealthJudgeTests(ITestOutputHelper output)
{
    public static TheoryData<SourceFault> Faults() => new(Enum.GetValues<SourceFault>());

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_breakage_is_flagged_within_two_runs(SourceFault fault)
    {
        var source = new SimulatedSource(seed: 11);
        source.Run(days: 14, fault: null);

        var first = source.Run(fault);
        var flagged = first.Count > 0 ? first : source.Run(fault);

        output.WriteLine($"{fault,-20} {(first.Count > 0 ? "run 1" : flagged.Count > 0 ? "run 2" : "missed")}  {string.Join(", ", flagged.Select(one => $"{one.Signal} {one.Seen:0.##} (usual {one.Usual:0.##})"))}");
        Assert.NotEmpty(flagged);
    }

    [Fact]
    public void A_hundred_healthy_days_of_sources_raise_no_alarm()
    {
        var alarms = new List<string>();
        for (var seed = 1; seed <= 10; seed++)
        {
            var source = new SimulatedSource(seed);
            source.Run(days: 14, fault: null);
            alarms.AddRange(source.Run(days: 10, fault: null).Select(one => $"source {seed}: {one}"));
        }
        output.WriteLine($"100 healthy source-days, {alarms.Count} alarms");
        Assert.Empty(alarms);
    }

    [Fact]
    public void A_source_without_a_past_is_not_judged()
    {
        var source = new SimulatedSource(seed: 3);

        Assert.Empty(source.Run(SourceFault.FeedEmpty));
    }

    [Fact]
    public void A_break_does_not_become_usual_by_lasting()
    {
        var source = new SimulatedSource(seed: 5);
        source.Run(days: 14, fault: null);
        for (var run = 0; run < 40; run++)
        {
            source.Run(SourceFault.FeedStuck);
        }

        Assert.Contains(source.Run(SourceFault.FeedStuck), one => one.Signal == SourceSignal.Silent);
    }
}
