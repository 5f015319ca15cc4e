namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>How long to wait after so many failures in a row.</summary>
internal static class BackOff
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(24),
    ];

    public static TimeSpan After(int failures) => Steps[Math.Clamp(failures - 1, 0, Steps.Length - 1)];
}
