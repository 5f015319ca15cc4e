using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>What an event led to. "No decision yet" before, "signed" after: the story went on; two things that were reached stand beside each other.</summary>
internal static class OutcomeValues
{
    public static DifferenceClass? Compare(ToldValue a, ToldValue b) => IsOpen(a) != IsOpen(b) ? DifferenceClass.LaterUpdate : null;

    private static bool IsOpen(ToldValue told) => told.Value.StartsWith("no-", StringComparison.Ordinal);
}
