using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Reads single values out of data that is meant as JSON and is none.</summary>
internal static partial class BrokenJson
{
    private const int LongestValue = 400;

    /// <summary>The string behind a key: up to the quotation mark that a comma, a bracket or the end of the line follows.</summary>
    public static string? Value(string json, string key)
    {
        var at = json.IndexOf($"\"{key}\"", StringComparison.Ordinal);
        return at < 0 ? null : In(json, at + key.Length + 2);
    }

    /// <summary>The names behind a key, of one object, a list of them, or plain strings.</summary>
    public static IEnumerable<string> Names(string json, string key)
    {
        var at = json.IndexOf($"\"{key}\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }
        at += key.Length + 2;
        var behind = json.AsSpan(at).TrimStart(" :\t\r\n");
        if (behind.IsEmpty || behind[0] is not ('{' or '['))
        {
            return In(json, at) is { } name ? [name] : [];
        }
        var end = json.IndexOf(behind[0] == '{' ? '}' : ']', at);
        var inside = json.AsSpan(at, (end < 0 ? json.Length : end) - at).TrimStart(" :").ToString();
        return (inside.Contains(':', StringComparison.Ordinal) ? NameInside() : PlainInside()).Matches(inside).Select(match => match.Groups["value"].Value);
    }

    private static string? In(string json, int from)
    {
        var match = Behind().Match(json, from, Math.Min(LongestValue, json.Length - from));
        return match.Success ? Escapes().Replace(match.Groups["value"].Value, Unescaped) : null;
    }

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'u' when escape.Length == 6 => ((char)Convert.ToInt32(escape.Value[2..], 16)).ToString(),
        'n' or 'r' or 't' => " ",
        var sign => sign.ToString(),
    };

    [GeneratedRegex("\\G\\s*:\\s*\"(?<value>.*?)\"\\s*(?=[,}\\]\\r\\n]|$)", RegexOptions.Singleline, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Behind();

    [GeneratedRegex("\"name\"\\s*:\\s*\"(?<value>[^\"]{2,100})\"", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NameInside();

    [GeneratedRegex("\"(?<value>[^\"]{2,100})\"", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex PlainInside();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|.)", RegexOptions.Singleline, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Escapes();
}
