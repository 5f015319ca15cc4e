namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Whether what stands where an author would is the outlet.</summary>
internal static class OutletNames
{
    // Shorter names of outlets are parts of people's too.
    private const int LongestShared = 5;
    private const int LongestName = 40;

    /// <summary>"Tim Kabar Contoh", "Ediciones Kabar Contoh": the outlet's name, or that and more.</summary>
    public static bool Has(string name, string outlet) =>
        Same(name, outlet) || (name.Length < LongestName && Plain(outlet) is { Length: > LongestShared } other && Plain(name).Contains(other, StringComparison.Ordinal));

    /// <summary>The same but for capitals, signs, an article before and the address's end behind.</summary>
    public static bool Same(string name, string outlet) => Plain(name) is var plain && Plain(outlet) is { Length: > 2 } other
        && (plain == other || plain == other + "com" || "the" + plain == other || plain == "the" + other);

    /// <summary>"Headline : Name": a page's title ends in its outlet's name, of one word where it might be a person's too.</summary>
    public static bool Closes(string title, string name) => !name.Contains(' ', StringComparison.Ordinal) && title.TrimEnd() is var end && end.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && end.AsSpan(0, end.Length - name.Length).TrimEnd() is [.., ':' or '|' or '-' or '–' or '—' or '_'];

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
