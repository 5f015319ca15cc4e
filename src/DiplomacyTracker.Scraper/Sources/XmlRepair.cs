using System.Text;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Mends what publishers most often break: bare ampersands, names of HTML's entities, signs that XML forbids, words before the first tag.</summary>
internal static class XmlRepair
{
    private static readonly HashSet<string> Known = ["amp", "lt", "gt", "quot", "apos"];

    public static string Mend(string text)
    {
        var first = text.IndexOf('<');
        var mended = new StringBuilder(text.Length + 64);
        for (var i = Math.Max(first, 0); i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && text.AsSpan(i).StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                var end = text.IndexOf("]]>", i, StringComparison.Ordinal);
                end = end < 0 ? text.Length : end + 3;
                AppendAllowed(mended, text.AsSpan(i, end - i));
                i = end - 1;
            }
            else if (c == '&')
            {
                var end = text.AsSpan(i + 1, Math.Min(12, text.Length - i - 1)).IndexOf(';');
                var name = end > 0 ? text.Substring(i + 1, end) : "";
                if (name.Length > 1 && name[0] == '#' && name.Skip(name[1] == 'x' ? 2 : 1).All(char.IsAsciiHexDigit))
                {
                    mended.Append('&').Append(name).Append(';');
                    i += end + 1;
                }
                else if (Known.Contains(name))
                {
                    mended.Append('&').Append(name).Append(';');
                    i += end + 1;
                }
                else if (name.Length > 1 && System.Net.WebUtility.HtmlDecode($"&{name};") is var decoded && decoded.Length <= 2 && decoded[0] != '&')
                {
                    mended.Append(decoded);
                    i += end + 1;
                }
                else
                {
                    mended.Append("&amp;");
                }
            }
            else if (IsAllowed(c))
            {
                mended.Append(c);
            }
        }
        return mended.ToString();
    }

    private static void AppendAllowed(StringBuilder target, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsAllowed(c))
            {
                target.Append(c);
            }
        }
    }

    private static bool IsAllowed(char c) => c >= ' ' ? c is not ('\ufffe' or '\uffff') : c is '\t' or '\n' or '\r';
}
