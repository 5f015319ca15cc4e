namespace DiplomacyTracker.Extraction.Text;

/// <summary>Which stored text of an article a span counts in.</summary>
public enum TextPart
{
    Headline,
    Body,
}

/// <summary>A half-open range of UTF-16 units in one part of an article's stored text.</summary>
public readonly record struct TextSpan(TextPart Part, int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(TextSpan other) => Part == other.Part && Start < other.End && other.Start < End;

    public bool Contains(TextSpan other) => Part == other.Part && Start <= other.Start && other.End <= End;
}

/// <summary>What a block of the body is on the page. A dateline is a block of its own: the place and outlet in front of the first sentence.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    Quote,
    ListItem,
    Dateline,
    Caption,
}

/// <summary>One block of the body, as a half-open range of UTF-16 units into <see cref="ArticleText.Body"/>.</summary>
public sealed record TextBlock(BlockKind Kind, int Start, int End);

/// <summary>
/// One article as the extractor reads it: headline and body apart, blocks over the body, and the instant of publication with the offset
/// that the page stated (an instant without a zone is read as WIB, +07:00, before it comes here).
/// </summary>
/// <param name="Headline">Null where the page had none.</param>
/// <param name="Body">Blocks joined by line feeds; captions, if any, stand last.</param>
/// <param name="Blocks">In order, not overlapping. Empty means: one paragraph a line.</param>
/// <param name="PublishedAt">Null where undatable; relative expressions then stay unresolved.</param>
/// <param name="Outlet">The outlet's name, so that it is not taken for a source that it cites.</param>
public sealed record ArticleText(
    string? Headline,
    string Body,
    IReadOnlyList<TextBlock> Blocks,
    DateTimeOffset? PublishedAt,
    string? Outlet)
{
    /// <summary>The stored text of one part; empty where there is none.</summary>
    public string Of(TextPart part) => part == TextPart.Headline ? Headline ?? "" : Body;

    /// <summary>The words that a span covers.</summary>
    public string Of(TextSpan span) => Of(span.Part)[span.Start..span.End];
}
