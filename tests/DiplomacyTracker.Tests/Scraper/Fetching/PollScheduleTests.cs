using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class PollScheduleTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "", 15)]
    [InlineData(60, "", 15)]
    [InlineData(7200, "", 120)]
    [InlineData(31536000, "", 1440)]
    [InlineData(null, "<ttl>90</ttl>", 90)]
    [InlineData(null, "<ttl>5</ttl>", 15)]
    [InlineData(1800, "<ttl>45</ttl>", 45)]
    [InlineData(null, "<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>daily</sy:updatePeriod><sy:updateFrequency xmlns:sy='x'>4</sy:updateFrequency>", 360)]
    [InlineData(null, "<skipHours><hour>9</hour><hour>10</hour></skipHours>", 90)]
    [InlineData(null, "<skipDays><day>Monday</day></skipDays>", 870)]
    [InlineData(null, "<ttl>sering", 15)]
    public void What_a_feed_says_of_itself_lengthens_the_pause_and_never_shortens_it(int? freshSeconds, string said, int minutes)
    {
        var answer = new FetchResult(FetchOutcome.Ok, new Uri("http://contoh.example/")) { FreshFor = freshSeconds is { } s ? TimeSpan.FromSeconds(s) : null };

        var next = PollSchedule.Next(Monday, Usual, answer, FeedPace.Of($"<rss><channel><title>T</title>{said}<item><ttl>999</ttl></item></channel></rss>"), chance: 0);

        Assert.Equal(minutes, (next - Monday).TotalMinutes);
    }

    [Fact]
    public void A_feed_that_skips_every_hour_is_asked_all_the_same()
    {
        var pace = FeedPace.Of($"<rss><channel><skipHours>{string.Concat(Enumerable.Range(0, 24).Select(hour => $"<hour>{hour}</hour>"))}</skipHours></channel></rss>");

        Assert.Equal(Monday, pace.FirstOpen(Monday));
    }

    [Fact]
    public void Waits_grow_with_failures_up_to_a_ceiling_and_drift_apart()
    {
        var waits = Enumerable.Range(1, 10).Select(failures => BackOff.After(failures, null, chance: 0)).ToList();

        Assert.Equal(waits.Order(), waits);
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromDays(1)), (waits[0], waits[^1]));
        Assert.All(Enumerable.Range(1, 10), failures => Assert.InRange(BackOff.After(failures, null, 0.5), BackOff.After(failures, null, 0), BackOff.After(failures, null, 1)));
        Assert.Equal(TimeSpan.FromMinutes(12.5), BackOff.After(3, null, 1));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(3600, 3600)]
    [InlineData(1_000_000, 86400)]
    public void A_server_is_never_asked_earlier_than_it_says_within_bounds(int asked, int seconds)
    {
        var wait = BackOff.After(1, TimeSpan.FromSeconds(asked), chance: 0.5);

        Assert.InRange(wait.TotalSeconds, seconds, seconds + 60);
    }

    [Fact]
    public void An_address_is_kept_after_two_confirmations_and_given_up_when_it_fails()
    {
        var route = Route.Direct;
        foreach (var expected in (string[])["lama", "lama", "baru"])
        {
            route = route.Follow("baru", permanent: true).Arrive();
            Assert.Equal(expected, route.From("lama"));
        }
        Assert.Equal("lama", route.Restart().From("lama"));
    }

    [Fact]
    public void Another_target_or_a_temporary_redirect_starts_the_count_again()
    {
        var route = Route.Direct.Follow("baru", true).Arrive().Follow("baru", true).Arrive();

        Assert.Equal("lama", route.Follow("lain", true).Arrive().From("lama"));
        Assert.Equal("lama", route.Follow("baru", false).Arrive().From("lama"));
        Assert.Equal("lama", route.Follow("antara", false).Follow("baru", true).Arrive().From("lama"));
    }
}
