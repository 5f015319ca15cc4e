using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Where the tellings of one event differ, and whether that is a disagreement. Nobody is judged to be right.</summary>
internal static class Differences
{
    public static List<DifferenceFact> Of(IReadOnlyList<ClaimFact> claims, bool venueIsAbroad)
    {
        var differences = new List<DifferenceFact>();
        AddDates(differences, claims, venueIsAbroad);
        AddCounts(differences, claims);
        AddOutcomes(differences, claims);
        return differences;
    }

    private static void AddDates(List<DifferenceFact> differences, IReadOnlyList<ClaimFact> claims, bool venueIsAbroad)
    {
        var tellings = claims.Where(claim => claim.Field == ClaimField.Date).Select(claim => new DateTelling(
            claim.Report.Content.Time!.Interval!,
            claim.Value,
            claim.Report.Content.Status,
            claim.Report.Article!.PublishedLocally is { } at ? DateOnly.FromDateTime(at.DateTime) : null)).ToList();
        var values = tellings.GroupBy(telling => telling.Edtf).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var classes = new Dictionary<DifferenceClass, SortedSet<string>>();
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = i + 1; j < values.Count; j++)
            {
                var kind = DateDifferences.Classify(values[i].First(), values[j].First());
                // Two days of one meeting of several days, where somebody tells its whole length.
                if (kind == DifferenceClass.Discrepancy && tellings.Exists(whole => whole.Interval.Precision == Extraction.Times.DatePrecision.DayRange
                    && DateDifferences.Covers(whole.Interval, values[i].First().Interval) && DateDifferences.Covers(whole.Interval, values[j].First().Interval)))
                {
                    kind = DifferenceClass.Compatible;
                }
                if (!classes.TryGetValue(kind, out var members))
                {
                    classes[kind] = members = new SortedSet<string>(StringComparer.Ordinal);
                }
                members.Add(values[i].Key);
                members.Add(values[j].Key);
            }
        }
        foreach (var (kind, members) in classes.OrderBy(pair => pair.Key))
        {
            var causes = kind == DifferenceClass.Discrepancy
                ? DateDifferences.CausesOf([.. tellings.Where(telling => members.Contains(telling.Edtf))], venueIsAbroad)
                : [];
            differences.Add(new DifferenceFact(ClaimField.Date, null, kind, [.. members], causes));
        }
    }

    // "35" and "about 35" agree; two exact numbers of the same thing do not.
    private static void AddCounts(List<DifferenceFact> differences, IReadOnlyList<ClaimFact> claims)
    {
        foreach (var subject in claims.Where(claim => claim.Field == ClaimField.Count).GroupBy(claim => claim.Subject).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var values = subject.Select(claim => claim.Value).Distinct().Order(StringComparer.Ordinal).ToList();
            if (values.Count < 2)
            {
                continue;
            }
            var exact = values.Where(value => !value.EndsWith('~')).ToList();
            var numbers = values.ConvertAll(Number);
            var kind = exact.Count > 1 || numbers.Max() > numbers.Min() * 1.15 ? DifferenceClass.Discrepancy : DifferenceClass.Compatible;
            differences.Add(new DifferenceFact(ClaimField.Count, subject.Key, kind, values, []));
        }
    }

    // "No decision yet" before, "signed" after: the story went on.
    private static void AddOutcomes(List<DifferenceFact> differences, IReadOnlyList<ClaimFact> claims)
    {
        var outcomes = claims.Where(claim => claim.Field == ClaimField.Outcome).ToList();
        var open = outcomes.Where(claim => claim.Value.StartsWith("no-", StringComparison.Ordinal)).ToList();
        var reached = outcomes.Where(claim => !claim.Value.StartsWith("no-", StringComparison.Ordinal)).ToList();
        if (open.Count > 0 && reached.Count > 0)
        {
            string[] values = [.. open.Concat(reached).Select(claim => claim.Value).Distinct().Order(StringComparer.Ordinal)];
            differences.Add(new DifferenceFact(ClaimField.Outcome, null, DifferenceClass.LaterUpdate, values, []));
        }
    }

    private static int Number(string value) => int.Parse(value.TrimEnd('~'), CultureInfo.InvariantCulture);
}
