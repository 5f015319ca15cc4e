using System.Text;
using AngleSharp.Dom;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Turns the part of a page that holds the article into blocks of text, without boilerplate, in one walk.</summary>
internal sealed class BlockReader(IReadOnlyCollection<IElement> dropped)
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "iframe", "form", "button", "select", "nav", "aside", "footer", "header", "svg", "object", "embed", "template", "ins", "video", "audio", "table",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "br", "hr", "pre", "dl", "dt", "dd", "figure", "center", "details",
    };

    private readonly BlockWriter _writer = new();
    private readonly StringBuilder _line = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private BlockKind _kind = BlockKind.Paragraph;

    public List<string> Captions { get; } = [];

    public CleanText Read(IEnumerable<IElement> roots)
    {
        foreach (var root in roots)
        {
            Walk(root);
            Flush();
        }
        return _writer.Finish();
    }

    private void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                _line.Append(text.Data);
            }
            else if (child is IElement element && !Skipped.Contains(element.LocalName) && !dropped.Contains(element))
            {
                WalkElement(element);
            }
            else if (child is IElement skipped && dropped.Contains(skipped) && Whitespace.Collapse(skipped.TextContent) is { Length: > 0 and < 400 } words)
            {
                _writer.Removed.Add(new RemovedBlock(words, "outlet-rule"));
            }
        }
    }

    private void WalkElement(IElement element)
    {
        var name = element.LocalName;
        if (name is "figcaption")
        {
            if (Whitespace.Collapse(element.TextContent) is { Length: > 0 } caption)
            {
                Captions.Add(caption);
            }
            return;
        }
        if (!Blocks.Contains(name))
        {
            Walk(element);
            return;
        }
        Flush();
        var outer = _kind;
        _kind = name switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
            "blockquote" => BlockKind.Quote,
            "li" => BlockKind.ListItem,
            _ => outer == BlockKind.Heading ? BlockKind.Paragraph : outer,
        };
        Walk(element);
        Flush();
        _kind = outer;
    }

    private void Flush()
    {
        var line = Whitespace.Collapse(_line.ToString());
        _line.Clear();
        if (line.Length == 0)
        {
            return;
        }
        if (Boilerplate.ReasonFor(line) is { } reason)
        {
            _writer.Removed.Add(new RemovedBlock(line, reason));
        }
        else if (line.Length > 40 && !_seen.Add(line))
        {
            _writer.Removed.Add(new RemovedBlock(line, "repeated"));
        }
        else if (line.Any(char.IsLetterOrDigit))
        {
            _writer.Add(_kind, line);
        }
    }
}
