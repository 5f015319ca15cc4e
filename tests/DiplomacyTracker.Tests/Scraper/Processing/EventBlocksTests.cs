using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;
using DiplomacyTracker.Scraper.Processing;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Which reports compete with each other.</summary>
public sealed class EventBlocksTests
{
    private static readonly DateTimeOffset Published = new(2025, 9, 3, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly EventBlocks _blocks = new(KnowledgeBase.Default);

    [Theory]
    [InlineData(EventType.Consult, "2025-06-02", "cooperation/2025-06")]
    [InlineData(EventType.Agree, "2025-06-30", "cooperation/2025-06")]
    [InlineData(EventType.Sanction, "2025-07-01", "conflict/2025-07")]
    [InlineData(EventType.Sanction, null, "conflict/2025-09")]
    public void Acts_of_a_month_compete_with_their_kind(EventType type, string? day, string expected) =>
        Assert.Equal(expected, _blocks.Of(Report(type, day, null), Published).Block);

    [Fact]
    public void Every_telling_of_an_edition_is_in_the_month_in_which_it_begins()
    {
        // The summit began on 31 August and ended on 1 September 2025.
        var series = KnowledgeBase.Default.SummitEditions.First(row => row.From == "2025-08-31").Series;
        var edition = KnowledgeBase.Default.SummitEditions.First(row => row.From == "2025-08-31").Edition;

        Assert.Equal("cooperation/2025-08", _blocks.Of(Report(EventType.Consult, "2025-08-31", new SummitReference(series, null, null, null)), Published).Block);
        Assert.Equal("cooperation/2025-08", _blocks.Of(Report(EventType.Consult, "2025-09-01", new SummitReference(series, null, null, null)), Published).Block);
        Assert.Equal("cooperation/2025-08", _blocks.Of(Report(EventType.Consult, null, new SummitReference(series, edition, null, null)), Published).Block);
    }

    [Theory]
    [InlineData("2025-06-01", "cooperation/2025-05")]
    [InlineData("2025-01-07", "cooperation/2024-12")]
    [InlineData("2025-06-08", null)]
    [InlineData("2025-06-30", null)]
    public void What_is_told_of_a_months_first_week_may_belong_to_the_month_before(string day, string? expected) =>
        Assert.Equal(expected, _blocks.Of(Report(EventType.Consult, day, null), Published).Before);

    [Fact]
    public void The_month_after_december_is_january()
    {
        Assert.Equal("conflict/2026-01", EventBlocks.After("conflict/2025-12"));
        Assert.Null(EventBlocks.After("conflict/undated"));
    }

    [Fact]
    public void Without_any_day_a_report_waits_among_the_undated() => Assert.Equal("cooperation/undated", _blocks.Of(Report(EventType.Agree, null, null), null).Block);

    private static Report Report(EventType type, string? day, SummitReference? summit)
    {
        var date = day is null ? (DateOnly?)null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var span = new TextSpan(TextPart.Body, 0, 1);
        var time = date is { } known ? new TimeExpression(span, day!, TimeKind.Date, day, day, new DateInterval(known, known, DatePrecision.Day), null) : null;
        return Some.Tagged("Jepang dan Filipina menandatangani perjanjian pertahanan di Manila pada 9 Januari 2026.").Reports[0] with { Type = type, Time = time, Summit = summit };
    }
}
