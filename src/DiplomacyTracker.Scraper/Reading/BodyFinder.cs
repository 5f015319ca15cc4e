using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>
/// Finds the element that holds the article on a page that no rule knows. Every line of running text speaks for the elements around it, the nearer the louder
/// (the idea of Readability); from the winner we climb as long as an ancestor brings more running text than anything else.
/// </summary>
internal static class BodyFinder
{
    private const int ShortestLine = 25;
    private const int ShortestGain = 150;
    private const int Levels = 4;

    /// <returns>An index into the outline; -1 where nothing speaks for any element.</returns>
    public static int Find(PageOutline outline, OutlineWeights weights)
    {
        var nodes = outline.Nodes;
        var scores = new float[nodes.Length];
        var prose = new int[nodes.Length];
        var other = new int[nodes.Length];
        var count = new int[nodes.Length];
        var begin = Begin(outline, weights);
        foreach (ref readonly var line in outline.Lines)
        {
            if (weights.Furniture(line.First) != Hint.None || line.Kind == BlockKind.Caption)
            {
                // Teasers are taken out later, but where they stand the article seldom goes on.
                other[line.Holder] += weights.Furniture(line.First) == Hint.Related ? line.Length / 4 : 0;
                continue;
            }
            if (line.First >= begin && OutlineWeights.IsProse(line))
            {
                prose[line.Holder] += line.Plain;
                count[line.Holder]++;
            }
            else
            {
                // Lists of links are taken out later, and headings belong to what they head.
                other[line.Holder] += line.Linked * 10 > line.Length * 8 ? line.Length / 4 : line.Kind == BlockKind.Heading ? line.Length / 2 : line.Length;
            }
            if (line.First >= begin && line.Plain >= ShortestLine && line.Kind != BlockKind.Heading)
            {
                Speak(nodes, scores, line);
            }
        }
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            prose[nodes[i].Parent] += prose[i];
            other[nodes[i].Parent] += other[i];
            count[nodes[i].Parent] += count[i];
        }
        var best = Best(nodes, scores, weights);
        return best < 0 ? best : Climb(nodes, best, prose, other, count);
    }

    // The headline, where most of the running text stands below it: what comes before is a banner, a notice, a teaser.
    private static int Begin(PageOutline outline, OutlineWeights weights)
    {
        if (outline.TopHeadings.Count != 1 || weights.Furniture(outline.TopHeadings[0]) != Hint.None)
        {
            return 0;
        }
        var (heading, before, below) = (outline.TopHeadings[0], 0, 0);
        foreach (ref readonly var line in outline.Lines)
        {
            before += line.First < heading && OutlineWeights.IsProse(line) ? line.Plain : 0;
            below += line.First > heading && OutlineWeights.IsProse(line) ? line.Plain : 0;
        }
        return below > before ? heading : 0;
    }

    private static void Speak(ReadOnlySpan<OutlineNode> nodes, float[] scores, in Line line)
    {
        var value = (1f + (Math.Min(line.Plain, 500) / 100f) + (Math.Min(line.Stops, 12) / 2f)) * line.Plain / line.Length;
        var container = Container(nodes, line.Holder);
        for (var level = 1; level <= Levels && container > 0; level++)
        {
            scores[container] += value / (level < 3 ? level : level * 1.5f);
            container = Container(nodes, nodes[container].Parent);
        }
    }

    // The element in which paragraphs stand side by side: no paragraph, list or cell itself.
    private static int Container(ReadOnlySpan<OutlineNode> nodes, int node)
    {
        while (node > 0 && nodes[node].Tag is TagKind.Paragraph or TagKind.Heading or TagKind.Quote or TagKind.Item or TagKind.List or TagKind.Row or TagKind.Inline or TagKind.Link or TagKind.Preformatted)
        {
            node = nodes[node].Parent;
        }
        return node;
    }

    private static int Best(ReadOnlySpan<OutlineNode> nodes, float[] scores, OutlineWeights weights)
    {
        var (best, most) = (-1, 0f);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == 0)
            {
                continue;
            }
            var linked = weights.Length(i) == 0 ? 0 : (float)weights.Linked(i) / weights.Length(i);
            var score = scores[i] * (1 - linked) * ((nodes[i].Hint & Hint.Body) != 0 ? 1.3f : 1);
            if (score > most)
            {
                (best, most) = (i, score);
            }
        }
        return best;
    }

    private static int Climb(ReadOnlySpan<OutlineNode> nodes, int best, int[] prose, int[] other, int[] count)
    {
        for (var up = nodes[best].Parent; up > 0; up = nodes[up].Parent)
        {
            var gain = prose[up] - prose[best];
            var cost = other[up] - other[best];
            // One more paragraph is a page's foot as often as an article's end.
            if (gain > cost && ((gain * 3 > prose[best] && (gain >= ShortestGain || count[up] - count[best] > 1)) || (gain * 10 > prose[best] && count[up] - count[best] > 1)))
            {
                best = up;
            }
        }
        return best;
    }
}
