using System.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>One space between words, none at the ends, and no sign that cannot be stored or seen.</summary>
internal static class Whitespace
{
    public static string Collapse(string text) => Collapse(new StringBuilder(text.Length), text).ToString();

    public static string Collapse(StringBuilder words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var chunk in words.GetChunks())
        {
            Collapse(clean, chunk.Span);
        }
        return Trimmed(clean).ToString();
    }

    private static StringBuilder Collapse(StringBuilder clean, string text)
    {
        Collapse(clean, text.AsSpan());
        return Trimmed(clean);
    }

    private static void Collapse(StringBuilder clean, ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is > ' ' and < '\u007f')
            {
                continue;
            }
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u00ad' or '\u200b' or '\ufeff'))
            {
                continue;
            }
            clean.Append(text[start..i]);
            start = i + 1;
            if (char.IsWhiteSpace(c) && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\ufffd');
            }
        }
        clean.Append(text[start..]);
    }

    private static StringBuilder Trimmed(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }
        return clean;
    }
}
