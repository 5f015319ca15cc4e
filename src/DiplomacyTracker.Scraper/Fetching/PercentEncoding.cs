using System.Buffers;
using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>One spelling of escapes: unreserved characters plain, hexadecimal digits in capitals, a stray "%" escaped, what the URL standard wants encoded encoded.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> InPath = SearchValues.Create(" \"#<>?^`{}");
    private static readonly SearchValues<char> InQuery = SearchValues.Create(" \"#<>'");

    public static string Path(string text) => Normalize(text, InPath);

    public static string Query(string text) => Normalize(text, InQuery);

    private static string Normalize(string text, SearchValues<char> encoded)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var value = (char)Convert.ToByte(text.Substring(i + 1, 2), 16);
                result.Append(char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~' ? value.ToString() : text.Substring(i, 3).ToUpperInvariant());
                i += 2;
            }
            else if (c == '%')
            {
                result.Append("%25");
            }
            else if (c > '~')
            {
                var length = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                foreach (var octet in Encoding.UTF8.GetBytes(text.Substring(i, length)))
                {
                    Escape(result, octet);
                }
                i += length - 1;
            }
            else if (c < ' ' || encoded.Contains(c))
            {
                Escape(result, (byte)c);
            }
            else
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }

    private static void Escape(StringBuilder result, byte octet) => result.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
}
