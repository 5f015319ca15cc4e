namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>When an article is looked at again: outlets mend a text within hours, correct it within days, and seldom touch it later.</summary>
internal static class RefetchSchedule
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(18),
        TimeSpan.FromDays(2),
        TimeSpan.FromDays(4),
        TimeSpan.FromDays(23),
    ];

    /// <param name="done">How often it was looked at again already.</param>
    /// <returns>Null where it is not looked at any more.</returns>
    public static TimeSpan? After(int done) => done < Steps.Length ? Steps[done] : null;
}
