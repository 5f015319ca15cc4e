namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The best path through tag scores; an inside tag follows only its own beginning or inside.</summary>
internal static class Viterbi
{
    private const int Never = int.MinValue / 4;
    private const int Tags = SequenceModel.Tags;

    public static int[] Best(int[] emissions, int length, Func<int, int, int> transition)
    {
        if (length == 0)
        {
            return [];
        }
        var steps = Transitions(transition);
        var scores = new int[Tags];
        var next = new int[Tags];
        var back = new byte[length * Tags];
        for (var tag = 0; tag < Tags; tag++)
        {
            scores[tag] = IsInside(tag) ? Never : emissions[tag];
        }
        for (var i = 1; i < length; i++)
        {
            for (var tag = 0; tag < Tags; tag++)
            {
                var best = Never;
                for (var from = 0; from < Tags; from++)
                {
                    var score = scores[from] + steps[(from * Tags) + tag];
                    if (score > best)
                    {
                        best = score;
                        back[(i * Tags) + tag] = (byte)from;
                    }
                }
                next[tag] = best + emissions[(i * Tags) + tag];
            }
            (scores, next) = (next, scores);
        }
        var path = new int[length];
        path[^1] = Array.IndexOf(scores, scores.Max());
        for (var i = length - 1; i > 0; i--)
        {
            path[i - 1] = back[(i * Tags) + path[i]];
        }
        return path;
    }

    public static bool MayFollow(int from, int to) => !IsInside(to) || from == to || from == to - 1;

    private static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    private static int[] Transitions(Func<int, int, int> transition)
    {
        var steps = new int[Tags * Tags];
        for (var from = 0; from < Tags; from++)
        {
            for (var to = 0; to < Tags; to++)
            {
                steps[(from * Tags) + to] = MayFollow(from, to) ? transition(from, to) : Never;
            }
        }
        return steps;
    }
}
