using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Who is said to have signed: state by state, and the lists of states as a whole.</summary>
internal sealed class SignatoryDifferences(ValueComparer comparer)
{
    public IEnumerable<DifferenceFact> Of(IReadOnlyList<ClaimFact> claims)
    {
        var signed = claims.Where(claim => claim is { Field: ClaimField.Signatory, Subject: not null }).ToList();
        return signed.GroupBy(claim => claim.Subject!).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(state => ValuePairs.Classed([.. state], claim => claim.ToTold(), (a, b) => comparer.Compare(ClaimField.Signatory, a, b)))
            .Concat(Lists(signed));
    }

    private IEnumerable<DifferenceFact> Lists(List<ClaimFact> signed)
    {
        var lists = signed.GroupBy(claim => claim.Origin).Select(group => (First: group.First(), States: group.Select(claim => claim.Subject!).Distinct().Order(StringComparer.Ordinal).ToList())).ToList();
        var apart = lists.SelectMany((one, i) => lists.Skip(i + 1)
            .Where(other => comparer.Compare(ClaimField.Signatory, Told(one), Told(other)) == DifferenceClass.Discrepancy)
            .SelectMany(other => one.States.Except(other.States).Concat(other.States.Except(one.States)))).Distinct().Order(StringComparer.Ordinal).ToList();
        return apart.Count > 0 ? [new DifferenceFact(ClaimField.Signatory, null, DifferenceClass.Discrepancy, apart, [])] : [];
    }

    private static ToldValue Told((ClaimFact First, List<string> States) list) => list.First.ToTold() with { Value = string.Join(", ", list.States), Of = null };
}
