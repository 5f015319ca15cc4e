using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Web.Text;
using Microsoft.AspNetCore.Http;

namespace DiplomacyTracker.Tests.Web;

/// <summary>The product's words for what it knows of an event.</summary>
public sealed class TypeWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 8, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(EventStatus.Planned, "2026-01-06", true)]
    // On the seventh it is still the seventh somewhere.
    [InlineData(EventStatus.Planned, "2026-01-07", false)]
    [InlineData(EventStatus.Planned, "2026-02-01", false)]
    [InlineData(EventStatus.Held, "2026-01-06", false)]
    [InlineData(EventStatus.Cancelled, "2026-01-06", false)]
    [InlineData(EventStatus.Planned, null, false)]
    public void A_plan_whose_day_is_over_is_unconfirmed_until_somebody_reports_it(EventStatus status, string? lastDay, bool expected)
    {
        var words = new TypeWords(new Language(new HttpContextAccessor()), new SetClock());
        DateOnly? day = lastDay is null ? null : DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, words.IsUnconfirmed(status, day));
        Assert.Equal(expected, words.Of(status, day) != words.Of(status));
    }

    private sealed class SetClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
