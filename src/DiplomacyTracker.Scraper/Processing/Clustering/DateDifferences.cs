using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Times;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>How the dates that are told of one event stand to each other, and what may lie behind a disagreement.</summary>
internal sealed class DateDifferences(ValueComparer comparer, KnownNames names)
{
    public IEnumerable<DifferenceFact> Of(IReadOnlyList<ClaimFact> claims, EntityLink? venue)
    {
        var dates = claims.Where(claim => claim.Field == ClaimField.Date).Select(claim => (Claim: claim, Told: Told(claim, venue))).ToList();
        var wholes = dates.Select(date => IntervalOf(date.Claim)).Distinct().ToList();

        // Of those who give one date, whoever tells it as held speaks for it: what was planned for that day was held on it.
        var speakers = dates.OrderBy(date => date.Told.Status is not (EventStatus.Held or EventStatus.Reported)).ThenBy(date => date.Told.Zone is not null);
        return ValuePairs.Of(speakers, (a, b) => ClassOf(a.Told, b.Told, wholes))
            .Select(fact => fact.Class == DifferenceClass.Discrepancy ? fact with { Causes = CausesOf([.. dates.Select(date => date.Claim).Where(claim => fact.Values.Contains(claim.Value))], venue) } : fact);
    }

    // Two days of one meeting of several days, where somebody tells its whole length.
    private DifferenceClass? ClassOf(ToldValue a, ToldValue b, List<DateInterval> wholes) =>
        comparer.Compare(ClaimField.Date, a, b) is var kind && kind == DifferenceClass.Discrepancy && wholes.Exists(whole => DateValues.AreDaysOf(whole, a.Value, b.Value)) ? DifferenceClass.Compatible : kind;

    private ToldValue Told(ClaimFact claim, EntityLink? venue) => claim.ToTold() with
    {
        Value = IntervalOf(claim).IsDay && Quotes.HourAfter(claim.Report, claim.Span) is { } hour ? claim.Value + hour.ToString("'T'HH:mm", CultureInfo.InvariantCulture) : claim.Value,
        Zone = Zones.Of(Quotes.ZoneAfter(claim.Report, claim.Span), venue, names),
    };

    // Causes that fit; none is asserted.
    private static List<string> CausesOf(List<ClaimFact> claims, EntityLink? venue)
    {
        var days = claims.Select(claim => IntervalOf(claim).From).OfType<DateOnly>().Distinct().Order().ToList();
        var causes = new List<string>();
        if (claims.Exists(claim => claim.Report.Article!.PublishedLocally is { } at && IntervalOf(claim).From == DateOnly.FromDateTime(at.DateTime)))
        {
            causes.Add("report-date");
        }
        if (venue?.Country is { } country && country != "ID" && days.Count > 1 && days[^1].DayNumber - days[0].DayNumber == 1)
        {
            causes.Add("venue-zone");
        }
        if (days.Zip(days.Skip(1)).Any(pair => OneLetterApart(pair.First, pair.Second)))
        {
            causes.Add("typing-error");
        }
        return causes;
    }

    private static DateInterval IntervalOf(ClaimFact claim) => claim.Report.Content.Time!.Interval!;

    private static bool OneLetterApart(DateOnly a, DateOnly b) =>
        Digits(a).Zip(Digits(b)).Count(pair => pair.First != pair.Second) == 1;

    private static string Digits(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
