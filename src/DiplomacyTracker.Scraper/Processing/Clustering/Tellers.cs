namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Who tells what of one field: by origin, since copies of one text say a thing once.</summary>
internal static class Tellers
{
    public static Dictionary<string, HashSet<string>> ByOrigin(IEnumerable<ClaimFact> claims) => claims.GroupBy(claim => claim.Origin)
        .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether nobody tells both of two values, and somebody who tells the one shares no value with somebody who tells the other.</summary>
    public static bool AreApart(IReadOnlyDictionary<string, HashSet<string>> told, string a, string b) =>
        !told.Values.Any(values => values.Contains(a) && values.Contains(b))
        && told.Values.Where(values => values.Contains(a)).Any(one => told.Values.Any(other => other.Contains(b) && !one.Overlaps(other)));
}
