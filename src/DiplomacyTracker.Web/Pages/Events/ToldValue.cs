using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Web.Pages.Events;

/// <summary>One claim of a field with the outlet that prints it, and what is wrong with its words in themselves.</summary>
public sealed record ToldClaim(string Value, string Quote, string Origin, long ArticleId, string SourceKey, string SourceName, TimeFlag? Flag = null);

/// <summary>An outlet's article in a chain.</summary>
public sealed record ToldBy(long ArticleId, string SourceName);

/// <summary>What one origin says, with everyone who prints it after it. The quoted words are those of its first article.</summary>
public sealed record ToldByOrigin(string Quote, string Origin, bool IsOwn, IReadOnlyList<ToldBy> Outlets, int Articles, int Sources, TimeFlag? Flag);

/// <summary>One value of a disputed field, by origin, the most printed first.</summary>
public sealed record ToldValue(string Value, IReadOnlyList<ToldByOrigin> Origins)
{
    public int Articles => Origins.Sum(origin => origin.Articles);

    /// <summary>Values in their own order; <paramref name="claims"/> come by the time of publication.</summary>
    public static IReadOnlyList<ToldValue> Of(IEnumerable<string> values, IReadOnlyList<ToldClaim> claims) =>
    [
        .. values.Select(value => new ToldValue(
            value,
            [
                .. claims.Where(claim => claim.Value == value).GroupBy(claim => claim.Origin)
                    .Select(group => OfOrigin(group.Key, [.. group.DistinctBy(claim => claim.ArticleId)]))
                    .OrderByDescending(origin => origin.Articles),
            ])).Where(value => value.Origins.Count > 0),
    ];

    private static ToldByOrigin OfOrigin(string origin, List<ToldClaim> claims)
    {
        // The origin's own article speaks for it, where we have it.
        var first = claims.Find(claim => claim.SourceKey == origin) ?? claims[0];
        return new ToldByOrigin(
            first.Quote,
            origin,
            first.SourceKey == origin,
            [.. claims.OrderBy(claim => claim.SourceKey == origin).DistinctBy(claim => claim.SourceKey).Select(claim => new ToldBy(claim.ArticleId, claim.SourceName))],
            claims.Count,
            claims.Select(claim => claim.SourceKey).Distinct().Count(),
            first.Flag);
    }
}
