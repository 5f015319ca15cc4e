namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>Faults of tenures: dates that are none or out of order, two holders of one office at a time, an office of a state that was not there.</summary>
internal static class TenureCheck
{
    public static IEnumerable<string> Faults(KnowledgeBase knowledge) => Dates(knowledge).Concat(Overlaps(knowledge)).Concat(BeforeTheState(knowledge));

    private static IEnumerable<string> Dates(KnowledgeBase knowledge)
    {
        foreach (var row in knowledge.Tenures)
        {
            if (!PartialDate.IsValid(row.From) || (row.To.Length > 0 && !PartialDate.IsValid(row.To)))
            {
                yield return $"{Name(row)}: '{row.From}' to '{row.To}' is no span of dates.";
            }
            else if (row.To.Length > 0 && PartialDate.IsAfter(row.From, row.To))
            {
                yield return $"{Name(row)}: ends before it begins.";
            }
            else if (PartialDate.IsAfter(row.From, row.AsOf))
            {
                yield return $"{Name(row)}: begins after the date as of which it was known ({row.AsOf}).";
            }
        }
    }

    private static IEnumerable<string> Overlaps(KnowledgeBase knowledge)
    {
        var single = knowledge.Titles.Where(row => row.HasOneHolder).Select(row => row.Office).ToHashSet(StringComparer.Ordinal);
        foreach (var office in knowledge.Tenures.Where(row => single.Contains(row.Office)).GroupBy(row => (row.Body, row.Office)))
        {
            var inOrder = office.OrderBy(row => row.From, StringComparer.Ordinal).ThenBy(row => row.To.Length == 0).ThenBy(row => row.To, StringComparer.Ordinal).ToList();
            foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (earlier.To.Length == 0 || PartialDate.IsAfter(earlier.To, later.From))
                {
                    yield return $"{Name(later)}: begins before {earlier.Person} has left.";
                }
            }
        }
    }

    private static IEnumerable<string> BeforeTheState(KnowledgeBase knowledge)
    {
        var countries = knowledge.Countries.ToDictionary(row => row.Code, StringComparer.Ordinal);
        foreach (var row in knowledge.Tenures)
        {
            if (!countries.TryGetValue(row.Body, out var state))
            {
                continue;
            }
            if (state.Since.Length > 0 && PartialDate.IsAfter(state.Since, row.From))
            {
                yield return $"{Name(row)}: begins in {row.From}, the state in {state.Since}.";
            }
            if (state.Until.Length > 0 && (row.To.Length == 0 || PartialDate.IsAfter(row.To, state.Until)))
            {
                yield return $"{Name(row)}: outlives the state, which ended in {state.Until}.";
            }
        }
    }

    private static string Name(TenureRow row) => $"tenures {row.Body} {row.Office} {row.Person}";
}
