using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>What tells no act but refers to one by its place and day.</summary>
public sealed class ReferenceFinderTests
{
    [Fact]
    public void A_place_with_a_day_that_is_past_refers_to_what_was_done_there()
    {
        var references = References("Amerika Serikat dan Ukraina belum menyetujui naskah itu. Ia dibongkar di Jenewa pada 23 November 2025, lalu dibawa ke Florida pada 28 Desember.");

        Assert.Equal([("geneva", "2025-11-23"), ("florida", "2025-12-28")], references.Select(report => (report.Place!.Entity.Key, report.Time!.Edtf!)));
        Assert.All(references, report => Assert.Equal(["UA", "US"], report.Actors.Select(actor => actor.Key).Where(key => key is "US" or "UA").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_place_nearest_to_the_day_is_meant() =>
        Assert.Equal("geneva", Assert.Single(References("Ukraina menunggu. Naskah itu lahir di Washington, dibongkar di Jenewa pada 23 November 2025.")).Place!.Entity.Key);

    [Theory]
    [InlineData("Ukraina menunggu jawaban, kata juru bicara itu di Jenewa pada 23 November 2025.")]
    [InlineData("Ukraina menunggu. Naskah itu akan dibawa ke Jenewa pada 23 Februari 2026.")]
    [InlineData("Ukraina menunggu. Naskah itu pernah dibahas di Jenewa pada 2014.")]
    [InlineData("Ukraina menunggu. Naskah itu rampung pada 23 November 2025.")]
    public void Speech_plans_years_and_days_without_a_place_refer_to_nothing(string text) => Assert.Empty(References(text));

    [Fact]
    public void An_act_that_is_told_is_no_reference() =>
        Assert.Empty(References("Amerika Serikat dan Ukraina bertemu di Jenewa pada 23 November 2025."));

    private static List<Report> References(string text) => [.. Some.Tagged(text).Reports.Where(report => report.IsReference)];
}
