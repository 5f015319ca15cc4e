namespace DiplomacyTracker.Scraper.Reading;

/// <summary>How long a pattern may run on one page.</summary>
internal static class PatternTime
{
    /// <summary>Milliseconds by the clock: so many that a busy machine never calls a page unreadable, and an attack on a pattern still ends.</summary>
    public const int Limit = 10_000;
}
