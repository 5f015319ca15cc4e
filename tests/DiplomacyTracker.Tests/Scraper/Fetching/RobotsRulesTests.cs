using System.Text;
using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class RobotsRulesTests
{
    private const string Us = "DiplomacyTracker";

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/a?x=1", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/A", true)]
    [InlineData("User-agent: DiplomacyTracker\nDisallow:\nUser-agent: *\nDisallow: /", "/", true)]
    [InlineData("User-agent: diplomacytracker/2.0\nDisallow: /x\n\nUser-agent: *\nAllow: /\n\nUser-agent: DiplomacyTracker\nDisallow: /y", "/x", false)]
    [InlineData("User-agent: DiplomacyTrackerImages\nDisallow: /", "/", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\rDisallow: /", "/", false)]
    [InlineData("User-agent: *\nSitemap: /s\nCrawl-delay: 1\nUser-agent: lain\nDisallow: /", "/", false)]
    [InlineData("Disallow: /\nUser-agent: *\nAllow: /", "/", true)]
    [InlineData("User-agent: *\nDisallow: /%7Ea%2fb", "/~a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ea%2fb", "/~a/b", true)]
    [InlineData("User-agent: *\nDisallow: /ké", "/k%C3%A9", false)]
    [InlineData("useragent *\ndisallow /x", "/x", false)]
    [InlineData("useragent: *\ndissalow: /x", "/x", false)]
    [InlineData("User-agent: *\ndisallow /x y", "/x", true)]
    [InlineData("User-agent: *\nDisallow\u00a0: /x\u0085", "/x", true)]
    public void Rules_are_read_as_the_standard_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(robots)).Judge([Us], "https://contoh.example" + path).Allowed);

    [Theory]
    [InlineData("Crawl-delay: 2.5", 2.5)]
    [InlineData("Crawl-delay: 3600", 60d)]
    [InlineData("Crawl-delay: 1\nCrawl-delay: 4", 4d)]
    [InlineData("Crawl-delay: pelan", null)]
    [InlineData("Crawl-delay: -1", null)]
    [InlineData("User-agent: lain\nCrawl-delay: 9\nDisallow: /\nUser-agent: *\nAllow: /", 9d)]
    public void The_delay_is_the_groups_and_has_a_ceiling(string lines, double? seconds) =>
        Assert.Equal(seconds, RobotsRules.Parse(Encoding.UTF8.GetBytes("User-agent: *\n" + lines)).CrawlDelay(Us)?.TotalSeconds);

    [Fact]
    public void Octets_that_are_no_text_match_their_escapes()
    {
        byte[] robots = [.. "User-agent: *\nDisallow: /a"u8, 0xff, .. "\nSitemap: https://contoh.example/s.xml\n"u8];

        var rules = RobotsRules.Parse(robots);

        Assert.False(rules.Judge([Us], "https://contoh.example/a%FF").Allowed);
        Assert.Equal(["https://contoh.example/s.xml"], rules.Sitemaps);
    }

    [Fact]
    public void What_stands_behind_the_first_half_megabyte_is_not_read()
    {
        static byte[] After(int bytes) => [.. Enumerable.Repeat((byte)'\n', bytes), .. "User-agent: *\nDisallow: /"u8];

        Assert.False(RobotsRules.Parse(After(500 * 1024 - 100)).Judge([Us], "https://contoh.example/").Allowed);
        Assert.True(RobotsRules.Parse(After(512_000)).Judge([Us], "https://contoh.example/").Allowed);
    }

    [Fact]
    public void Answers_are_those_of_the_standard_written_down_slowly() =>
        Prop.ForAll(Files(), asked =>
            RobotsRules.Parse(Encoding.UTF8.GetBytes(asked.Robots)).Judge([asked.Agent], "https://contoh.example" + asked.Path).Allowed == (SlowRobots.Allows(asked.Robots, asked.Agent, asked.Path) || asked.Path == "/robots.txt"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Patterns_that_make_matchers_go_back_do_not_slow_this_one()
    {
        var stars = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 8000)) + "$\n";
        var robots = stars + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Disallow: /{string.Concat(Enumerable.Repeat("a*", 60))}b{i}$\n"));
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes(robots));

        // One that goes back at each star does not end in the life of the machine.
        Assert.True(rules.Judge([Us], "https://contoh.example/" + new string('a', 7999)).Allowed);
        Assert.False(rules.Judge([Us], "https://contoh.example/" + new string('a', 8000)).Allowed);
    }

    [Fact]
    public void The_conformance_cases_are_all_right()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/robots.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.TryGetProperty("optional", out var optional) && optional.GetBoolean())
            {
                continue;
            }
            var rules = RobotsRules.Parse(Convert.FromBase64String(row.RootElement.GetProperty("robots_b64").GetString()!));
            var agents = row.RootElement.GetProperty("agents").EnumerateArray().Select(agent => agent.GetString()!);
            Assert.Equal(row.RootElement.GetProperty("expect").GetProperty("allowed").GetBoolean(), rules.Judge(agents, row.RootElement.GetProperty("url").GetString()!).Allowed);
        }
    }

    // Files of few words, so that groups, rules and paths meet often.
    private static Arbitrary<(string Robots, string Agent, string Path)> Files()
    {
        var agent = Gen.Elements("*", "DiplomacyTracker", "diplomacytracker", "DiplomacyTracker/1.0", "lain", "Diplomacy", "*  # semua");
        var piece = Gen.Elements("/", "a", "b", "*", "$", "%61", "%2F", "%2f", "%", "é", "%C3%A9", "?", "ab", ".", "/a/", "~", "%7e");
        var pattern = Gen.Choose(0, 6).SelectMany(count => piece.ArrayOf(count)).Select(pieces => "/" + string.Concat(pieces));
        var line = Gen.OneOf(
            agent.Select(token => $"User-agent: {token}"), agent.Select(token => $"  USER-AGENT :\t{token}"),
            pattern.Select(text => $"Disallow: {text}"), pattern.Select(text => $"Allow: {text} # kata"), pattern.Select(text => $"disallow :{text}\t"), pattern.Select(text => $"Disallow: {text[1..]}"),
            Gen.Elements("", "Disallow:", "Allow:", "Sitemap: /s", "# Disallow: /", "Crawl-delay: 3", "Noindex: /a", "\t"));
        var path = Gen.Choose(0, 6).SelectMany(count => piece.Where(text => text is not ("*" or "$" or "%")).ArrayOf(count)).Select(pieces => "/" + string.Concat(pieces));
        return (from count in Gen.Choose(0, 12)
                from lines in line.ArrayOf(count)
                from end in Gen.Elements("\n", "\r\n", "\r", "\n\n")
                from who in Gen.Elements(Us, "lain", "Diplomacy")
                from at in Gen.OneOf(path, Gen.Constant("/robots.txt"))
                select (string.Join(end, lines), who, at)).ToArbitrary();
    }
}
