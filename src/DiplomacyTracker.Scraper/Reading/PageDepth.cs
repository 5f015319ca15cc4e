namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Estimates how deeply a page is nested before it is parsed: building and walking a very deep tree takes minutes or the stack.</summary>
internal static class PageDepth
{
    private const int Most = 400;

    private static readonly string[] Void =
        ["br", "img", "hr", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "wbr", "p", "li", "td", "tr", "th", "option", "path", "dt", "dd"];

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var closing = html[i + 1] == '/';
            var start = i + (closing ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }
            if (end == start || IsVoid(html.AsSpan(start, end - start)))
            {
                continue;
            }
            depth = closing ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Most)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsVoid(ReadOnlySpan<char> name)
    {
        foreach (var known in Void)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
