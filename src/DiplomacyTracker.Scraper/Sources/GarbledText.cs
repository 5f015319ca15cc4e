namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Tells a text that was decoded in a wrong charset: letters that no Indonesian text has, and the pairs into which UTF-8 falls when it is read as Windows-1252.</summary>
internal static class GarbledText
{
    private const double MostStrange = 0.02;

    // "â€", "Ã" or "Â" before a letter or sign of the upper half.
    public static bool Is(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }
        var strange = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            strange += c is '\uFFFD' || (c is >= '\u0080' and <= '\u009F') || (char.IsLetter(c) && c > '\u02FF') ? 4
                : c is 'â' or 'Ã' or 'Â' && i + 1 < text.Length && text[i + 1] > '\u007F' ? 8 : 0;
        }
        return strange > text.Length * MostStrange;
    }
}
