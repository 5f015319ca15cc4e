using System.Globalization;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Tests.Scraper.Reading;

public sealed class PageFieldTests
{
    private const string Text = "<p>Delegasi dari sebelas wilayah melanjutkan perundingan tapal batas di Kota Limas, dan hasilnya akan diumumkan bulan depan.</p><p>Rancangan itu mengatur jalur pelayaran, pembagian biaya, serta tata cara penyelesaian sengketa.</p>";

    private static ReadArticle Read(string head, string body, string url = "https://www.kabar-contoh.example/dunia/101") =>
        PageReader.Read(new Uri(url), $"<!doctype html><html><head>{head}</head><body>{body}</body></html>", null).Article!;

    [Theory]
    [InlineData("<title>Rapat Tapal Batas Dibuka - Kabar Contoh</title>", "<h1>Rapat Tapal Batas Dibuka</h1>")]
    [InlineData("<title>Rapat Tapal Batas Dibuka | Kabar Contoh</title><meta property='og:site_name' content='Kabar Contoh'>", "")]
    [InlineData("<meta property='og:title' content='Rapat Tapal Batas Dibuka - Kabar-Contoh.example'>", "<h1></h1>")]
    [InlineData("<title>Kabar Contoh: Rapat Tapal Batas Dibuka</title><meta property='og:site_name' content='Kabar Contoh'>", "<h1>Kabar Contoh</h1>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Rapat Tapal Batas Dibuka\"}</script>", "<h1>Dunia</h1>")]
    [InlineData("<title>Rapat Tapal Batas Dibuka : Meja Dunia : KC</title>", "<h2>Rapat Tapal Batas Dibuka</h2>")]
    public void The_headline_comes_without_the_outlets_name(string head, string heading) =>
        Assert.Equal("Rapat Tapal Batas Dibuka", Read(head, heading + Text).Title);

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ana Contoh\"},{\"@type\":\"Person\",\"name\":\"Budi Sampel\"}]}</script>", "", "Ana Contoh, Budi Sampel")]
    [InlineData("<meta name='author' content='Kabar Contoh'><meta property='og:site_name' content='Kabar Contoh'>", "<p>Oleh: Ana Contoh</p>", "Ana Contoh")]
    [InlineData("<meta name='author' content='https://www.kabar-contoh.example/ana'>", "<span class='byline'>By Ana Contoh, Senior Diplomatic Correspondent</span>", "Ana Contoh")]
    [InlineData("", "<div class='penulis'>Ana Contoh - Kabar Contoh</div><meta property='og:site_name' content='Kabar Contoh'>", "Ana Contoh")]
    [InlineData("", "<p>Laporan wartawan Kabar.com, Ana Contoh</p>", "Ana Contoh")]
    [InlineData("", "<div class='article-author'>By <a href='/author/ana'>Ana Contoh</a> and <a href='/author/budi'>Budi Sampel</a> <a href='/t'>@anacontoh</a></div>", "Ana Contoh, Budi Sampel")]
    [InlineData("", "<p class='autor'>Von Ana Contoh und Budi Sampel</p>", "Ana Contoh, Budi Sampel")]
    [InlineData("", "<div class='author'>Ana Contoh <span>17 Juni 2025 14:05</span></div>", "Ana Contoh")]
    [InlineData("", "", null)]
    public void Authors_come_as_names_alone(string head, string byline, string? expected) =>
        Assert.Equal(expected, Read(head, $"<h1>Rapat Tapal Batas Dibuka</h1>{byline}{Text}").Byline);

    [Theory]
    [InlineData("<meta name='DC.date.issued' content='2025-06-17'>", "", "2025-06-17T12:00:00+07:00", DateConfidence.Day)]
    [InlineData("<meta name='sailthru.date' content='Tue, 17 Jun 2025 09:30:00 +0000'>", "", "2025-06-17T09:30:00+00:00", DateConfidence.Exact)]
    [InlineData("<meta property='article:modified_time' content='2025-06-19T08:00:00+07:00'>", "<time datetime='2025-06-17T14:05:00+08:00'>17 Juni</time>", "2025-06-17T14:05:00+08:00", DateConfidence.Exact)]
    [InlineData("", "<span class='date'>Diperbarui 19 Juni 2025, 08.00 WIB</span><span class='date'>Selasa, 17 Juni 2025 | 14.05 WIT</span>", "2025-06-17T14:05:00+09:00", DateConfidence.Exact)]
    [InlineData("", "<p>Tayang: Selasa, 17 Juni 2025 14:05 WITA</p>", "2025-06-17T14:05:00+08:00", DateConfidence.Exact)]
    [InlineData("", "<p>17. Juni 2025, 9:30 Uhr</p>", "2025-06-17T09:30:00+07:00", DateConfidence.Exact)]
    [InlineData("", "<p>Publié le 17 juin 2025 à 9h30</p>", "2025-06-17T09:30:00+07:00", DateConfidence.Exact)]
    [InlineData("", "<p>17 de junio de 2025</p>", "2025-06-17T12:00:00+07:00", DateConfidence.Day)]
    [InlineData("", "<p>June 17, 2025 at 2:05 p.m. EDT</p>", "2025-06-17T14:05:00-04:00", DateConfidence.Exact)]
    [InlineData("", "<p>2025年6月17日 14:05</p>", "2025-06-17T14:05:00+07:00", DateConfidence.Exact)]
    [InlineData("", "<p>17/06/2025 14:05 WIB</p>", "2025-06-17T14:05:00+07:00", DateConfidence.Exact)]
    [InlineData("<meta property='article:modified_time' content='2025-06-17T08:00:00+07:00'>", "", "2025-06-17T08:00:00+07:00", DateConfidence.Assumed)]
    public void The_day_of_publication_is_read_where_the_page_says_it_best(string head, string line, string expected, DateConfidence confidence)
    {
        var published = Read(head, $"<h1>Rapat Tapal Batas Dibuka</h1>{line}{Text}").Published!;

        Assert.Equal((expected, confidence), (published.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), published.Confidence));
    }

    [Fact]
    public void An_address_dates_a_page_that_says_nothing_itself() =>
        Assert.Equal(new DateTime(2025, 6, 17), Read("", $"<h1>Rapat Tapal Batas Dibuka</h1>{Text}", "https://kabar.example/2025/06/17/rapat").Published!.At.Date);

    [Fact]
    public void A_page_without_a_date_stays_undated() => Assert.Null(Read("", $"<h1>Rapat Tapal Batas Dibuka</h1>{Text}").Published);

    [Theory]
    [InlineData("JAKARTA, kabar.example - ", "JAKARTA", "kabar.example")]
    [InlineData("KABAR.CO.ID, KOTA LIMAS -- ", "KOTA LIMAS", "KABAR.CO.ID")]
    [InlineData("Jakarta (Kabar Contoh) - ", "Jakarta", "Kabar Contoh")]
    public void A_dateline_gives_place_and_outlet(string dateline, string place, string outlet)
    {
        var article = Read("", $"<h1>Rapat</h1><p>{dateline}Delegasi dari sebelas wilayah melanjutkan perundingan tapal batas, dan hasilnya akan diumumkan bulan depan.</p>{Text}");

        Assert.Equal((place, outlet), (article.DatelinePlace, article.DatelineOutlet));
    }

    [Fact]
    public void What_was_taken_out_is_kept_with_its_reason()
    {
        var article = Read("", $"<h1>Rapat</h1><div>{Text}<p>Baca juga: <a href='/2'>Usulan Tarif Baru</a></p><p>(abc/def)</p><p>Editor: Citra Sampel</p></div>");

        Assert.Equal("Citra Sampel", article.Editor);
        Assert.Equal(["related-link", "initials", "credit"], article.Text.Removed.Where(removed => removed.Reason is not "title").Select(removed => removed.Reason));
    }

    [Theory]
    [InlineData("<strong>Baca Juga: <a href='/1'>Usulan Tarif Baru</a></strong><br><br>")]
    [InlineData("<br>(Baca: <a href='/1'>Usulan Tarif Baru</a>)<br>")]
    [InlineData("<br>BACA JUGA:<br><a href='/1'>Usulan Tarif Baru</a><br><a href='/2'>Kapal Nelayan Kembali Melaut</a><br>")]
    [InlineData("<table><tr><td>Baca juga: <a href='/1'>Usulan Tarif Baru</a></td></tr></table>")]
    [InlineData("<ul><li><a href='/1'>Usulan Tarif Baru Belum Disetujui</a></li><li><a href='/2'>Kapal Nelayan Kembali Melaut</a></li></ul>")]
    public void Pointers_to_other_articles_leave_the_sentences_around_them(string pointer)
    {
        const string Before = "Delegasi dari sebelas wilayah melanjutkan perundingan tapal batas di Kota Limas, dan hasilnya akan diumumkan bulan depan.";
        const string After = "Pembaca juga: diminta menulis surat kepada redaksi, kata ketua panitia pada hari Senin di aula besar.";

        Assert.Equal($"{Before}\n{After}", Read("", $"<h1>Rapat</h1><div>{Before}{pointer}{After}</div>").Text.Body);
    }

    [Fact]
    public void The_pages_of_one_article_become_one_text()
    {
        var first = Read("", $"<h1>Rapat</h1>{Text}");
        var second = Read("", $"<h1>Rapat</h1>{Text}<p>Pada halaman kedua, ketua menjelaskan mengapa pembahasan tarif ditunda sampai akhir bulan Juli.</p><p>Ikuti kami</p>");

        var whole = first.With([second], new HashSet<string> { "Ikuti kami" });

        Assert.Equal(3, whole.Text.Blocks.Count);
        Assert.EndsWith("akhir bulan Juli.", whole.Text.Body, StringComparison.Ordinal);
    }
}
