using AngleSharp.Dom;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>An element or a text of a page, in document order. The subtree of node i is the nodes from i up to <see cref="End"/>.</summary>
internal struct OutlineNode
{
    public INode Node;
    public int Parent;
    public int End;
    public TagKind Tag;
    public Hint Hint;
}

/// <summary>Text that stands on a line of its own: what lies between two borders of blocks, or two line breaks.</summary>
/// <param name="Holder">The nearest block element around it.</param>
/// <param name="Length">Characters that a reader sees.</param>
/// <param name="Linked">How many of them are inside links.</param>
/// <param name="Stops">Commas and ends of sentences: running text has many.</param>
/// <param name="EndsSentence">Whether its last sign closes a sentence or a quotation.</param>
internal readonly record struct Line(int First, int Last, int Holder, BlockKind Kind, int Length, int Linked, int Stops, bool EndsSentence)
{
    public int Plain => Length - Linked;
}
