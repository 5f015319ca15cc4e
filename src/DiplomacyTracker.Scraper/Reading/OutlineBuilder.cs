using System.Buffers;
using AngleSharp.Dom;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Walks a page's elements in their order and writes down nodes, lines and the places that the outline names.</summary>
internal sealed class OutlineBuilder(PageOutline outline)
{
    private const int LongestHeading = 180;
    private const int ShortestColumn = 300;

    // Rented: lists of this size would go to the large object heap, page after page.
    private OutlineNode[] _nodes = ArrayPool<OutlineNode>.Shared.Rent(4096);
    private int _count;
    private Line[] _lines = ArrayPool<Line>.Shared.Rent(1024);
    private int _lineCount;
    private Frame[] _open = new Frame[64];
    private int _depth;
    private readonly ElementHints _hints = new();
    private int _first = -1, _last, _length, _linked, _stops, _links;
    private bool _space;
    private char _end;

    /// <summary>Walks the page once, from its root.</summary>
    public void Build(IElement root)
    {
        Push(new Frame(root.ChildNodes, -1, 0, BlockKind.Paragraph, false));
        _depth = 0;
        Open(root, _open[0]);
        while (_depth > 0)
        {
            ref var frame = ref _open[_depth - 1];
            if (frame.Next == frame.Children.Length)
            {
                _depth--;
                Close(_open[_depth]);
                continue;
            }
            var child = frame.Children[frame.Next++];
            if (child is IElement element)
            {
                Open(element, frame);
            }
            else if (child is IText text)
            {
                AddText(text, frame.Index);
            }
        }
        outline.Take(_nodes, _count, _lines, _lineCount);
    }

    private void Open(IElement element, Frame parent)
    {
        var tag = Tags.Of(element.LocalName);
        if (tag >= TagKind.Skipped)
        {
            Collect(element, tag);
            return;
        }
        if (tag == TagKind.Break)
        {
            Flush(parent);
            Add(new OutlineNode { Node = element, Parent = parent.Index, End = _count + 1, Tag = tag });
            return;
        }
        tag = tag == TagKind.Cell && HoldsBlocks(element) && element.TextContent.Length > ShortestColumn ? TagKind.Block : tag;
        var index = _count;
        var hint = _hints.Of(element, tag);
        Add(new OutlineNode { Node = element, Parent = parent.Index, End = index + 1, Tag = tag, Hint = hint });
        Note(index, tag, hint, element);
        _links += tag == TagKind.Link ? 1 : 0;
        var block = Tags.IsBlock(tag);
        if (block)
        {
            Flush(parent);
        }
        _space |= tag == TagKind.Cell;
        Push(new Frame(element.ChildNodes, index, block ? index : parent.Holder, KindIn(tag, hint, parent.Kind), block));
    }

    // A cell with much text, parted by paragraphs or line breaks, is a column of the page's layout.
    private static bool HoldsBlocks(IElement cell)
    {
        for (var child = cell.FirstElementChild; child is not null; child = child.NextElementSibling)
        {
            var tag = Tags.Of(child.LocalName);
            if (tag == TagKind.Break || Tags.IsBlock(tag) && tag < TagKind.Skipped || (tag == TagKind.Inline && HoldsBreak(child)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool HoldsBreak(IElement inline)
    {
        for (var child = inline.FirstElementChild; child is not null; child = child.NextElementSibling)
        {
            if (Tags.Of(child.LocalName) is TagKind.Break or TagKind.Paragraph)
            {
                return true;
            }
        }
        return false;
    }

    private void Close(in Frame frame)
    {
        ref var closed = ref _nodes[frame.Index];
        closed.End = _count;
        _links -= closed.Tag == TagKind.Link ? 1 : 0;
        if (frame.IsBlock)
        {
            Flush(frame);
        }
    }

    private void Push(in Frame frame)
    {
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }
        _open[_depth++] = frame;
    }

    private void Add(in OutlineNode node)
    {
        if (_count == _nodes.Length)
        {
            _nodes = Grown(_nodes, _count);
        }
        _nodes[_count++] = node;
    }

    private static T[] Grown<T>(T[] full, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(count * 2);
        full.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private static BlockKind KindIn(TagKind tag, Hint hint, BlockKind outer) => tag switch
    {
        TagKind.Heading => outer == BlockKind.Caption ? outer : BlockKind.Heading,
        TagKind.Quote => BlockKind.Quote,
        TagKind.Table or TagKind.Preformatted => BlockKind.Paragraph,
        TagKind.Figure or TagKind.Caption => BlockKind.Caption,
        _ when hint.HasFlag(Hint.Caption) => BlockKind.Caption,
        TagKind.Item => outer is BlockKind.Caption ? outer : BlockKind.ListItem,
        TagKind.Paragraph or TagKind.Block => outer == BlockKind.Heading ? BlockKind.Paragraph : outer,
        _ => outer,
    };

    private void AddText(IText text, int parent)
    {
        var index = _count;
        var seen = 0;
        foreach (var c in text.Data.AsSpan())
        {
            if (char.IsWhiteSpace(c))
            {
                _space = true;
                continue;
            }
            seen += _space && (seen > 0 || _length > 0) ? 2 : 1;
            _space = false;
            _end = c is ')' or ']' ? _end : c;
            _stops += c is ',' or '.' or '!' or '?' or ';' or '،' or '。' or '，' or '、' ? 1 : 0;
        }
        Add(new OutlineNode { Node = text, Parent = parent, End = index + 1, Tag = TagKind.Text });
        if (seen > 0)
        {
            _first = _first < 0 ? index : _first;
            _last = index;
            _length += seen;
            _linked += _links > 0 ? seen : 0;
        }
    }

    private void Flush(in Frame frame)
    {
        if (_first >= 0)
        {
            // Some pages set whole paragraphs as headings.
            var kind = frame.Kind == BlockKind.Heading && _length > LongestHeading ? BlockKind.Paragraph : frame.Kind;
            if (_lineCount == _lines.Length)
            {
                _lines = Grown(_lines, _lineCount);
            }
            _lines[_lineCount++] = new Line(_first, _last, frame.Holder, kind, _length, _linked, _stops, _end is '.' or '!' or '?' or '…' or ':' or '"' or '”' or '’' or '»' or '。' or '」');
        }
        (_first, _length, _linked, _stops, _space) = (-1, 0, 0, 0, false);
    }

    private void Note(int index, TagKind tag, Hint hint, IElement element)
    {
        if (tag == TagKind.Heading && (element.LocalName == "h1" || element.GetAttribute("itemprop") is "headline" or "name headline" || element.GetAttribute("property") is "headline" or "schema:headline"))
        {
            outline.TopHeadings.Add(index);
        }
        if ((hint & Hint.Date) != 0)
        {
            outline.Dated.Add(index);
        }
        if ((hint & Hint.Author) != 0)
        {
            outline.Signed.Add(index);
        }
    }

    private void Collect(IElement element, TagKind tag)
    {
        switch (tag)
        {
            case TagKind.Meta:
                outline.Metas.Add(element);
                break;
            case TagKind.HeadLink:
                outline.Links.Add(element);
                break;
            case TagKind.Title:
                outline.Title ??= element.ParentElement?.LocalName == "head" ? element.TextContent : null;
                break;
            case TagKind.Script when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                outline.Data.Add(element.TextContent);
                break;
        }
    }

    // An element whose children are being walked.
    private record struct Frame(INodeList Children, int Index, int Holder, BlockKind Kind, bool IsBlock)
    {
        public int Next;
    }
}
