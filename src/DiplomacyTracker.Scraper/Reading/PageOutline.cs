using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>A page flattened in one walk: nodes in order, lines of text, and the places where pages name their title, author and date. Everything later works on these arrays.</summary>
internal sealed class PageOutline : IDisposable
{
    private const int LongestText = 2000;

    private static readonly string[] Sharing = ["facebook.com", "twitter.com", "x.com", "whatsapp.com", "wa.me", "t.me", "telegram.me", "linkedin.com", "pinterest.com", "reddit.com", "instagram.com", "youtube.com", "tiktok.com", "news.google.com", "flipboard.com", "line.me"];

    private OutlineNode[] _nodes = [];
    private int _count;
    private Line[] _lines = [];
    private int _lineCount;
    private readonly StringBuilder _words = new();

    private PageOutline(string site) => Site = site;

    /// <summary>The outlet's own part of the address: links that end in it stay in the house.</summary>
    public string Site { get; }

    public ReadOnlySpan<OutlineNode> Nodes => _nodes.AsSpan(0, _count);

    public ReadOnlySpan<Line> Lines => _lines.AsSpan(0, _lineCount);

    public List<IElement> Metas { get; } = [];

    public List<IElement> Links { get; } = [];

    public List<string> Data { get; } = [];

    public List<int> TopHeadings { get; } = [];

    /// <summary>Elements whose names speak of a date or an author.</summary>
    public List<int> Dated { get; } = [];

    public List<int> Signed { get; } = [];

    public string? Title { get; set; }

    public static PageOutline Of(IDocument document, string site)
    {
        var outline = new PageOutline(site);
        if (document.DocumentElement is { } root)
        {
            new OutlineBuilder(outline).Build(root);
        }
        return outline;
    }

    /// <summary>Nodes and lines from the builder; the arrays are rented, and go back when the outline is disposed of.</summary>
    public void Take(OutlineNode[] nodes, int count, Line[] lines, int lineCount) => (_nodes, _count, _lines, _lineCount) = (nodes, count, lines, lineCount);

    public IElement Element(int index) => (IElement)_nodes[index].Node;

    /// <summary>The words of a small subtree that can be seen; blocks inside it are parted by spaces.</summary>
    /// <param name="between">What parts words of different elements that stand side by side without a space.</param>
    public string TextOf(int index, string between = "")
    {
        var nodes = Nodes;
        var words = new StringBuilder();
        for (var i = index; i < nodes[index].End && words.Length < LongestText; i++)
        {
            if (i > index && (nodes[i].Hint & Hint.Hidden) != 0)
            {
                i = nodes[i].End - 1;
            }
            else if (nodes[i].Node is IText text)
            {
                words.Append(between.Length > 0 && AreGlued(words, text.Data) ? between : "").Append(text.Data);
            }
            else if (nodes[i].Tag >= TagKind.Cell)
            {
                words.Append(' ');
            }
        }
        return Whitespace.Collapse(words);
    }

    private static bool AreGlued(StringBuilder words, string next) => words.Length > 0 && next.Length > 0 && char.IsLower(words[^1]) && char.IsUpper(next[0]);

    /// <summary>Whether the line's first link leads to another site: no teaser of the outlet's own, and no button to share the page.</summary>
    public bool LinksAway(in Line line)
    {
        var nodes = Nodes;
        for (var i = line.First; i > 0 && i >= line.Holder; i = nodes[i].Parent)
        {
            if (nodes[i].Tag == TagKind.Link)
            {
                return Uri.TryCreate(Element(i).GetAttribute("href"), UriKind.Absolute, out var link)
                    && (link.Scheme is "http" or "https" || link is { Scheme: "mailto", UserInfo.Length: > 0 })
                    && !link.Host.EndsWith(Site, StringComparison.OrdinalIgnoreCase) && !Array.Exists(Sharing, host => link.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));
            }
        }
        return false;
    }

    /// <summary>The words of one line.</summary>
    public string TextOf(in Line line)
    {
        var nodes = Nodes;
        _words.Clear();
        for (var i = line.First; i <= line.Last; i++)
        {
            if (nodes[i].Node is IText text)
            {
                _words.Append(text.Data);
            }
            else if (nodes[i].Tag == TagKind.Cell)
            {
                _words.Append(' ');
            }
        }
        return Whitespace.Collapse(_words);
    }

    /// <summary>The address of the first link element of a relation.</summary>
    public string? LinkTo(string relation) => Links.Find(link => relation.Equals(link.GetAttribute("rel"), StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");

    public void Dispose()
    {
        if (_nodes.Length > 0)
        {
            ArrayPool<OutlineNode>.Shared.Return(_nodes, clearArray: true);
            ArrayPool<Line>.Shared.Return(_lines);
        }
        (_nodes, _count, _lines, _lineCount) = ([], 0, [], 0);
    }
}
