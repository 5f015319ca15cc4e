using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>The part of an address that robots rules are held against, in one spelling of its escapes. Octets are compared, so texts hold one octet a character here.</summary>
internal static class RobotsPath
{
    public static string Of(string url)
    {
        var scheme = url.IndexOf("//", StringComparison.Ordinal);
        var firstCut = url.IndexOfAny(['/', '?', ';']);
        var start = scheme >= 0 && (firstCut < 0 || scheme <= firstCut) ? scheme + 2 : 0;
        var path = url.IndexOfAny(['/', '?', ';'], start);
        if (path < 0)
        {
            return "/";
        }
        var fragment = url.IndexOf('#', start);
        if (fragment >= 0 && fragment < path)
        {
            return "/";
        }
        var end = fragment < 0 ? url.Length : fragment;
        return Normalize(Octets(url[path] == '/' ? url[path..end] : "/" + url[path..end]));
    }

    /// <summary>Escapes what is not ASCII, decodes escapes of unreserved characters, writes the others in capitals (RFC 9309 2.2.2).</summary>
    public static string Normalize(string octets)
    {
        var result = new StringBuilder(octets.Length);
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit(octets[i + 1]) && char.IsAsciiHexDigit(octets[i + 2]))
            {
                var value = (char)Convert.ToInt32(octets.Substring(i + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
                {
                    result.Append(value);
                }
                else
                {
                    result.Append(octets.Substring(i, 3).ToUpperInvariant());
                }
                i += 2;
            }
            else if (octets[i] > 127)
            {
                result.Append('%').Append(((int)octets[i]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(octets[i]);
            }
        }
        return result.ToString();
    }

    private static string Octets(string text) => System.Text.Ascii.IsValid(text) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
