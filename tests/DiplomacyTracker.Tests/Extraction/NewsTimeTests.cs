using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Tests.Extraction;

/// <summary>Times as news sentences write them, in articles of Thursday, 20 November 2025: words and values, joined by a bar.</summary>
public sealed class NewsTimeTests
{
    private static readonly DateTimeOffset Published = new(2025, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Pertemuan Februari lalu gagal, dan KTT November menjadi ujian.", "Februari lalu=2025-02|November=2025-11")]
    [InlineData("Kunjungan itu diikuti perundingan Juni dan Juli.", "Juni=2025-06|Juli=2025-07")]
    [InlineData("Kontrak Juni-Juli 2026 diteken.", "Juni-Juli 2026=2026-06/2026-07")]
    [InlineData("Dialog April Lim dengan warga berjalan hangat.", "")]
    [InlineData("Universitas Sebelas Maret membuka pameran.", "")]
    public void A_month_alone_is_read_where_the_words_before_it_have_one(string text, string times) => Assert.Equal(times, Times(text));

    [Theory]
    [InlineData("Ia dilantik 2 Juni.", "2 Juni=2025-06-02")]
    [InlineData("Itu terjadi 3 Jan.", "3 Jan=2026-01-03")]
    [InlineData("Menlu tiba Sabtu(15/11/2025).", "Sabtu(15/11/2025)=2025-11-15")]
    [InlineData("Menlu tiba Kamis (20/11/) siang.", "Kamis (20/11/) siang=2025-11-20TAF")]
    public void A_day_ends_with_its_own_last_sign(string text, string times) => Assert.Equal(times, Times(text));

    [Theory]
    [InlineData("Rapat berlangsung dari 30 November sampai 2 Desember mendatang.", "30 November sampai 2 Desember mendatang=2025-11-30/2025-12-02")]
    [InlineData("Itu berlaku sejak 1 September hingga 15 Oktober tahun lalu.", "sejak 1 September hingga 15 Oktober tahun lalu=2024-09-01/2024-10-15")]
    [InlineData("Pada 15 Des. 2025 dan 3 Januari ia pergi.", "15 Des. 2025=2025-12-15|3 Januari=2026-01-03")]
    [InlineData("Tayang malam ini, pukul 20.00 WIB.", "malam ini, pukul 20.00 WIB=2025-11-20T20:00+07:00")]
    [InlineData("Akhir November ini ia pulang.", "Akhir November ini=2025-11-END")]
    [InlineData("Kamis sebelumnya ia pergi.", "Kamis sebelumnya=2025-11-13")]
    [InlineData("Kita bertemu tanggal 25 di sini.", "tanggal 25=2025-11-25")]
    public void Tense_words_and_clocks_belong_to_what_they_follow(string text, string times) => Assert.Equal(times, Times(text));

    private static string Times(string text) => string.Join('|', TimeTagger.Find(text, TextPart.Body, Published).Select(time => $"{time.Surface}={time.Value}"));
}
