namespace DiplomacyTracker.Extraction.Events;

/// <summary>Looks for words that stand side by side.</summary>
internal static class WordRuns
{
    /// <summary>Whether two neighbouring words fit.</summary>
    public static bool HasPair(this List<string> words, Func<string, string, bool> fits)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (fits(words[i - 1], words[i]))
            {
                return true;
            }
        }
        return false;
    }
}
