using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Who is said to have taken part, and who to have stood in for whom.</summary>
internal sealed class AttendanceDifferences(ValueComparer comparer)
{
    private static readonly string Present = ClaimFacts.Word(Attendance.Present);
    private static readonly HashSet<string> States = [.. Enum.GetValues<Attendance>().Select(ClaimFacts.Word)];

    public IEnumerable<DifferenceFact> Of(IReadOnlyList<ClaimFact> claims)
    {
        var subjects = claims.Where(claim => claim.Field == ClaimField.Participant).GroupBy(claim => claim.Subject!).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var standIns = subjects.Select(subject => Representatives(claims, subject.Key, [.. subject.Where(claim => !States.Contains(claim.Value))])).OfType<DifferenceFact>().ToList();
        var covered = standIns.SelectMany(fact => fact.Values).ToHashSet(StringComparer.Ordinal);
        // That one came in person whom another origin has somebody stand in for is told of their state.
        return subjects.Where(subject => !covered.Contains(subject.Key)).SelectMany(subject => Presence([.. subject.Where(claim => States.Contains(claim.Value))])).Concat(standIns);
    }

    private IEnumerable<DifferenceFact> Presence(List<ClaimFact> claims) => ValuePairs.Classed(claims, Told, (a, b) => comparer.Compare(ClaimField.Participant, a, b));

    private static ToldValue Told(ClaimFact claim) => claim.ToTold() with { Value = $"{claim.Subject}: {claim.Value}" };

    // Who stands in, and whoever is said to have come in person though another origin has somebody stand in.
    private DifferenceFact? Representatives(IReadOnlyList<ClaimFact> all, string state, List<ClaimFact> claims)
    {
        var standIns = claims.Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var replaced = claims.SelectMany(claim => claim.Report.Content.Participants)
            .Where(one => one is { Attendance: Attendance.Represented, Type: EntityType.Person, By: { } by } && standIns.Contains(by.Key)).Select(one => one.Entity.Key).ToHashSet(StringComparer.Ordinal);
        var told = claims.GroupBy(claim => claim.Origin).ToDictionary(
            group => group.Key, group => (First: group.First(), Came: group.SelectMany(claim => Delegation(claim, state)).ToHashSet(StringComparer.Ordinal)));
        foreach (var inPerson in all.Where(claim => claim.Field == ClaimField.Participant && claim.Value == Present && replaced.Contains(claim.Subject!)))
        {
            told.TryAdd(inPerson.Origin, (inPerson, [inPerson.Subject!]));
        }
        // Of a delegation only those are named who stand in.
        List<string> apart = [.. Apart(state, [.. told.Values]).Where(who => standIns.Contains(who) || replaced.Contains(who)).Distinct().Order(StringComparer.Ordinal)];
        return apart.Count > 1 ? new DifferenceFact(ClaimField.Participant, state, DifferenceClass.Discrepancy, apart, []) : null;
    }

    private IEnumerable<string> Apart(string state, List<(ClaimFact First, HashSet<string> Came)> told) => told.SelectMany((one, i) => told.Skip(i + 1)
        .Where(other => comparer.Compare(ClaimField.Participant, Told(state, one), Told(state, other)) == DifferenceClass.Discrepancy)
        .SelectMany(other => one.Came.Concat(other.Came)));

    private static ToldValue Told(string state, (ClaimFact First, HashSet<string> Came) told) =>
        told.First.ToTold() with { Value = $"{string.Join(", ", told.Came)}: {AttendanceValues.StandIn}", Of = state };

    // Two envoys may come together.
    private static IEnumerable<string> Delegation(ClaimFact claim, string state) => claim.Report.Content.Participants
        .Where(one => one is { Type: EntityType.Person, Attendance: Attendance.Present } && one.Entity.Country == state).Select(one => one.Entity.Key).Append(claim.Value);
}
