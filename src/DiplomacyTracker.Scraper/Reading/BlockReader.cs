using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Turns the lines inside the article's elements into blocks of text, without boilerplate.</summary>
internal sealed class BlockReader(PageOutline outline, OutlineWeights weights, PageRule rule)
{
    private const int LongestKeptForLooking = 400;
    private const int ShortestRepeat = 40;

    /// <param name="roots">Indexes into the outline, in order, none inside another.</param>
    /// <param name="dropped">Elements that the outlet's rule takes out, as ranges of the outline.</param>
    public (CleanText Text, List<string> Captions) Read(IReadOnlyList<int> roots, IReadOnlyList<Range> dropped, string? title, string? byline)
    {
        var captions = new List<string>();
        var lines = new List<BodyLine>();
        var nodes = outline.Nodes;
        foreach (var root in roots)
        {
            foreach (ref readonly var line in outline.Lines)
            {
                if (line.First < root || line.First >= nodes[root].End)
                {
                    continue;
                }
                var reason = IsIn(dropped, line.First) ? "outlet-rule" : LineFilter.ReasonByPlace(outline, weights, line);
                var text = outline.TextOf(line);
                reason ??= rule.Drops(text) ? "outlet-rule" : null;
                if (reason is null && CaptionFinder.IsCaption(outline, weights, line, text))
                {
                    captions.Add(text);
                    continue;
                }
                reason ??= Boilerplate.ReasonFor(text);
                if (reason is null && line.Linked > 0 && Boilerplate.TailOf(text) is > 0 and var tail)
                {
                    lines.Add(new BodyLine(line, text[..tail].TrimEnd()));
                    (text, reason) = (text[tail..].TrimStart(), "related-link");
                }
                lines.Add(new BodyLine(line, text) { Reason = reason });
            }
        }
        DropRepeats(lines);
        LineFilter.JudgeTogether(lines, title, byline);
        return (Write(lines), captions);
    }

    private static CleanText Write(List<BodyLine> lines)
    {
        var writer = new BlockWriter();
        foreach (var line in lines)
        {
            if (line.Reason is { } reason)
            {
                if (line.Text.Length < LongestKeptForLooking)
                {
                    writer.Removed.Add(new RemovedBlock(line.Text, reason));
                }
            }
            else
            {
                writer.Add(line.Line.Kind, line.Text);
            }
        }
        return writer.Finish();
    }

    private static void DropRepeats(List<BodyLine> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.IsKept && line.Text.Length > ShortestRepeat && !seen.Add(line.Text))
            {
                line.Reason = "repeated";
            }
            else if (line.IsKept && !line.Text.Any(char.IsLetterOrDigit))
            {
                line.Reason = "no-words";
            }
            // A body that stands twice on its page often has its dateline once.
            else if (line.IsKept && seen.Count == 1 && Dateline.Behind(line.Text) is { } rest)
            {
                seen.Add(rest);
            }
        }
    }

    private static bool IsIn(IReadOnlyList<Range> ranges, int node)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].Start.Value <= node && node < ranges[i].End.Value)
            {
                return true;
            }
        }
        return false;
    }
}
