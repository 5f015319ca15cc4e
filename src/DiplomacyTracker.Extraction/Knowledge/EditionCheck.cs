namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>Faults of summits' editions: dates that are none or out of order, a year that is not theirs, an ordinal that two editions of one series share.</summary>
internal static class EditionCheck
{
    public static IEnumerable<string> Faults(KnowledgeBase knowledge) => Dates(knowledge).Concat(Ordinals(knowledge));

    private static IEnumerable<string> Dates(KnowledgeBase knowledge)
    {
        foreach (var row in knowledge.SummitEditions)
        {
            if ((row.From.Length > 0 && !PartialDate.IsValid(row.From)) || (row.To.Length > 0 && !PartialDate.IsValid(row.To)))
            {
                yield return $"{Name(row)}: '{row.From}' to '{row.To}' is no span of dates.";
            }
            else if (row.To.Length > 0 && PartialDate.IsAfter(row.From, row.To))
            {
                yield return $"{Name(row)}: ends before it begins.";
            }
            else if (row.From.Length > 0 && !row.From.StartsWith(row.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                yield return $"{Name(row)}: begins in {row.From}, not in {row.Year}.";
            }
        }
    }

    private static IEnumerable<string> Ordinals(KnowledgeBase knowledge) => knowledge.SummitEditions
        .Where(row => row.Edition is not null)
        .GroupBy(row => (row.Series, row.Edition))
        .Where(group => group.Count() > 1)
        .Select(group => $"summit-editions {group.Key.Series}: {group.Count()} editions with the number {group.Key.Edition}.");

    private static string Name(SummitEditionRow row) => $"summit-editions {row.Series} {row.NameEn}";
}
