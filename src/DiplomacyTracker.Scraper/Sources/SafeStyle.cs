using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>The declarations of a style attribute that only dress: known properties, and for shorthands known words, colours and short lengths.</summary>
internal sealed partial class SafeStyle(FrozenSet<string> properties, FrozenSet<string> words)
{
    private static readonly string[] Shorthands = ["background", "border", "margin", "padding"];

    /// <summary>Null where nothing is left.</summary>
    public string? Clean(string style)
    {
        var plain = AddressForm().Replace(style, " ");
        if (!PlainForm().IsMatch(plain))
        {
            return null;
        }
        var kept = plain.Split(';').Select(declaration => declaration.Split(':', 2))
            .Where(pair => pair.Length == 2 && pair[1].Trim().Length > 0)
            .Select(pair => (Property: pair[0].Trim().ToLowerInvariant(), Value: pair[1].Trim()))
            .Where(pair => properties.Contains(pair.Property) || IsPlainShorthand(pair.Property, pair.Value))
            .Select(pair => $"{pair.Property}: {pair.Value};");
        return string.Join(' ', kept) is { Length: > 0 } text ? text : null;
    }

    private bool IsPlainShorthand(string property, string value) => Shorthands.Contains(property.Split('-')[0])
        && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => words.Contains(word) || ValueForm().IsMatch(word));

    [GeneratedRegex(@"url\s*\([^)]*\)\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddressForm();

    // Letters, figures, quoted names and the signs that values need; no backslash, no bracket but a colour's, no comment.
    [GeneratedRegex("""^[-:,;#%.!\s\w'"]*(\([\d,%\s]*\)[-:,;#%.!\s\w'"]*)*$""", RegexOptions.NonBacktracking)]
    private static partial Regex PlainForm();

    [GeneratedRegex(@"^(#[0-9a-f]+|rgb\([\d,%]*\)?|\d{0,2}\.?\d{0,2}(cm|em|ex|in|mm|pc|pt|px|%|,|\))?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ValueForm();
}
