using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class TimeTests
{
    private static readonly DateTimeOffset Published = new(2026, 1, 7, 12, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Rapat dibuka Selasa (6/1/2026) di kota.", "2026-01-06", "2026-01-06")]
    [InlineData("Rapat dibuka pada 6 Januari.", "2026-01-06", "2026-01-06")]
    [InlineData("Rapat dibuka pada 30 Desember.", "2025-12-30", "2025-12-30")]
    [InlineData("Itu terjadi pada akhir November 2025.", "2025-11-END", "2025-11-21/2025-11-30")]
    [InlineData("Perang berlangsung sejak Februari 2022.", "2022-02", "2022-02/..")]
    [InlineData("Sidang berlangsung 26-28 Oktober 2025.", "2025-10-26/2025-10-28", "2025-10-26/2025-10-28")]
    [InlineData("Ia tiba kemarin.", "2026-01-06", "2026-01-06")]
    [InlineData("Ia tiba pekan lalu.", "2026-W01", "2025-12-29/2026-01-04")]
    [InlineData("Ia berangkat Senin lalu.", "2026-01-05", "2026-01-05")]
    [InlineData("Dokumen itu dibuat pada tahun 1955.", "1955", "1955")]
    [InlineData("Sidang dibuka pukul 13.55 WIB.", "2026-01-07T13:55+07:00", "2026-01-07")]
    public void A_time_is_read_at_the_precision_of_its_words(string text, string value, string edtf)
    {
        var time = Assert.Single(TimeTagger.Find(text, TextPart.Body, Published));

        Assert.Equal((value, edtf), (time.Value, time.Edtf));
    }

    [Theory]
    [InlineData("Pasal 5/6 tidak berlaku.")]
    [InlineData("Skor akhir 2-1 untuk tuan rumah.")]
    [InlineData("KTT G20 dibuka.")]
    [InlineData("Resolusi 2803 diadopsi.")]
    [InlineData("Ibu Mei datang.")]
    public void What_only_looks_like_a_time_is_refused(string text) => Assert.Empty(TimeTagger.Find(text, TextPart.Body, Published));

    [Theory]
    [InlineData("Rapat dibuka Kamis (6/1/2026).", TimeFlag.WeekdayMismatch)]
    [InlineData("Rapat dibuka 31 November 2025.", TimeFlag.InvalidDate)]
    public void A_date_that_cannot_be_is_flagged(string text, TimeFlag flag) =>
        Assert.Equal(flag, Assert.Single(TimeTagger.Find(text, TextPart.Body, Published)).Flag);

    [Theory]
    [InlineData(1, 7, "2025-12")]
    [InlineData(6, 20, "2025-12")]
    [InlineData(12, 20, "2025-12")]
    public void A_month_alone_is_the_nearest(int month, int day, string expected) => Assert.Equal(expected, MonthAt("Desember", month == 1 ? 2026 : 2025, month, day));

    [Theory]
    [InlineData(8, 19, "2025-02")]
    [InlineData(12, 20, "2026-02")]
    [InlineData(1, 5, "2025-02")]
    public void A_month_of_this_year_that_has_passed_is_meant_for_longer_than_one_to_come(int month, int day, string expected) =>
        Assert.Equal(expected, MonthAt("Februari", 2025, month, day));

    private static string? MonthAt(string name, int year, int month, int day) =>
        Assert.Single(TimeTagger.Find($"Rapat itu digelar pada {name}.", TextPart.Body, new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(7)))).Value;

    [Fact]
    public void A_relative_time_without_a_publication_carries_no_value() =>
        Assert.Null(Assert.Single(TimeTagger.Find("Ia tiba kemarin.", TextPart.Body, null)).Value);

    [Fact]
    public void A_day_without_a_year_says_that_its_year_is_inferred() =>
        Assert.True(Assert.Single(TimeTagger.Find("Pada 6 Januari rapat dibuka.", TextPart.Body, Published)).Interval!.YearInferred);
}
