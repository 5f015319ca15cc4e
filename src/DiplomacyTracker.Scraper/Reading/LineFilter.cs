using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>A line that was found in the article's element: its words, and why it was taken out, if it was.</summary>
internal sealed class BodyLine(Line line, string text)
{
    public Line Line { get; } = line;

    public string Text { get; } = text;

    public string? Reason { get; set; }

    public bool IsKept => Reason is null;
}

/// <summary>Judges the lines of the article's element, each by itself and then by what stands around it.</summary>
internal static class LineFilter
{
    private const int ShortLine = 60;
    private const int LongLine = 120;
    private const int FirstLines = 12;
    private const int LongestLabel = 40;
    private const int LongestNote = 400;

    private static readonly string[] NoteVerbs = [" is a ", " is an ", " is the ", " is editor", " covers ", " writes about ", " adalah ", " ist ", " est ", " es ", " è ", " is een "];

    /// <summary>Why a line is out by where and how it stands, before its words are read; null where it may stay.</summary>
    public static string? ReasonByPlace(PageOutline outline, OutlineWeights weights, in Line line)
    {
        var furniture = weights.Furniture(line.First);
        if (furniture != Hint.None)
        {
            return Name(furniture);
        }
        if (line.Kind == BlockKind.Heading)
        {
            return null;
        }
        var list = line.Kind == BlockKind.ListItem ? ListAround(outline.Nodes, line.Holder) : -1;
        var isLink = list >= 0 ? weights.Linked(list) * 10 > weights.Length(list) * 6 : line.Linked * 10 > line.Length * 8 && line.Length < 300;
        return isLink && !outline.LinksAway(line) ? "links" : null;
    }

    /// <summary>What one line's words cannot tell: lines before the first and after the last running text, headings that head nothing, repetitions.</summary>
    public static void JudgeTogether(List<BodyLine> lines, string? title, string? byline)
    {
        DropTitle(lines, title);
        DropBeforeTitle(lines);
        DropListed(lines);
        DropAuthorNote(lines, byline);
        var first = lines.FindIndex(IsText);
        var last = lines.FindLastIndex(IsText);
        if (first < 0)
        {
            return;
        }
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i < first || i > last) && lines[i].IsKept && IsFragment(lines[i]))
            {
                lines[i].Reason = i < first ? "before-text" : "after-text";
            }
        }
        DropEmptyHeadings(lines);
    }

    // Running text, also where it is full of links.
    private static bool IsText(BodyLine line) => line.IsKept && (OutlineWeights.IsProse(line.Line) || (line.Line.Kind == BlockKind.Paragraph && line.Line.Length >= LongLine && line.Line.EndsSentence));

    private static void DropTitle(List<BodyLine> lines, string? title)
    {
        if (title is null)
        {
            return;
        }
        foreach (var line in lines.Where(line => line.IsKept && line.Text.Length < 300).Take(FirstLines))
        {
            if (line.Text.Equals(title, StringComparison.OrdinalIgnoreCase) || (line.Line.Kind == BlockKind.Heading && title.Contains(line.Text, StringComparison.OrdinalIgnoreCase)))
            {
                line.Reason = "title";
            }
        }
    }

    // "Baca juga:" and a list of headlines, linked or not.
    private static void DropListed(List<BodyLine> lines)
    {
        var under = false;
        foreach (var line in lines)
        {
            under = line.Reason == "related-link" ? line.Text.Length < LongestLabel : under && line.Line.Kind == BlockKind.ListItem;
            if (under && line.IsKept && !line.Line.EndsSentence)
            {
                line.Reason = "related-link";
            }
        }
    }

    // What stands above the headline is a banner or a notice, unless it is the larger part.
    private static void DropBeforeTitle(List<BodyLine> lines)
    {
        var title = lines.FindIndex(line => line.Reason == "title" && line.Line.Kind == BlockKind.Heading);
        if (title > 0 && lines.Take(title).Where(line => line.IsKept).Sum(line => line.Text.Length) < lines.Skip(title).Where(line => line.IsKept).Sum(line => line.Text.Length))
        {
            foreach (var line in lines.Take(title).Where(line => line.IsKept))
            {
                line.Reason = "before-text";
            }
        }
    }

    // "Ana Contoh is a staff writer at …" below the text.
    private static void DropAuthorNote(List<BodyLine> lines, string? byline)
    {
        var last = lines.FindLastIndex(line => line.IsKept);
        for (var i = Math.Max(1, last - 1); i <= last && byline is not null; i++)
        {
            var text = lines[i].Text;
            if (lines[i].IsKept && text.Length < LongestNote && byline.Split(", ").Any(name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && Array.Exists(NoteVerbs, verb => text.AsSpan(name.Length).StartsWith(verb, StringComparison.OrdinalIgnoreCase))))
            {
                lines[i].Reason = "author-note";
            }
        }
    }

    // Short words that end like no sentence: a name, a date, a label.
    private static bool IsFragment(BodyLine line) => line.Line.Kind is not (BlockKind.Heading or BlockKind.ListItem or BlockKind.Quote)
        && line.Text.Length < ShortLine && !line.Line.EndsSentence;

    private static void DropEmptyHeadings(List<BodyLine> lines)
    {
        var below = false;
        var cut = true;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            if (!line.IsKept)
            {
                cut = true;
            }
            else if (line.Line.Kind != BlockKind.Heading)
            {
                (below, cut) = (true, false);
            }
            else if (!below && cut)
            {
                line.Reason = "heads-nothing";
            }
            else
            {
                (below, cut) = (true, false);
            }
            if (line.IsKept && line.Line.Kind == BlockKind.Heading)
            {
                below = false;
            }
        }
    }

    private static int ListAround(ReadOnlySpan<OutlineNode> nodes, int node)
    {
        while (node >= 0 && nodes[node].Tag != TagKind.List)
        {
            node = nodes[node].Parent;
        }
        return node;
    }

    private static string Name(Hint hint)
    {
        var lowest = (Hint)(1 << System.Numerics.BitOperations.TrailingZeroCount((ushort)hint));
        return lowest.ToString().ToLowerInvariant();
    }
}
