using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>How much running text, linked text and other text each element of a page holds, and which elements are furniture: no part of any article.</summary>
internal sealed class OutlineWeights
{
    private const int ProseLength = 80;
    private const int SmallestArticle = 250;

    private readonly int[] _prose;
    private readonly int[] _length;
    private readonly int[] _linked;
    private readonly Hint[] _furniture;

    public OutlineWeights(PageOutline outline)
    {
        var nodes = outline.Nodes;
        (_prose, _length, _linked, _furniture) = (new int[nodes.Length], new int[nodes.Length], new int[nodes.Length], new Hint[nodes.Length]);
        foreach (ref readonly var line in outline.Lines)
        {
            _prose[line.Holder] += IsProse(line) ? line.Plain : 0;
            _length[line.Holder] += line.Length;
            _linked[line.Holder] += line.Linked;
        }
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            var parent = nodes[i].Parent;
            _prose[parent] += _prose[i];
            _length[parent] += _length[i];
            _linked[parent] += _linked[i];
        }
        for (var i = 1; i < nodes.Length; i++)
        {
            var inherited = _furniture[nodes[i].Parent];
            _furniture[i] = inherited != Hint.None || nodes[i].Tag == TagKind.Text ? inherited : FurnitureIn(nodes[i], i);
        }
    }

    public int Prose(int node) => _prose[node];

    public int Length(int node) => node < _length.Length ? _length[node] : 0;

    public int Linked(int node) => _linked[node];

    /// <summary>Why the node is no part of an article; none where it may be.</summary>
    public Hint Furniture(int node) => _furniture[node];

    /// <summary>
    /// Where several article elements stand side by side (a stream, the next article below), all but one are furniture: the one under the page's title, else the first.
    /// </summary>
    public void KeepOneArticle(PageOutline outline, string? title)
    {
        var nodes = outline.Nodes;
        var articles = new List<int>();
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Tag == TagKind.Article && _furniture[i] == Hint.None && outline.Element(i).LocalName == "article" && _prose[i] >= SmallestArticle)
            {
                articles.Add(i);
                i = nodes[i].End - 1;
            }
        }
        if (articles.Count < 2)
        {
            return;
        }
        var titled = outline.TopHeadings.Where(heading => title is null || outline.TextOf(heading).StartsWith(title, StringComparison.OrdinalIgnoreCase)).Select(heading => articles.Find(article => article < heading && heading < outline.Nodes[article].End)).FirstOrDefault();
        // Parts of one article hold about as much each and have no heading of their own among the page's titles.
        if (titled == 0)
        {
            return;
        }
        foreach (var article in articles.Where(article => article != titled))
        {
            Mark(outline, article, Hint.Related);
        }
    }

    /// <summary>Makes an element furniture.</summary>
    public void Mark(PageOutline outline, int node, Hint reason)
    {
        Array.Fill(_furniture, reason, node, outline.Nodes[node].End - node);
    }

    /// <summary>Running text: long enough, mostly outside links.</summary>
    public static bool IsProse(in Line line) => line.Kind is not (BlockKind.Heading or BlockKind.Caption)
        && line.Linked * 3 < line.Length && (line.Plain >= ProseLength || (line.Plain >= ProseLength / 2 && line.Stops > 1 && line.EndsSentence));

    private Hint FurnitureIn(in OutlineNode node, int index)
    {
        var hint = node.Hint & Hint.Furniture;
        if (hint == Hint.None || node.Tag == TagKind.Root)
        {
            return Hint.None;
        }
        // Names lie: a page's whole text may stand in "layout-with-sidebar" or in one form. What holds most of the running text is not furniture.
        var share = _prose[0] == 0 ? 0 : (double)_prose[index] / _prose[0];
        var certain = hint & (Hint.Comment | Hint.Related | Hint.Hidden | Hint.Signup);
        if ((node.Hint & Hint.Body) != 0 && certain == Hint.None && _prose[index] > 200)
        {
            return Hint.None;
        }
        if (node.Tag == TagKind.Article && share > 0.25 && (hint & (Hint.Comment | Hint.Hidden)) == 0)
        {
            return Hint.None;
        }
        // The foot of a short page is still its foot.
        if (node.Tag is TagKind.Footer or TagKind.Navigation)
        {
            return share > 0.9 ? Hint.None : hint;
        }
        // Paragraphs full of links are no running text: beside them, opinions are still opinions.
        if ((hint & Hint.Comment) != 0 && _length[index] * 2 < _length[0])
        {
            return hint;
        }
        var most = (hint & Hint.Comment) != 0 ? 0.9 : (hint & Hint.Navigation) != 0 && node.Tag == TagKind.Header ? 0.3 : 0.5;
        return share > most ? Hint.None : hint;
    }
}
