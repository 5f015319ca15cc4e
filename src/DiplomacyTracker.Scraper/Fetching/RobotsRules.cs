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
        var groups = new List<Group>();
        var sitemaps = new List<string>();
        Group? current = null;
        var inRules = false;
        // One character an octet: rules are compared octet by octet, whatever encoding the file is in.
        foreach (var line in Encoding.Latin1.GetString(body[..Math.Min(body.Length, MostBytes)]).Split(['\r', '\n']))
        {
            var (key, value) = RobotsLine.Read(line);
            if (key == RobotsKey.UserAgent)
            {
                if (current is null || inRules)
                {
                    groups.Add(current = new Group());
                    inRules = false;
                }
                current.Agents.Add(ProductToken(value));
            }
            else if (key == RobotsKey.Sitemap)
            {
                sitemaps.Add(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value)));
            }
            else if (current is not null && key is RobotsKey.Allow or RobotsKey.Disallow)
            {
                inRules = true;
                current!.Add(value, key == RobotsKey.Allow);
            }
            else if (key == RobotsKey.CrawlDelay)
            {
                // No rule of the standard's, so it ends no list of agents.
                current?.Delay(value);
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
        RobotsRule? best = null;
        foreach (var rule in GroupsFor(agents).SelectMany(group => group.Rules))
        {
            if ((best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allow && !best.Allow)) && rule.Matches(path))
            {
                best = rule;
            }
        }
        return (best?.Allow ?? true, best?.Text);
    }

    /// <summary>The pause that the group of the agent asks for, at most a minute; the longest where it says several.</summary>
    public TimeSpan? CrawlDelay(string agent) => GroupsFor([agent]).Max(group => group.CrawlDelay);

    private IEnumerable<Group> GroupsFor(IEnumerable<string> agents)
    {
        var tokens = agents.Select(ProductToken).Where(token => token.Length > 0).ToList();
        var own = _groups.Where(group => group.Agents.Any(agent => tokens.Contains(agent, StringComparer.OrdinalIgnoreCase))).ToList();
        return own.Count > 0 ? own : _groups.Where(group => group.Agents.Contains("*"));
    }

    // A value is cut at the first character that no product token has; "*" is for everybody.
    private static string ProductToken(string value)
    {
        if (value.StartsWith('*') && (value.Length == 1 || value[1] is ' ' or (>= '\t' and <= '\r')))
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

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string value, bool allow)
        {
            if (value.Length > 0)
            {
                Rules.Add(new RobotsRule(value, allow));
            }
        }

        public void Delay(string value)
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay)) is var delay && !(delay <= CrawlDelay))
            {
                CrawlDelay = delay;
            }
        }
    }
}
