using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Which stored articles are found to be one text.</summary>
public sealed class ReprintFinderTests(TestDatabase database)
{
    private const string Shared =
        "Delegasi kedua negara menutup perundingan dagang di ibu kota setelah empat hari pembahasan yang panjang dan tertutup. "
        + "Naskah akhir mengatur tarif barang olahan serta kuota ikan beku selama lima tahun sejak tanggal berlakunya. ";

    private const string Short = Shared + "Kedua pihak sepakat bertemu lagi pada musim hujan tahun depan untuk menilai hasil pelaksanaannya di lapangan.";

    private const string Long =
        "Jalan menuju gedung pertemuan dijaga ketat sejak pagi dan warga diminta memakai jalur lain di sisi utara kota. " + Shared
        + "Para pengusaha perikanan menyambut hasil itu walau sebagian menilai kuota baru masih terlalu kecil bagi nelayan pesisir. "
        + "Serikat buruh pabrik meminta pemerintah menjelaskan nasib pekerja bila barang olahan dari luar menjadi jauh lebih murah. "
        + "Bank sentral belum menghitung dampaknya terhadap neraca perdagangan karena aturan pelaksana baru terbit pada akhir triwulan berikutnya. "
        + "Parlemen menjadwalkan sidang khusus dalam dua pekan untuk membahas pengesahan naskah bersama komisi yang membidangi niaga luar.";

    private static readonly DateTimeOffset Published = new(2026, 2, 2, 9, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Short, Long)]
    [InlineData(Long, Short)]
    public async Task An_edited_short_text_is_found_in_a_longer_one_whichever_comes_first(string first, string second)
    {
        var shared = new Shingles(Short).Samples.Intersect(new Shingles(Long).Samples);
        Assert.Single(shared);

        Assert.Equal(1, await CopiesAsync(first, Published, second, Published.AddHours(2)));
    }

    [Fact]
    public async Task What_is_published_weeks_later_is_no_reprint() => Assert.Equal(0, await CopiesAsync(Short, Published, Long, Published.AddDays(20)));

    private async Task<int> CopiesAsync(string first, DateTimeOffset firstAt, string second, DateTimeOffset secondAt)
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, "Harian Contoh", first, firstAt);
        await ImportAsync(pipeline, "Kabar Contoh", second, secondAt);
        await using var db = pipeline.Context();
        return await db.Articles.CountAsync(article => article.ReprintOfId != null, Token);
    }

    private static async Task ImportAsync(Pipeline pipeline, string outlet, string text, DateTimeOffset published)
    {
        await pipeline.Get<Importer>().ImportAsync(new ImportItem(outlet, "satu", null, null, text, published, "WIB", null, "satu"), Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }
}
