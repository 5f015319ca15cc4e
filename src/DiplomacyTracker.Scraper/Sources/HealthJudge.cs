using DiplomacyTracker.Data.Sources;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>One signal in which a run is unlike the source's own past.</summary>
internal sealed record Deviation(SourceSignal Signal, double Seen, double Usual);

/// <summary>
/// Compares a run with the runs of the days before, by medians and median absolute deviations, so that a single odd day is no measure. Where one run has too few cases it is taken
/// together with the one before; silence looks back until enough articles were to be expected.
/// </summary>
internal static class HealthJudge
{
    // Makes the median absolute deviation of a normal distribution its standard deviation.
    private const double Normal = 1.4826;

    // Runs that silence looks back over: a week of them.
    private const int LongestSilence = 28;

    /// <param name="history">Earlier runs of the source, oldest first.</param>
    public static IReadOnlyList<Deviation> Judge(SourceRun run, IReadOnlyList<SourceRun> history, HealthRules rules)
    {
        if (history.Count < rules.FewestRuns)
        {
            return [];
        }
        var previous = history[^1];
        return new[]
        {
            Listing(run, previous, history, rules.Of(SourceSignal.Listing)),
            Silent(run, history, rules.Of(SourceSignal.Silent)),
            Share(SourceSignal.Unreadable, r => r.Unreadable, r => r.Pages, run, previous, history, rules),
            Short(run, previous, history, rules.Of(SourceSignal.Short)),
            Share(SourceSignal.Undated, r => r.Lengths.Count - r.Dated, r => r.Lengths.Count, run, previous, history, rules),
            Share(SourceSignal.Duplicates, r => r.Duplicates, r => r.Lengths.Count, run, previous, history, rules),
            Share(SourceSignal.Garbled, r => r.Garbled, r => r.Lengths.Count, run, previous, history, rules),
        }.OfType<Deviation>().ToList();
    }

    // A poll fails, or lists next to nothing of what it used to.
    private static Deviation? Listing(SourceRun run, SourceRun previous, IReadOnlyList<SourceRun> history, SignalRule rule)
    {
        var usual = Measure(SourceSignal.Listing, history);
        var listed = Median(usual.Where(r => r.Polls > r.FailedPolls).Select(r => (double)r.Listed));
        var (polls, failed) = run.Polls >= rule.Count ? (run.Polls, run.FailedPolls) : (run.Polls + previous.Polls, run.FailedPolls + previous.FailedPolls);
        var before = Median(usual.Where(r => r.Polls > 0).Select(r => (double)r.FailedPolls / r.Polls));
        if (polls >= rule.Count && ((double)failed / polls) - before > rule.Share)
        {
            return new Deviation(SourceSignal.Listing, (double)failed / polls, before);
        }
        return run.Polls > run.FailedPolls && listed >= rule.Count && run.Listed < listed * (1 - rule.Share) ? new Deviation(SourceSignal.Listing, run.Listed, listed) : null;
    }

    private static Deviation? Silent(SourceRun run, IReadOnlyList<SourceRun> history, SignalRule rule)
    {
        var measure = Measure(SourceSignal.Silent, history);
        var (expected, found, variance) = (0.0, 0, 0.0);
        for (var i = history.Count; i >= 0 && i > history.Count - LongestSilence; i--)
        {
            var at = i == history.Count ? run : history[i];
            var same = measure.Where(r => r != at && r.StartsAt.Hour == at.StartsAt.Hour).Select(r => (double)r.Found).ToList();
            var usual = Median(same);
            expected += usual;
            found += at.Found;
            variance += Math.Max(Math.Pow(Normal * Median(same.Select(value => Math.Abs(value - usual))), 2), usual);
            // A slow source needs more runs to say that it is silent, and a long silence says it louder.
            if (expected >= rule.Count && found <= expected * rule.Share && (expected - found) / Math.Sqrt(variance) >= rule.Score)
            {
                return new Deviation(SourceSignal.Silent, found, expected);
            }
        }
        return null;
    }

    private static Deviation? Short(SourceRun run, SourceRun previous, IReadOnlyList<SourceRun> history, SignalRule rule)
    {
        var lengths = run.Lengths.Count >= rule.Count ? run.Lengths : [.. run.Lengths, .. previous.Lengths];
        var medians = Measure(SourceSignal.Short, history).Where(r => r.Lengths.Count > 0).Select(r => Median(r.Lengths.Select(length => (double)length))).ToList();
        if (run.Lengths.Count == 0 || lengths.Count < rule.Count || medians.Count == 0)
        {
            return null;
        }
        var (seen, usual) = (Median(lengths.Select(length => (double)length)), Median(medians));
        var spread = Math.Max(Normal * Median(medians.Select(value => Math.Abs(value - usual))), usual * 0.1);
        return seen < usual * (1 - rule.Share) && (usual - seen) / spread >= rule.Score ? new Deviation(SourceSignal.Short, seen, usual) : null;
    }

    private static Deviation? Share(
        SourceSignal signal, Func<SourceRun, int> hits, Func<SourceRun, int> cases, SourceRun run, SourceRun previous, IReadOnlyList<SourceRun> history, HealthRules rules)
    {
        var rule = rules.Of(signal);
        var isEnough = cases(run) >= rule.Count;
        var (k, n) = isEnough ? (hits(run), cases(run)) : (hits(run) + hits(previous), cases(run) + cases(previous));
        if (cases(run) == 0 || n < rule.Count)
        {
            return null;
        }
        var shares = Measure(signal, history).Where(r => cases(r) > 0).Select(r => (double)hits(r) / cases(r)).ToList();
        var usual = Median(shares);
        var spread = Math.Max(Math.Max(Normal * Median(shares.Select(value => Math.Abs(value - usual))), Math.Sqrt(usual * (1 - usual) / n)), 0.05);
        var seen = (double)k / n;
        return seen - usual > rule.Share && (seen - usual) / spread >= rule.Score ? new Deviation(signal, seen, usual) : null;
    }

    // A run that was unlike the others is no measure in what it was unlike: a break does not become usual by lasting.
    private static List<SourceRun> Measure(SourceSignal signal, IReadOnlyList<SourceRun> history) => [.. history.Where(run => !run.Deviations.Contains(signal)).TakeLast(HealthRules.BuiltIn.HistoryRuns)];

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
