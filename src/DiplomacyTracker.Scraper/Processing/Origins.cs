using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Where a telling comes from in the end.</summary>
internal static class Origins
{
    /// <summary>The last link of the chain that the words name, else the wire that the whole article is taken from, else the outlet itself.</summary>
    /// <param name="sources">Keys of our own sources by the slug of their names: a cited outlet that we read ourselves is that source.</param>
    public static string Of(Report report, Article article, IReadOnlyDictionary<string, string> sources)
    {
        var cited = report.Via.Count > 0 ? report.Via[^1] : article.WireOrigin;
        return cited is { Length: > 0 } ? sources.GetValueOrDefault(EntitySlug.Of(cited), EntitySlug.Of(cited)) : article.Source?.Key ?? $"source-{article.SourceId}";
    }
}
