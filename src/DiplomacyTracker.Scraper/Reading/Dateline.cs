using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>"JAKARTA, OUTLET.com - ", "OUTLET.CO.ID, KOTA --": place and outlet before the first sentence become a block of their own.</summary>
internal static partial class Dateline
{
    private const int Longest = 70;

    public static (CleanText Text, string? Place) Split(CleanText text, string? outlet)
    {
        var first = text.Blocks.FindIndex(block => block.Kind == BlockKind.Paragraph);
        if (first < 0)
        {
            return (text, null);
        }
        var block = text.Blocks[first];
        var line = text.Body[block.Start..block.End];
        if (Form().Match(line) is not { Success: true } match || match.Length > Longest || match.Length >= line.Length)
        {
            return (text, null);
        }
        var place = PlaceIn(match.Groups["who"].Value, outlet);
        var blocks = text.Blocks.ToList();
        var head = match.Groups["who"];
        blocks[first] = new TextBlock(BlockKind.Dateline, block.Start + head.Index, block.Start + head.Index + head.Length);
        blocks.Insert(first + 1, new TextBlock(BlockKind.Paragraph, block.Start + match.Length, block.End));
        return (text with { Blocks = blocks }, place);
    }

    private static string? PlaceIn(string words, string? outlet)
    {
        var places = words.Split(',').Select(part => part.Trim())
            .Where(part => part.Length > 2 && !part.Contains('.', StringComparison.Ordinal) && (outlet is null || !part.Contains(outlet, StringComparison.OrdinalIgnoreCase)));
        return places.FirstOrDefault();
    }

    // Capitals or an address, one comma at the most between place and outlet, then a dash.
    [GeneratedRegex(@"^(?<who>(?:\p{Lu}[\p{Lu}\p{L}.’' ]{1,30}|[\w-]+(?:\.[\w-]+)+)(?:, ?(?:[\w-]+(?:\.[\w-]+)+|\p{Lu}[\p{L}.’' -]{1,30}))?|\p{Lu}[\p{L}’' -]{2,30} \(\p{L}{3,15}\)) ?(?:--|[-–—]) +(?=\S)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Form();
}
