using System.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>One space between words, none at the ends, and no sign that cannot be stored or seen.</summary>
internal static class Whitespace
{
    public static string Collapse(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u00ad' or '\u200b' or '\ufeff')
            {
                if (c is not ('\u00ad' or '\u200b' or '\ufeff') && clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\ufffd');
            }
            else if (!char.IsControl(c))
            {
                clean.Append(c);
            }
        }
        return clean.ToString().TrimEnd();
    }
}
