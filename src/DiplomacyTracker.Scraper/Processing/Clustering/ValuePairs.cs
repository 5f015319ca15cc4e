using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>The pairs of values that are told of one thing, class by class.</summary>
internal static class ValuePairs
{
    /// <summary>Two values disagree only where nobody tells both: an origin that does so tells of two of something.</summary>
    public static IEnumerable<DifferenceFact> Classed(IReadOnlyList<ClaimFact> claims, Func<ClaimFact, ToldValue> told, Func<ToldValue, ToldValue, DifferenceClass?> classOf)
    {
        var tellers = Tellers.ByOrigin(claims);
        return Of(
            claims.DistinctBy(claim => claim.Value).Select(claim => (claim, told(claim))),
            (a, b) => classOf(a.Told, b.Told) is var kind && kind == DifferenceClass.Discrepancy && !Tellers.AreApart(tellers, a.Claim.Value, b.Claim.Value) ? DifferenceClass.OtherScope : kind);
    }

    /// <summary>The first claim of each value speaks for it.</summary>
    public static IEnumerable<DifferenceFact> Of(
        IEnumerable<(ClaimFact Claim, ToldValue Told)> claims, Func<(ClaimFact Claim, ToldValue Told), (ClaimFact Claim, ToldValue Told), DifferenceClass?> classOf)
    {
        var firsts = claims.DistinctBy(one => one.Claim.Value).OrderBy(one => one.Claim.Value, StringComparer.Ordinal).ToList();
        return firsts.SelectMany((a, i) => firsts.Skip(i + 1).Select(b => (A: a.Claim, B: b.Claim, Class: classOf(a, b))))
            .Where(pair => pair.Class is not null).GroupBy(pair => pair.Class!.Value).OrderBy(kind => kind.Key)
            .Select(kind => new DifferenceFact(
                firsts[0].Claim.Field, firsts[0].Claim.Subject, kind.Key, [.. kind.SelectMany(pair => new[] { pair.A.Value, pair.B.Value }).Distinct().Order(StringComparer.Ordinal)], []));
    }
}
