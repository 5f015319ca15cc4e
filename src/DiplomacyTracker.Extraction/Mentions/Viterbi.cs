namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The best path through tag scores; an inside tag follows only its own beginning or inside.</summary>
internal static class Viterbi
{
    private const int Never = int.MinValue / 4;
    private const int Tags = SequenceModel.Tags;

    /// <param name="emissions">Scores of each tag at each token, token by token.</param>
    /// <param name="transitions">Scores of each step, by the tag it comes from.</param>
    public static int[] Best(ReadOnlySpan<int> emissions, int length, ReadOnlySpan<int> transitions)
    {
        if (length == 0)
        {
            return [];
        }
        Span<int> scores = stackalloc int[Tags];
        Span<int> next = stackalloc int[Tags];
        var back = new byte[length * Tags];
        for (var tag = 0; tag < Tags; tag++)
        {
            scores[tag] = IsInside(tag) ? Never : emissions[tag];
        }
        for (var i = 1; i < length; i++)
        {
            for (var tag = 0; tag < Tags; tag++)
            {
                var (best, last) = (Never, 0);
                for (var from = 0; from < Tags; from++)
                {
                    if (MayFollow(from, tag) && scores[from] + transitions[(from * Tags) + tag] > best)
                    {
                        (best, last) = (scores[from] + transitions[(from * Tags) + tag], from);
                    }
                }
                back[(i * Tags) + tag] = (byte)last;
                next[tag] = best + emissions[(i * Tags) + tag];
            }
            next.CopyTo(scores);
        }
        var path = new int[length];
        for (var tag = 1; tag < Tags; tag++)
        {
            path[^1] = scores[tag] > scores[path[^1]] ? tag : path[^1];
        }
        for (var i = length - 1; i > 0; i--)
        {
            path[i - 1] = back[(i * Tags) + path[i]];
        }
        return path;
    }

    public static bool MayFollow(int from, int to) => !IsInside(to) || from == to || from == to - 1;

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;
}
