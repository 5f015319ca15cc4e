using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Text in blocks, and what was taken out of it.</summary>
internal sealed record CleanText(string Body, List<TextBlock> Blocks, List<RemovedBlock> Removed);

/// <summary>Puts blocks one after another into the stored text.</summary>
internal sealed class BlockWriter
{
    private readonly System.Text.StringBuilder _body = new();

    public List<TextBlock> Blocks { get; } = [];

    public List<RemovedBlock> Removed { get; } = [];

    public void Add(BlockKind kind, string text)
    {
        if (_body.Length > 0)
        {
            _body.Append('\n');
        }
        Blocks.Add(new TextBlock(kind, _body.Length, _body.Length + text.Length));
        _body.Append(text);
    }

    public CleanText Finish() => new(_body.ToString(), Blocks, Removed);
}

/// <summary>Reads a plain text: a paragraph a line, headings recognised by their form, also where the source glued them to the next sentence.</summary>
internal static class PlainTextReader
{
    private const int LongestHeading = 90;

    public static CleanText Read(string text)
    {
        var blocks = new BlockWriter();
        foreach (var raw in text.Split('\n'))
        {
            var line = Whitespace.Collapse(raw);
            if (line.Length == 0)
            {
                continue;
            }
            if (Boilerplate.ReasonFor(line) is { } reason)
            {
                blocks.Removed.Add(new RemovedBlock(line, reason));
                continue;
            }
            if (GluedHeading.Split(line) is var (heading, rest))
            {
                blocks.Add(BlockKind.Heading, heading);
                line = rest;
            }
            blocks.Add(IsHeading(line) ? BlockKind.Heading : BlockKind.Paragraph, line);
        }
        return blocks.Finish();
    }

    // A short line that ends like no sentence and whose words are mostly capitalised.
    private static bool IsHeading(string line)
    {
        if (line.Length > LongestHeading || line[^1] is '.' or '!' or '?' or ':' or '"' or '”' or ',' or ';')
        {
            return false;
        }
        var words = line.Split(' ').Where(word => word.Length > 3 && char.IsLetter(word[0])).ToList();
        return words.Count > 0 && words.Count(word => char.IsUpper(word[0])) * 3 >= words.Count * 2;
    }
}
