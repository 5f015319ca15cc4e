using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Where the tellings of one event differ, and whether that is a disagreement. Every pair is classed by <see cref="ValueComparer"/>; nobody is judged to be right.</summary>
internal sealed class Differences(ValueComparer comparer, KnownNames names)
{
    private readonly DateDifferences _dates = new(comparer, names);
    private readonly AttendanceDifferences _attendance = new(comparer);
    private readonly SignatoryDifferences _signatories = new(comparer);

    public List<DifferenceFact> Of(IReadOnlyList<ClaimFact> claims, EntityLink? venue) =>
    [
        .. _dates.Of(claims, venue),
        // Where something was is claimed by whoever says when and names the city.
        .. OfField(ClaimField.Place, claims.Where(claim => claim.Report.Content is { Place.IsCity: true, Time: not null })),
        .. OfField(ClaimField.Count, claims),
        .. _attendance.Of(claims),
        .. _signatories.Of(claims),
        .. OfField(ClaimField.Name, claims),
        .. OfField(ClaimField.Outcome, claims),
    ];

    private IEnumerable<DifferenceFact> OfField(ClaimField field, IEnumerable<ClaimFact> claims) => claims.Where(claim => claim.Field == field)
        .GroupBy(claim => claim.Subject).OrderBy(group => group.Key, StringComparer.Ordinal)
        .SelectMany(subject => ValuePairs.Classed([.. subject], claim => claim.ToTold(), (a, b) => comparer.Compare(field, a, b)));
}
