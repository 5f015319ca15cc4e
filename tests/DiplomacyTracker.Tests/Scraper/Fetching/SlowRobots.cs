using System.Text;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

/// <summary>RFC 9309 written down as it stands, without a thought of speed: what the product's matcher is compared with.</summary>
internal static partial class SlowRobots
{
    public static bool Allows(string robots, string agent, string path)
    {
        var groups = Groups(robots);
        var own = groups.Where(group => group.Agents.Contains(agent, StringComparer.OrdinalIgnoreCase)).ToList();
        var rules = (own.Count > 0 ? own : groups.Where(group => group.Agents.Contains("*"))).SelectMany(group => group.Rules);
        var matching = rules.Where(rule => rule.Pattern.Length > 0 && Matches(Octets(rule.Pattern), Octets(path))).ToList();
        var longest = matching.Count == 0 ? 0 : matching.Max(rule => Octets(rule.Pattern).Count);
        var deciding = matching.Where(rule => Octets(rule.Pattern).Count == longest).ToList();
        return deciding.Count == 0 || deciding.Exists(rule => rule.Allow);
    }

    private static List<(List<string> Agents, List<(bool Allow, string Pattern)> Rules)> Groups(string robots)
    {
        var groups = new List<(List<string> Agents, List<(bool Allow, string Pattern)> Rules)>();
        foreach (var line in robots.Split('\n', '\r').Select(line => line.Split('#')[0]))
        {
            if (AgentLine().Match(line) is { Success: true } agent)
            {
                if (groups.Count == 0 || groups[^1].Rules.Count > 0)
                {
                    groups.Add(([], []));
                }
                groups[^1].Agents.Add(agent.Groups[1].Value);
            }
            else if (RuleLine().Match(line) is { Success: true } rule && groups.Count > 0)
            {
                groups[^1].Rules.Add((rule.Groups[1].Value.Equals("allow", StringComparison.OrdinalIgnoreCase), rule.Groups[2].Value));
            }
        }
        return groups;
    }

    /// <summary>The octets that are compared: unreserved characters plain, others escaped in capitals.</summary>
    private static List<string> Octets(string text)
    {
        var octets = new List<string>();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && Uri.IsHexDigit((char)bytes[i + 1]) && Uri.IsHexDigit((char)bytes[i + 2]))
            {
                var value = Convert.ToByte($"{(char)bytes[i + 1]}{(char)bytes[i + 2]}", 16);
                Add(value, "-._~".Contains((char)value) || char.IsAsciiLetterOrDigit((char)value));
                i += 2;
            }
            else
            {
                Add(bytes[i], bytes[i] < 128);
            }
        }
        return octets;

        void Add(byte value, bool plain) => octets.AddRange((plain ? ((char)value).ToString() : $"%{value:X2}").Select(octet => octet.ToString()));
    }

    private static bool Matches(List<string> pattern, List<string> path)
    {
        // reach[j]: the pattern up to here can match the first j octets.
        var reach = new bool[path.Count + 1];
        reach[0] = true;
        for (var i = 0; i < pattern.Count; i++)
        {
            if (pattern[i] == "$" && i == pattern.Count - 1)
            {
                return reach[path.Count];
            }
            var next = new bool[path.Count + 1];
            for (var j = 0; j <= path.Count; j++)
            {
                next[j] = pattern[i] == "*" ? reach[..(j + 1)].Any(can => can) : j > 0 && reach[j - 1] && pattern[i] == path[j - 1];
            }
            reach = next;
        }
        return reach.Any(can => can);
    }

    [GeneratedRegex(@"^[ \t]*user-agent[ \t]*:[ \t]*([a-zA-Z_-]+|\*)", RegexOptions.IgnoreCase)]
    private static partial Regex AgentLine();

    [GeneratedRegex(@"^[ \t]*(allow|disallow)[ \t]*:[ \t]*([^ \t]*)[ \t]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RuleLine();
}
