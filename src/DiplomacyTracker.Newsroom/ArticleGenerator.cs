using System.Globalization;

namespace DiplomacyTracker.Newsroom;

/// <summary>
/// Makes any number of further articles from a seed: day after day invented stories of named countries, each told by some outlets in words of their own,
/// copied by others whole or shortened. The same seed gives the same articles.
/// </summary>
public sealed class ArticleGenerator
{
    private const int FewestStoriesADay = 140;
    private const int MostStoriesADay = 200;
    private const int MostTellers = 12;

    private static readonly DateTime FirstDay = new(2024, 1, 2);

    private readonly Random _random;
    private readonly int _seed;
    private int _made;

    private ArticleGenerator(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
    }

    public static IReadOnlyList<Article> Generate(int count, int seed) => [.. Stream(seed).Take(count)];

    /// <summary>Articles in the order of their days, without end.</summary>
    public static IEnumerable<Article> Stream(int seed)
    {
        var generator = new ArticleGenerator(seed);
        for (var day = FirstDay; ; day = day.AddDays(1))
        {
            foreach (var article in generator.Day(day))
            {
                yield return article;
            }
        }
    }

    private IEnumerable<Article> Day(DateTime day)
    {
        var stories = _random.Next(FewestStoriesADay, MostStoriesADay);
        for (var i = 0; i < stories; i++)
        {
            foreach (var article in Story(new GeneratedStory(day, _random)))
            {
                yield return article;
            }
        }
    }

    // Most stories are told by few; some by all.
    private IEnumerable<Article> Story(GeneratedStory story)
    {
        var tellers = 1;
        while (tellers < MostTellers && _random.NextDouble() < 0.76)
        {
            tellers++;
        }
        List<string>? original = null;
        for (var i = 0; i < tellers; i++)
        {
            var body = original is not null && _random.NextDouble() < 0.4 ? Copy(original) : story.Write(_random);
            original ??= body;
            yield return Article(story, body, i);
        }
    }

    private List<string> Copy(List<string> original)
    {
        var copy = _random.NextDouble() < 0.5 ? [.. original] : original.Take(Math.Max(3, original.Count / 2)).ToList();
        if (_random.NextDouble() < 0.3)
        {
            copy[^1] += " (AFP)";
        }
        return copy;
    }

    private Article Article(GeneratedStory story, List<string> body, int telling)
    {
        var outlets = SampleArticles.Outlets;
        return new Article
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"umum-{_seed}-{_made++:000000}"),
            Outlet = outlets[_random.Next(outlets.Count)].Key,
            Published = story.Day.AddHours(8).AddMinutes((telling * 35) + _random.Next(30)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Title = story.Title,
            Tags = [story.First, story.Second, story.Subject],
            Body = body,
        };
    }
}
