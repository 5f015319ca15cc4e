namespace DiplomacyTracker.Scraper.Processing;

/// <summary>How long a stage waits when it failed as a whole, such as when the database is away.</summary>
internal static class StagePauses
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(10),
    ];

    public static TimeSpan After(int failures) => Steps[Math.Clamp(failures - 1, 0, Steps.Length - 1)];
}
