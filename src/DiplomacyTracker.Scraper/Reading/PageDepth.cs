using System.Buffers;
using System.Collections.Frozen;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Estimates a page's tree before it is parsed: building a very deep one takes minutes, a very large one hundreds of megabytes.</summary>
internal static class PageDepth
{
    private const int Most = 500;
    private const int MostElements = 100_000;

    // Elements that have no end, or need none. They open no level of their own.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endless = new[]
    {
        "br", "img", "hr", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "wbr", "param", "p", "li", "td", "tr", "th", "option", "path", "dt", "dd", "rect", "circle", "use",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f/>");

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        var elements = 0;
        var rest = html.AsSpan();
        for (var open = rest.IndexOf('<'); open >= 0 && open + 2 < rest.Length; open = rest.IndexOf('<'))
        {
            var closing = rest[open + 1] == '/';
            rest = rest[(open + (closing ? 2 : 1))..];
            if (!char.IsAsciiLetter(rest[0]))
            {
                continue;
            }
            elements += closing ? 0 : 1;
            if (elements > MostElements)
            {
                return true;
            }
            var end = rest.IndexOfAny(EndOfName);
            var name = end < 0 ? rest : rest[..end];
            if (!closing && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                // What a script or a style sheet holds opens nothing.
                var close = rest.IndexOf(name.Length == 6 ? "</script" : "</style", StringComparison.OrdinalIgnoreCase);
                rest = close < 0 ? default : rest[(close + 2)..];
            }
            else if (!Endless.Contains(name))
            {
                depth = closing ? Math.Max(0, depth - 1) : depth + 1;
                if (depth > Most)
                {
                    return true;
                }
            }
        }
        return false;
    }
}
