using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>One value of one field as one article gives it; <see cref="Origin"/> is shared by all copies of its text.</summary>
internal sealed record ClaimFact(EventReport Report, string Origin, ClaimField Field, string? Subject, string Value, TextSpan Span)
{
    public string Quote => Quotes.InContext(Report, Span);

    /// <summary>The claim as it is compared with others of its field.</summary>
    public ToldValue ToTold() => new(Value, Quotes.Near(Report, Span), Subject, Report.Article!.PublishedAt) { Status = Report.Content.Status, IsOfMeeting = Report.Content.Summit is not null };
}

/// <summary>Collects what the reports of one event claim, field by field.</summary>
internal static class ClaimFacts
{
    public static List<ClaimFact> Of(IReadOnlyList<EventReport> reports, OriginGroups origins) =>
        [.. reports.SelectMany(report => OfOne(report, origins.Of(report))).DistinctBy(IdentityOf)];

    private static IEnumerable<ClaimFact> OfOne(EventReport report, string origin)
    {
        var content = report.Content;
        if (content.Time is { Edtf: { } edtf } time)
        {
            yield return new ClaimFact(report, origin, ClaimField.Date, null, edtf, time.Span);
        }
        if (content.Place is { } place)
        {
            yield return new ClaimFact(report, origin, ClaimField.Place, null, place.Entity.Key, place.Span);
        }
        foreach (var figure in content.Figures)
        {
            var value = figure.Value.ToString(CultureInfo.InvariantCulture);
            yield return new ClaimFact(report, origin, ClaimField.Count, figure.Of, value + (figure.IsAtLeast ? "+" : figure.Approximate ? "~" : ""), figure.Span);
        }
        foreach (var participant in content.Participants)
        {
            yield return new ClaimFact(
                report, origin, ClaimField.Participant, participant.Entity.Key, Word(participant.Attendance), participant.Span);
        }
        // Whoever stands in is claimed of the state, so that two who cannot both do so meet.
        foreach (var represented in content.Participants.Where(one => one is { Attendance: Attendance.Represented, Type: EntityType.Country, By: not null }))
        {
            yield return new ClaimFact(report, origin, ClaimField.Participant, represented.Entity.Key, represented.By!.Key, represented.Span);
        }
        foreach (var signatory in content.Signatories)
        {
            yield return new ClaimFact(report, origin, ClaimField.Signatory, signatory.State, signatory.Entity.Key, signatory.Span);
        }
        foreach (var host in content.Hosts)
        {
            yield return new ClaimFact(report, origin, ClaimField.Host, null, host.Entity.Key, host.Span);
        }
        foreach (var item in content.Agenda)
        {
            yield return new ClaimFact(report, origin, ClaimField.Agenda, null, Quotes.Words(report, item.Span), item.Span);
        }
        foreach (var occasion in content.Occasions)
        {
            yield return new ClaimFact(report, origin, ClaimField.Occasion, occasion.When.ToString().ToLowerInvariant(), MeetingKey.Of(occasion.Meeting), occasion.Span);
        }
        foreach (var name in content.Names)
        {
            yield return new ClaimFact(report, origin, ClaimField.Name, name.Key, Quotes.Words(report, name.Span), name.Span);
        }
        foreach (var outcome in content.Outcomes)
        {
            yield return new ClaimFact(report, origin, ClaimField.Outcome, null, outcome.Key, outcome.Span);
        }
    }

    /// <summary>An attendance as claims have it.</summary>
    public static string Word(Attendance attendance) => attendance.ToString().ToLowerInvariant();

    // An article that says the same twice claims it once.
    private static (long, ClaimField, string?, string) IdentityOf(ClaimFact claim) => (claim.Report.ArticleId, claim.Field, claim.Subject, claim.Value);
}
