using System.Text.RegularExpressions;

namespace DiplomacyTracker.Tests.Scraper.Reading;

/// <summary>Likeness of two texts by their runs of four words, counted: the measure of the article-extraction benchmarks.</summary>
internal static partial class Shingles
{
    private const int Words = 4;

    /// <returns>Shares of the found runs that are right, and of the right runs that are found.</returns>
    public static (double Precision, double Recall) Compare(string expected, string found)
    {
        var right = Count(expected);
        var given = Count(found);
        var both = given.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        return ((double)both / Math.Max(1, given.Values.Sum()), (double)both / Math.Max(1, right.Values.Sum()));
    }

    /// <summary>F1 of the means over many texts.</summary>
    public static double F1(IReadOnlyCollection<(double Precision, double Recall)> scores)
    {
        var (precision, recall) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall));
        return 2 * precision * recall / (precision + recall);
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        return Enumerable.Range(0, Math.Max(1, words.Count - Words + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Words)))
            .CountBy(run => run).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
