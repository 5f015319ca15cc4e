namespace DiplomacyTracker.Scraper.Reading;

/// <summary>"…Rencanakan PendudukanPada Desember …": a heading that lost the break before its first sentence.</summary>
internal static class GluedHeading
{
    private const int LongestHeading = 90;

    /// <summary>The heading and the sentence; null where none is glued.</summary>
    public static (string Heading, string Sentence)? Split(string line)
    {
        var most = Math.Min(line.Length - 2, LongestHeading);
        for (var i = 8; i < most; i++)
        {
            if (char.IsLower(line[i - 1]) && char.IsUpper(line[i]) && char.IsLower(line[i + 1]) && IsHeading(line[..i]) && line.IndexOf(' ', i) is > 0)
            {
                return (line[..i], line[i..]);
            }
            if (line[i] is '.' or '?' or '!')
            {
                return null;
            }
        }
        return null;
    }

    // Before the seam stand at least two words, most of them capitalised, as in a title.
    private static bool IsHeading(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var longer = words.Where(word => word.Length > 3).ToList();
        return words.Length >= 2 && longer.Count >= 2 && longer.Count(word => char.IsUpper(word[0])) * 3 >= longer.Count * 2;
    }
}
