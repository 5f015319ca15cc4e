using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>The part of an address that robots rules are held against, in one spelling of its escapes.</summary>
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
        return Normalize(url[path] == '/' ? url[path..end] : "/" + url[path..end]);
    }

    /// <summary>Escapes what is not ASCII, decodes escapes of unreserved characters, writes the others in capitals (RFC 9309 2.2.2).</summary>
    public static string Normalize(string path)
    {
        var result = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)Convert.ToInt32(path.Substring(i + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
                {
                    result.Append(value);
                }
                else
                {
                    result.Append(path.AsSpan(i, 3).ToString().ToUpperInvariant());
                }
                i += 2;
            }
            else if (path[i] > 127)
            {
                var length = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                foreach (var octet in Encoding.UTF8.GetBytes(path.Substring(i, length)))
                {
                    result.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                }
                i += length - 1;
            }
            else
            {
                result.Append(path[i]);
            }
        }
        return result.ToString();
    }
}
