namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Whether the words beside a stamp speak of publication or of a later change.</summary>
internal static class StampWords
{
    private static readonly string[] Published = [.. Words("published")];
    private static readonly string[] Changed = [.. Words("changed")];

    /// <summary>Speaks of a change, and of nothing else.</summary>
    public static bool IsChange(string text) => Earliest(text, Changed) >= 0 && Earliest(text, Published) < 0;

    /// <summary>"Updated: 19 June | Published: 17 June": what stands behind the word for publication, where the line speaks of both.</summary>
    public static string? Publication(string text)
    {
        var published = Earliest(text, Published);
        return published > 0 && Earliest(text, Changed) is >= 0 and var changed && changed < published ? text[published..] : null;
    }

    /// <summary>"17 June, updated 18 June", "17 June, updated 14:05": what stands before the word for a change, where figures stand on both sides of it.</summary>
    public static string? BeforeChange(string text) =>
        Earliest(text, Changed) is > 5 and var changed && text.AsSpan(changed).ContainsAnyInRange('0', '9') && text.AsSpan(0, changed).ContainsAnyInRange('0', '9') ? text[..changed] : null;

    private static int Earliest(string text, string[] words)
    {
        var earliest = -1;
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            earliest = at >= 0 && (earliest < 0 || at < earliest) ? at : earliest;
        }
        return earliest;
    }

    private static IEnumerable<string> Words(string kind) => ReadingData.Rows("stamps.tsv").Where(row => row.Meaning == kind).Select(row => row.Word);
}
