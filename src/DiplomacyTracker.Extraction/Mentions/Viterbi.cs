using System.Runtime.Intrinsics;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The best path through tag scores; an inside tag follows only its own beginning or inside. Tags stand in the lanes of vectors, tag t in lane t + 1, the first of no meaning.</summary>
internal static class Viterbi
{
    private const int Never = int.MinValue / 4;
    private const int Tags = SequenceModel.Tags;

    private static readonly Vector256<int> Beginning = Vector256.Create([Never, .. Enumerable.Range(0, Tags).Select(tag => IsInside(tag) ? Never : 0)]);

    /// <summary>Scores of each step as vectors, one a tag that it comes from.</summary>
    /// <param name="transitions">The same step by step, by the tag it comes from.</param>
    public static Vector256<int>[] Steps(ReadOnlySpan<sbyte> transitions)
    {
        var steps = new Vector256<int>[Tags];
        for (var from = 0; from < Tags; from++)
        {
            steps[from] = Vector256.Create(Never);
            for (var tag = 0; tag < Tags; tag++)
            {
                steps[from] = steps[from].WithElement(tag + 1, MayFollow(from, tag) ? transitions[(from * Tags) + tag] : Never);
            }
        }
        return steps;
    }

    /// <param name="emissions">Scores of each tag, one vector a token.</param>
    public static int[] Best(ReadOnlySpan<Vector128<short>> emissions, ReadOnlySpan<Vector256<int>> steps)
    {
        if (emissions.Length == 0)
        {
            return [];
        }
        Span<int> scores = stackalloc int[Vector256<int>.Count];
        Span<Vector256<int>> back = emissions.Length > SequenceModel.LongestOnStack ? new Vector256<int>[emissions.Length] : stackalloc Vector256<int>[emissions.Length];
        (Widen(emissions[0]) + Beginning).CopyTo(scores);
        for (var i = 1; i < emissions.Length; i++)
        {
            var (best, last) = (Vector256.Create(Never), Vector256<int>.Zero);
            for (var from = 0; from < Tags; from++)
            {
                var reached = Vector256.Create(scores[from + 1]) + steps[from];
                var isBetter = Vector256.GreaterThan(reached, best);
                best = Vector256.ConditionalSelect(isBetter, reached, best);
                last = Vector256.ConditionalSelect(isBetter, Vector256.Create(from), last);
            }
            back[i] = last;
            (best + Widen(emissions[i])).CopyTo(scores);
        }
        var path = new int[emissions.Length];
        for (var tag = 1; tag < Tags; tag++)
        {
            path[^1] = scores[tag + 1] > scores[path[^1] + 1] ? tag : path[^1];
        }
        for (var i = emissions.Length - 1; i > 0; i--)
        {
            path[i - 1] = back[i].GetElement(path[i] + 1);
        }
        return path;
    }

    public static bool MayFollow(int from, int to) => !IsInside(to) || from == to || from == to - 1;

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    private static Vector256<int> Widen(Vector128<short> scores)
    {
        var (lower, upper) = Vector128.Widen(scores);
        return Vector256.Create(lower, upper);
    }
}
