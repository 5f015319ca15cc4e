using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>"JAKARTA, OUTLET.com - ", "OUTLET.CO.ID, KOTA --": place and outlet before the first sentence become a block of their own.</summary>
internal static partial class Dateline
{
    private const int Longest = 70;

    public static (CleanText Text, string? Place, string? Outlet) Split(CleanText text, string? outlet)
    {
        var first = text.Blocks.FindIndex(block => block.Kind == BlockKind.Paragraph);
        if (first < 0)
        {
            return (text, null, null);
        }
        var block = text.Blocks[first];
        var line = text.Body[block.Start..block.End];
        if (Form().Match(line) is not { Success: true } match || match.Length > Longest || match.Length >= line.Length)
        {
            return (text, null, null);
        }
        var (place, named) = Parts(match.Groups["who"].Value, outlet);
        var blocks = text.Blocks.ToList();
        var head = match.Groups["who"];
        blocks[first] = new TextBlock(BlockKind.Dateline, block.Start + head.Index, block.Start + head.Index + head.ValueSpan.TrimEnd().Length);
        blocks.Insert(first + 1, new TextBlock(BlockKind.Paragraph, block.Start + match.Length, block.End));
        return (text with { Blocks = blocks }, place, named);
    }

    /// <summary>What a first line says behind its dateline; null where it has none.</summary>
    public static string? Behind(string line) =>
        Form().Match(line) is { Success: true } match && match.Length <= Longest && match.Length < line.Length ? line[match.Length..] : null;

    /// <summary>"Kota Limas, 17 Juni 2025 - …": the day before the text's first words; null where there is none.</summary>
    public static string? DayIn(string line) => Dated().Match(line) is { Success: true } match ? match.Groups["day"].Value : null;

    // "JAKARTA, OUTLET.com", "OUTLET.CO.ID, KOTA LIMAS", "Jakarta (Outlet)": the part with a point or in brackets, or the known name, is the outlet.
    private static (string? Place, string? Outlet) Parts(string words, string? outlet)
    {
        var parts = words.Split([',', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        var named = Array.Find(parts, part => part.Contains('.', StringComparison.Ordinal) || (outlet is not null && part.Contains(outlet, StringComparison.OrdinalIgnoreCase)) || (bracket > 0 && words.IndexOf(part, StringComparison.Ordinal) > bracket));
        return (Array.Find(parts, part => part != named && part.Length > 2), named);
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}.’' ]{1,30}(?:, ?|\s?\()(?:\p{L}{3,9}, ?)?(?<day>\d{1,2}\.? \p{L}{3,10} \d{4}|\p{Lu}\p{L}{2,9} \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4})\)?\s?(?:--|[-–—/:])\s", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Dated();

    // Capitals or an address, one comma at the most between place and outlet, then a dash.
    [GeneratedRegex(@"^(?<who>(?:\p{Lu}[\p{Lu}\p{L}.’' ]{1,30}|[\w-]+(?:\.[\w-]+)+)(?:, ?(?:[\w-]+(?:\.[\w-]+)+|\p{Lu}[\p{L}.’' ]{1,30}))?|\p{Lu}[\p{L}’' ]{2,30} \(\p{Lu}[\p{L} ]{2,20}\)) ?(?:--|[-–—]) +(?=\S)", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Form();
}
