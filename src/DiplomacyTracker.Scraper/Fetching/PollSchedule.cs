namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>When a channel is polled next: our own interval at least, longer where the answer or the feed asks for it, never by more than a day.</summary>
internal static class PollSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <param name="chance">0 to 1; adds up to a tenth, so that channels that were polled together drift apart.</param>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan usual, FetchResult answer, FeedPace pace, double chance)
    {
        var asked = new[] { answer.FreshFor ?? TimeSpan.Zero, pace.Interval ?? TimeSpan.Zero }.Max();
        var bounded = asked > Longest ? Longest : asked;
        return pace.FirstOpen(now + ((bounded > usual ? bounded : usual) * (1 + (chance / 10))));
    }
}
