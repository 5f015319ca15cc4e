using System.Globalization;
using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>A robots.txt as RFC 9309 reads it: groups by product token, the longest rule decides, a tie allows.</summary>
internal sealed class RobotsRules
{
    // RFC 9309 2.5 asks for at least 500 KiB.
    private const int MostBytes = 512_000;
    private const double LongestDelay = 60;

    private readonly List<Group> _groups;

    private RobotsRules(List<Group> groups, List<string> sitemaps)
    {
        _groups = groups;
        Sitemaps = sitemaps;
    }

    public IReadOnlyList<string> Sitemaps { get; }

    public static RobotsRules Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostBytes)]);
        var groups = new List<Group>();
        var sitemaps = new List<string>();
        Group? current = null;
        var inRules = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (key, value) = Split(line);
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (current is null || inRules)
                {
                    groups.Add(current = new Group());
                    inRules = false;
                }
                current.Agents.Add(ProductToken(value));
            }
            else if (key.Equals("sitemap", StringComparison.OrdinalIgnoreCase))
            {
                sitemaps.Add(value);
            }
            else if (current is not null && key.Equals("allow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                current.Add(value, allow: true);
            }
            else if (current is not null && key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                current.Add(value, allow: false);
            }
            else if (current is not null && key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                inRules = true;
                current.Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay));
            }
        }
        return new RobotsRules(groups, sitemaps);
    }

    /// <summary>Whether one of the agents may fetch the address, and the rule that decided; no rule means allowed.</summary>
    public (bool Allowed, string? Rule) Judge(IEnumerable<string> agents, string url)
    {
        var path = RobotsPath.Of(url);
        if (path == "/robots.txt")
        {
            return (true, null);
        }
        Rule? best = null;
        foreach (var rule in GroupsFor(agents).SelectMany(group => group.Rules))
        {
            if ((best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allow && !best.Allow)) && rule.Matches(path))
            {
                best = rule;
            }
        }
        return (best?.Allow ?? true, best?.Text);
    }

    public TimeSpan? CrawlDelay(string agent) => GroupsFor([agent]).Select(group => group.Delay).FirstOrDefault(delay => delay is not null);

    private IEnumerable<Group> GroupsFor(IEnumerable<string> agents)
    {
        var tokens = agents.Select(ProductToken).Where(token => token.Length > 0).ToList();
        var own = _groups.Where(group => group.Agents.Any(agent => tokens.Contains(agent, StringComparer.OrdinalIgnoreCase))).ToList();
        return own.Count > 0 ? own : _groups.Where(group => group.Agents.Contains("*"));
    }

    // A value is cut at the first character that no product token has; "*" is for everybody.
    private static string ProductToken(string value)
    {
        if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])))
        {
            return "*";
        }
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }
        return value[..end];
    }

    private static (string Key, string Value) Split(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? ("", "") : (line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString());
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }

        public void Add(string value, bool allow)
        {
            if (value.Length > 0)
            {
                Rules.Add(new Rule(value, RobotsPath.Normalize(value), allow));
            }
        }
    }

    private sealed record Rule(string Text, string Pattern, bool Allow)
    {
        public int Length => Pattern.Length;

        /// <summary>Matches from the first octet on; "*" stands for anything, a closing "$" for the end. Linear but for the stars, which never go back.</summary>
        public bool Matches(string path)
        {
            var toEnd = Pattern.EndsWith('$');
            var pieces = (toEnd ? Pattern[..^1] : Pattern).Split('*');
            if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            {
                return false;
            }
            var at = pieces[0].Length;
            for (var i = 1; i < pieces.Length; i++)
            {
                if (toEnd && i == pieces.Length - 1)
                {
                    return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
                }
                var next = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
                if (next < 0)
                {
                    return false;
                }
                at = next + pieces[i].Length;
            }
            return !toEnd || at == path.Length;
        }
    }
}
