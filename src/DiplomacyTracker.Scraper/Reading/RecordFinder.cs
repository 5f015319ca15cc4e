using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>
/// Finds what stands in a row of like elements and is no article: teasers (a link to another page of the outlet, and a sentence about it) and comments
/// (a name, an opinion, "reply"). Their sentences read like running text, so only their form gives them away where no name does.
/// </summary>
internal sealed class RecordFinder
{
    private const int MostLines = 7;
    private const int ShortestLink = 15;
    private const int ShortestArticle = 150;
    private const int MostBesideLinks = 200;

    private static readonly string[] Replies = ["reply", "balas", "report", "laporkan", "antworten", "répondre", "responder", "rispondi", "like", "suka", "beantwoorden", "svara"];

    private readonly PageOutline _outline;
    private readonly byte[] _lines;
    private readonly byte[] _prose;
    private readonly byte[] _links;
    private readonly byte[] _replies;

    private RecordFinder(PageOutline outline)
    {
        var count = outline.Nodes.Length;
        _outline = outline;
        (_lines, _prose, _links, _replies) = (new byte[count], new byte[count], new byte[count], new byte[count]);
    }

    public static void MarkRecords(PageOutline outline, OutlineWeights weights) => new RecordFinder(outline).Mark(weights);

    private void Mark(OutlineWeights weights)
    {
        var nodes = _outline.Nodes;
        foreach (ref readonly var line in _outline.Lines)
        {
            Count(_lines, line.Holder, 1);
            Count(_prose, line.Holder, OutlineWeights.IsProse(line) ? 1 : 0);
            Count(_links, line.Holder, line.Length >= ShortestLink && line.Linked * 10 > line.Length * 8 ? 1 : 0);
            Count(_replies, line.Holder, line.Length < 20 && IsReply(line) ? 1 : 0);
        }
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            var parent = nodes[i].Parent;
            Count(_lines, parent, _lines[i]);
            Count(_prose, parent, _prose[i]);
            Count(_links, parent, _links[i]);
            Count(_replies, parent, _replies[i]);
        }
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Tag >= TagKind.Block && weights.Furniture(i) == Hint.None && _lines[i] > MostLines)
            {
                MarkIn(weights, i);
            }
            else if (nodes[i].Tag is TagKind.Block or TagKind.Figure && weights.Furniture(i) == Hint.None && IsLinkBox(weights, i))
            {
                weights.Mark(_outline, i, Hint.Related);
            }
        }
    }

    // The records among one element's children: at least two of a kind. Teasers never hold most of a page's running text; a list that is the article may.
    private void MarkIn(OutlineWeights weights, int parent)
    {
        var nodes = _outline.Nodes;
        var found = new List<(int Node, Hint Kind)>();
        for (var child = parent + 1; child < nodes[parent].End; child = nodes[child].End)
        {
            if (RecordIn(child) is not Hint.None and var kind)
            {
                found.Add((child, kind));
            }
        }
        var teasers = found.Where(record => record.Kind == Hint.Related).ToList();
        if (teasers.Count > 1 && (teasers.Sum(record => weights.Prose(record.Node)) * 2 <= weights.Prose(0) || (teasers.Count > 2 && FollowText(weights, teasers[0].Node))))
        {
            teasers.ForEach(record => weights.Mark(_outline, record.Node, record.Kind));
        }
        var comments = found.Where(record => record.Kind == Hint.Comment).ToList();
        if (comments.Count > 1)
        {
            comments.ForEach(record => weights.Mark(_outline, record.Node, record.Kind));
        }
    }

    // A small box, half of whose lines lead to other pages of the outlet.
    private bool IsLinkBox(OutlineWeights weights, int node) =>
        _lines[node] >= 3 && _links[node] > 1 && _links[node] * 2 >= _lines[node] && _prose[node] <= 1
            && weights.Prose(node) * 5 < weights.Prose(0) && weights.Length(node) - weights.Linked(node) < MostBesideLinks && LinksToOwn(node);

    // A short article stands between the headline and them.
    private bool FollowText(OutlineWeights weights, int first)
    {
        if (_outline.TopHeadings.Count == 0)
        {
            return false;
        }
        var (heading, told) = (_outline.TopHeadings[0], 0);
        foreach (ref readonly var line in _outline.Lines)
        {
            told += line.First > heading && line.First < first && line.EndsSentence && line.Linked * 3 < line.Length && weights.Furniture(line.First) == Hint.None ? line.Plain : 0;
        }
        return told >= ShortestArticle;
    }

    private Hint RecordIn(int node)
    {
        if (_outline.Nodes[node].Tag < TagKind.Block || _outline.Nodes[node].Tag == TagKind.Paragraph || _lines[node] is < 2 or > MostLines || _prose[node] > 3)
        {
            return Hint.None;
        }
        return _replies[node] > 0 ? Hint.Comment
            : _links[node] > 0 && _prose[node] <= 1 && LinksToOwn(node) ? Hint.Related
            : Hint.None;
    }

    // The first link goes to another page of the same outlet.
    private bool LinksToOwn(int node)
    {
        var nodes = _outline.Nodes;
        for (var i = node; i < nodes[node].End; i++)
        {
            if (nodes[i].Tag == TagKind.Link)
            {
                var href = _outline.Element(i).GetAttribute("href");
                return href is { Length: > 1 } && href[0] != '#'
                    && (!href.Contains("//", StringComparison.Ordinal) || href.Contains(_outline.Site, StringComparison.OrdinalIgnoreCase));
            }
        }
        return false;
    }

    private bool IsReply(in Line line)
    {
        if (_outline.Nodes[line.First].Node is not AngleSharp.Dom.IText words)
        {
            return false;
        }
        var text = words.Data.AsSpan().Trim();
        foreach (var word in Replies)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return true;
            }
        }
        return false;
    }

    private static void Count(byte[] counts, int node, int more) => counts[node] = (byte)Math.Min(byte.MaxValue, counts[node] + more);
}
