namespace DiplomacyTracker.Scraper.Fetching;

internal enum RobotsKey
{
    Other,
    UserAgent,
    Allow,
    Disallow,
    Sitemap,
    CrawlDelay,
}

/// <summary>One line of a robots.txt. Usual typing errors, longer keys and a missing colon are forgiven as by Google's parser: nearly always that makes us more careful, never less by a rule of its own.</summary>
internal static class RobotsLine
{
    // Google's parser reads no more of a line; nothing that people write is longer.
    private const int Longest = (2083 * 8) - 1;
    private const string Space = " \t\v\f\r\n";

    private static readonly (string Prefix, RobotsKey Key)[] Keys =
    [
        ("user-agent", RobotsKey.UserAgent), ("useragent", RobotsKey.UserAgent), ("user agent", RobotsKey.UserAgent),
        ("allow", RobotsKey.Allow),
        ("disallow", RobotsKey.Disallow), ("dissallow", RobotsKey.Disallow), ("dissalow", RobotsKey.Disallow), ("disalow", RobotsKey.Disallow), ("diasllow", RobotsKey.Disallow), ("disallaw", RobotsKey.Disallow),
        ("sitemap", RobotsKey.Sitemap), ("site-map", RobotsKey.Sitemap),
        ("crawl-delay", RobotsKey.CrawlDelay), ("crawldelay", RobotsKey.CrawlDelay),
    ];

    public static (RobotsKey Key, string Value) Read(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Longest)];
        var comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).Trim(Space);
        var separator = line.IndexOf(':');
        if (separator < 0)
        {
            separator = line.IndexOfAny(' ', '\t');
            // Without a colon a line is a rule only where it is two words.
            if (separator < 0 || line[separator..].TrimStart(Space).IndexOfAny(' ', '\t') >= 0)
            {
                return (RobotsKey.Other, "");
            }
        }
        var name = line[..separator].Trim(Space);
        foreach (var (prefix, key) in Keys)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return (key, line[(separator + 1)..].Trim(Space).ToString());
            }
        }
        return (RobotsKey.Other, "");
    }
}
