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

    // A server that asks for less is not believed, one that asks for more is not waited for.
    private static readonly (TimeSpan Shortest, TimeSpan Longest) Asked = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));

    public static TimeSpan After(int failures) => Steps[Math.Clamp(failures - 1, 0, Steps.Length - 1)];

    /// <summary>With up to a quarter more by <paramref name="chance"/> (0 to 1), so that what failed together does not come back together.</summary>
    public static TimeSpan After(int failures, double chance) => After(failures) * (1 + (chance / 4));

    /// <summary>Never earlier than the server asked (Retry-After), within bounds.</summary>
    public static TimeSpan After(int failures, TimeSpan? retryAfter, double chance) =>
        retryAfter is not { } asked ? After(failures, chance)
        : (asked < Asked.Shortest ? Asked.Shortest : asked > Asked.Longest ? Asked.Longest : asked) + (Asked.Shortest * chance);
}
