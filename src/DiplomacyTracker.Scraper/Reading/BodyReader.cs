using AngleSharp.Dom;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The article's text: where the outlet's rule says, else where the general reader finds it, else what the page's data repeat.</summary>
internal static class BodyReader
{
    private const int ShortestBody = 80;

    public static (CleanText Text, IReadOnlyList<string> Captions) Read(IDocument document, PageOutline outline, OutlineWeights weights, PageRule rule, PageMetadata meta, string? title, string? byline, bool isLaterPage)
    {
        if (weights.Length(0) < ShortestBody)
        {
            return (Everything(outline), []);
        }
        var dropped = Ranges(outline, rule.Drop.SelectMany(drop => document.QuerySelectorAll(drop)));
        var blocks = new BlockReader(outline, weights, rule);
        if (rule.Body is { } selector && Outermost(Ranges(outline, document.QuerySelectorAll(selector))) is { Count: > 0 } ruled
            && blocks.Read(ruled, dropped, title, byline) is var byRule && byRule.Text.Body.Length >= (isLaterPage ? 1 : ShortestBody))
        {
            return byRule;
        }
        var found = BodyFinder.Find(outline, weights);
        var general = blocks.Read(found >= 0 ? [found] : outline.Nodes.Length > 0 ? [0] : [], dropped, title, byline);
        // A body that only stands in the page's data, as some do behind scripts.
        return meta.Body is { Length: > ShortestBody } body && general.Text.Body.Length * 3 < body.Length ? (PlainTextReader.Read(body), general.Captions) : general;
    }

    // So little that nothing in it can be told from an article.
    private static CleanText Everything(PageOutline outline)
    {
        var writer = new BlockWriter();
        foreach (ref readonly var line in outline.Lines)
        {
            if (outline.TextOf(line) is { Length: > 0 } text)
            {
                writer.Add(line.Kind, text);
            }
        }
        return writer.Finish();
    }

    private static List<Range> Ranges(PageOutline outline, IEnumerable<INode> elements)
    {
        var wanted = elements.ToHashSet();
        var ranges = new List<Range>();
        if (wanted.Count > 0)
        {
            var nodes = outline.Nodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (wanted.Contains(nodes[i].Node))
                {
                    ranges.Add(i..nodes[i].End);
                }
            }
        }
        return ranges;
    }

    private static List<int> Outermost(List<Range> ranges)
    {
        var roots = new List<int>();
        var end = 0;
        foreach (var range in ranges)
        {
            if (range.Start.Value >= end)
            {
                roots.Add(range.Start.Value);
                end = range.End.Value;
            }
        }
        return roots;
    }
}
