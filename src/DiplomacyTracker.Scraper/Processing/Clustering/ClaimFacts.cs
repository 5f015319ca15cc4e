using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>One value of one field as one article gives it.</summary>
internal sealed record ClaimFact(EventReport Report, ClaimField Field, string? Subject, string Value, TextSpan Span)
{
    public string Quote => Quotes.InContext(Report, Span);
}

/// <summary>Collects what the reports of one event claim, field by field.</summary>
internal static class ClaimFacts
{
    public static List<ClaimFact> Of(IReadOnlyList<EventReport> reports) => [.. reports.SelectMany(OfOne).DistinctBy(IdentityOf)];

    /// <summary>The different dates that are told.</summary>
    public static List<DateInterval> Dates(IReadOnlyList<EventReport> reports) =>
        [.. reports.Select(report => report.Content.Time?.Interval).OfType<DateInterval>().Distinct()];

    private static IEnumerable<ClaimFact> OfOne(EventReport report)
    {
        var content = report.Content;
        if (content.Time is { Edtf: { } edtf } time)
        {
            yield return new ClaimFact(report, ClaimField.Date, null, edtf, time.Span);
        }
        if (content.Place is { } place)
        {
            yield return new ClaimFact(report, ClaimField.Place, null, place.Entity.Key, place.Span);
        }
        foreach (var figure in content.Figures)
        {
            var value = figure.Value.ToString(CultureInfo.InvariantCulture);
            yield return new ClaimFact(report, ClaimField.Count, figure.Of, figure.Approximate ? value + "~" : value, figure.Span);
        }
        foreach (var participant in content.Participants)
        {
            yield return new ClaimFact(
                report, ClaimField.Participant, participant.Entity.Key, participant.Attendance.ToString().ToLowerInvariant(), participant.Span);
        }
        foreach (var name in content.Names)
        {
            yield return new ClaimFact(report, ClaimField.Name, name.Key, Quotes.Words(report, name.Span), name.Span);
        }
        foreach (var outcome in content.Outcomes)
        {
            yield return new ClaimFact(report, ClaimField.Outcome, null, outcome.Key, outcome.Span);
        }
    }

    // An article that says the same twice claims it once.
    private static (long, ClaimField, string?, string) IdentityOf(ClaimFact claim) => (claim.Report.ArticleId, claim.Field, claim.Subject, claim.Value);
}
