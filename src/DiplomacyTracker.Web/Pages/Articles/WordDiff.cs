using DiffPlex;
using DiffPlex.Chunkers;

namespace DiplomacyTracker.Web.Pages.Articles;

/// <summary>Words that two versions share, or that one of them has alone.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

public sealed record DiffRun(string Text, DiffKind Kind);

/// <summary>What was changed from one version of a text to the next, word by word.</summary>
public static class WordDiff
{
    // A text beyond this is compared line by line: words would take seconds.
    private const int LongestByWords = 60_000;

    private static readonly DelimiterChunker Words = new([' ', '\n', ',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”']);

    /// <summary>The lines of both texts in order, each as runs; lines that are the same in both are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffRun>> Of(string older, string newer) =>
        [.. Lines(Runs(older, newer)).Where(line => line.Exists(run => run.Kind != DiffKind.Same && run.Text.Length > 0))];

    private static List<DiffRun> Runs(string older, string newer)
    {
        var diff = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, older.Length + newer.Length > LongestByWords ? LineEndingsPreservingChunker.Instance : Words);
        var runs = new List<DiffRun>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(runs, diff.PiecesNew, at, block.InsertStartB, DiffKind.Same);
            Add(runs, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, DiffKind.Removed);
            Add(runs, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, DiffKind.Added);
            at = block.InsertStartB + block.InsertCountB;
        }
        Add(runs, diff.PiecesNew, at, diff.PiecesNew.Count, DiffKind.Same);
        return runs;
    }

    private static void Add(List<DiffRun> runs, IReadOnlyList<string> pieces, int from, int to, DiffKind kind)
    {
        if (from < to)
        {
            runs.Add(new DiffRun(string.Concat(pieces.Skip(from).Take(to - from)), kind));
        }
    }

    // A run may go over the end of a line.
    private static IEnumerable<List<DiffRun>> Lines(List<DiffRun> runs)
    {
        var line = new List<DiffRun>();
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    yield return line;
                    line = [];
                }
                line.Add(run with { Text = parts[i] });
            }
        }
        yield return line;
    }
}
