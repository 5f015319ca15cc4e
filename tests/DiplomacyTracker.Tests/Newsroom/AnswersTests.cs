using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DiplomacyTracker.Newsroom;

namespace DiplomacyTracker.Tests.Newsroom;

/// <summary>The answers and the sample articles say the same, so that a figure measured against them means something.</summary>
public sealed partial class AnswersTests : IDisposable
{
    private static readonly string[] Types =
        ["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "CONCEDE", "RETREAT"];

    private static readonly string[] Classes = ["precision", "scope", "timezone", "update"];
    private readonly JsonDocument _answers = JsonDocument.Parse(SampleArticles.Answers);
    private readonly Dictionary<string, Article> _articles = SampleArticles.All.ToDictionary(article => article.Id);

    public void Dispose() => _answers.Dispose();

    [Fact]
    public void Every_article_is_accounted_for_once_by_an_outlet_that_exists()
    {
        Assert.Equal(_articles.Keys.Order(StringComparer.Ordinal), All("articles").Select(row => Text(row, "article")).Order(StringComparer.Ordinal));
        Assert.All(_articles.Values, article => Assert.Contains(article.Outlet, SampleArticles.Outlets.Select(outlet => outlet.Key)));
        Assert.All(_articles.Values, article => Assert.True(article.PublishedAt.Year is 2025 or 2026, article.Id));
        var offTopic = Texts(_answers.RootElement, "offTopic");
        Assert.Equal(offTopic.Order(), All("articles").Where(row => Told(row).Count == 0).Select(row => Text(row, "article")).Order());
    }

    [Fact]
    public void Events_and_articles_name_each_other()
    {
        var events = All("events").ToDictionary(row => Text(row, "key"));
        foreach (var (key, row) in events)
        {
            var telling = All("articles").Where(article => Told(article).Contains(key)).ToList();
            Assert.Equal(Texts(row, "articles").Order(), telling.Select(article => Text(article, "article")).Order());
            Assert.Equal(row.GetProperty("origins").GetInt32(), telling.Select(article => Text(article, "origin")).Distinct().Count());
            Assert.Contains(Text(row, "type"), Types);
            Assert.All(Texts(row, "participants"), state => Assert.Matches("^[A-Z]{2}$", state));
            Assert.True(row.GetProperty("date").ValueKind == JsonValueKind.Null || IsEdtf(Text(row, "date")), key);
        }
        Assert.All(All("articles"), article => Assert.Equal(Told(article).Select(key => Text(events[key], "type")).Distinct().Order(), Texts(article, "types").Order()));
        Assert.All(All("articles"), article => Assert.All(Texts(article, "optional"), key => Assert.True(events.ContainsKey(key) && !Told(article).Contains(key), key)));
        Assert.All(All("editionPairs").SelectMany(Strings), key => Assert.Contains(key, events.Keys));
    }

    [Fact]
    public void Each_copy_shares_the_words_and_the_origin_of_its_original()
    {
        var origins = All("articles").ToDictionary(row => Text(row, "article"), row => Text(row, "origin"));
        var groups = All("reprints").Select(Strings).ToList();
        Assert.Equal(groups.Sum(group => group.Count), groups.SelectMany(group => group).Distinct().Count());
        foreach (var group in groups)
        {
            var original = Words(_articles[group[0]]);
            foreach (var copy in group.Skip(1).Select(id => _articles[id]))
            {
                var words = Words(copy);
                Assert.True(words.Intersect(original).Count() >= 0.5 * words.Count, copy.Id);
                Assert.Equal(_articles[group[0]].Outlet, copy.Via);
                Assert.Equal(origins[group[0]], origins[copy.Id]);
                Assert.True(copy.PublishedAt > _articles[group[0]].PublishedAt, copy.Id);
            }
        }
    }

    [Fact]
    public void Each_difference_stands_between_articles_that_tell_its_event()
    {
        var told = All("articles").ToDictionary(row => Text(row, "article"), Told);
        foreach (var difference in All("discrepancies").Concat(All("differences")))
        {
            var sides = difference.GetProperty("sides").EnumerateArray().ToList();
            Assert.True(sides.Count > 1);
            Assert.Equal(Texts(difference, "values"), sides.Select(side => Text(side, "value")));
            Assert.All(sides.SelectMany(side => Texts(side, "articles")), id => Assert.Contains(Text(difference, "event"), told[id]));
            Assert.All(sides.Where(_ => Text(difference, "field") == "date"), side => Assert.True(IsEdtf(Text(side, "value"))));
        }
        Assert.All(All("differences"), difference => Assert.Contains(Text(difference, "class"), Classes));
        Assert.All(All("discrepancies"), difference => Assert.Equal(Texts(difference, "values").Order(StringComparer.Ordinal), Texts(difference, "values")));
    }

    [Fact]
    public void Planted_words_stand_in_their_articles()
    {
        Assert.All(All("times"), row => Assert.Contains(Text(row, "surface"), Body(Text(row, "article")), StringComparison.Ordinal));
        Assert.All(All("weekdayMismatches"), row => Assert.Contains(Text(row, "surface"), Body(Text(row, "article")), StringComparison.Ordinal));
        Assert.All(All("secondHand"), row => Assert.Contains(Text(row, "via"), Body(Text(row, "article")), StringComparison.Ordinal));
        Assert.Equal(
            _articles.Values.SelectMany(article => article.Later.Select(edit => (article.Id, edit.Was, edit.Is))).Order(),
            All("edited").Select(row => (Text(row, "article"), Text(row, "was"), Text(row, "is"))).Order());
        Assert.All(All("edited"), row => Assert.Contains(Text(row, "was"), Body(Text(row, "article")), StringComparison.Ordinal));
    }

    [Fact]
    public void A_weekday_contradicts_its_date_only_where_it_is_planted()
    {
        var culture = CultureInfo.GetCultureInfo("id-ID");
        var contradictions = new List<(string, string)>();
        foreach (var article in _articles.Values)
        {
            foreach (Match match in WeekdayAndDate().Matches(Body(article.Id)))
            {
                var date = new DateOnly(int.Parse(match.Groups["year"].Value, culture), int.Parse(match.Groups["month"].Value, culture), int.Parse(match.Groups["day"].Value, culture));
                if (date.DayOfWeek != Weekday(match.Groups["weekday"].Value))
                {
                    contradictions.Add((article.Id, match.Value));
                }
                Assert.True(date <= DateOnly.FromDateTime(article.PublishedAt), $"{article.Id}: {match.Value}");
            }
        }
        Assert.Equal(All("weekdayMismatches").Select(row => (Text(row, "article"), Text(row, "surface"))).Order(), contradictions.Order());
    }

    private static DayOfWeek Weekday(string name) => (DayOfWeek)Array.IndexOf(["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"], name);

    private static bool IsEdtf(string value) => value.Split('/').All(part =>
        DateOnly.TryParseExact(part, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static HashSet<string> Words(Article article)
    {
        var words = string.Join(' ', article.Body).Split(' ');
        return [.. Enumerable.Range(0, words.Length - 2).Select(i => string.Join(' ', words.Skip(i).Take(3)))];
    }

    private static HashSet<string> Told(JsonElement article) => [.. Texts(article, "main"), .. Texts(article, "background")];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static List<string> Texts(JsonElement row, string name) => Strings(row.GetProperty(name));

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetString()!)];

    private List<JsonElement> All(string section) => [.. _answers.RootElement.GetProperty(section).EnumerateArray()];

    private string Body(string id) => string.Join('\n', _articles[id].Body);

    [GeneratedRegex(@"(?<weekday>Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?: \w+){0,2} \((?<day>\d+)/(?<month>\d+)/(?<year>\d{4})\)")]
    private static partial Regex WeekdayAndDate();
}
