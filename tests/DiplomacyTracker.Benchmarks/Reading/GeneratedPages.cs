using System.Globalization;
using System.Text;

namespace DiplomacyTracker.Benchmarks.Reading;

/// <summary>Pages of an invented outlet with as much furniture as real ones carry: scripts, menus, share bars, teasers, comments, a foot.</summary>
internal static class GeneratedPages
{
    public static readonly Uri Address = new("https://www.outlet.example/read/2025/06/17/101/delegasi-lanjutkan-perundingan");

    private static readonly string[] Sentences =
    [
        "Delegasi dari sebelas wilayah melanjutkan perundingan tapal batas di Kota Limas, Selasa (17/6/2025), setelah jeda dua pekan.",
        "Rancangan tersebut mengatur jalur pelayaran, pembagian biaya, serta tata cara penyelesaian sengketa bila terjadi perbedaan tafsir.",
        "\"Kami ingin semua pihak duduk bersama sebelum musim hujan berakhir,\" kata Rana Wiraguna dalam keterangan tertulis.",
        "Pembahasan soal tarif belum selesai karena dua delegasi meminta waktu untuk berkonsultasi dengan pemerintah masing-masing.",
        "Rapat berikutnya dijadwalkan berlangsung di Bandar Kenari pada akhir pekan ketiga bulan Juli dengan agenda pengawasan laut.",
    ];

    /// <summary>A page of about so many characters; the seed varies its order and lengths, so that no two are alike.</summary>
    public static string Page(int seed, int characters)
    {
        var random = new Random(seed);
        var page = new StringBuilder(characters + 4096);
        page.Append("<!DOCTYPE html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>Delegasi Lanjutkan Perundingan - Outlet Contoh</title>");
        for (var i = 0; i < 30; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<meta property=\"og:extra{i}\" content=\"Nilai {i} untuk pratinjau di jejaring\"><link rel=\"stylesheet\" href=\"/aset/{i}.css\">");
        }
        page.Append("<meta property=\"article:published_time\" content=\"2025-06-17T14:05:00+07:00\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Delegasi Lanjutkan Perundingan\",\"author\":{\"name\":\"Sekar Laksmi\"}}</script></head><body class=\"artikel\">");
        Menu(page, 60);
        page.Append("<main class=\"wadah\"><article class=\"detail\"><header><h1 class=\"judul\">Delegasi Lanjutkan Perundingan</h1><div class=\"tanggal\">Selasa, 17 Juni 2025 14:05 WIB</div><div class=\"share-bar\"><a href=\"#\">Facebook</a><a href=\"#\">WhatsApp</a></div></header><div class=\"isi-berita\">");
        var paragraphs = 12 + random.Next(12);
        for (var i = 0; i < paragraphs; i++)
        {
            page.Append("<p>").Append(Sentence(random)).Append(" <a href=\"/tag/laut\">Perundingan laut</a> ").Append(Sentence(random)).Append("</p>");
            page.Append(i % 5 == 2 ? "<p><strong>Baca juga: <a href=\"/read/2025/06/16/9/lain\">Usulan Tarif Baru Belum Disetujui Delegasi</a></strong></p>" : "");
        }
        page.Append("</div></article>");
        while (page.Length < characters)
        {
            Furniture(page, random, page.Length);
        }
        return page.Append("</main><footer class=\"kaki\"><p>Outlet Contoh adalah media rekaan.</p></footer></body></html>").ToString();
    }

    private static void Furniture(StringBuilder page, Random random, int number)
    {
        switch (random.Next(4))
        {
            case 0:
                page.Append("<script>window.antrean=window.antrean||[];").Append(string.Concat(Enumerable.Repeat("antrean.push({kunci:'nilai',lebar:300,tinggi:250,pada:function(a){return a<2&&a>0}});", 20))).Append("</script>");
                break;
            case 1:
                page.Append("<div class=\"comment-item\" id=\"k").Append(number).Append("\"><span class=\"nama\">Pembaca</span><time datetime=\"2025-06-18\">1 jam lalu</time><p>").Append(Sentence(random)).Append("</p><a href=\"#\">Balas</a></div>");
                break;
            case 2:
                page.Append("<div class=\"box terkait\" data-posisi=\"").Append(number).Append("\"><ul>");
                for (var i = 0; i < 10; i++)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<li class=\"item media-item\"><div class=\"pic\"><a href=\"/read/2025/06/{i + 1:00}/{number}/judul\"><img src=\"https://gambar.outlet.example/{number}/{i}.jpg?w=200&q=90\" alt=\"\" width=\"200\" height=\"112\" loading=\"lazy\"></a></div><h3 class=\"media-judul\"><a href=\"/read/2025/06/{i + 1:00}/{number}/judul\">Usulan Tarif Baru Nomor {number + i} Belum Disetujui</a></h3><span class=\"waktu\">{i} jam lalu</span></li>");
                }
                page.Append("</ul></div>");
                break;
            default:
                Menu(page, 12);
                break;
        }
    }

    private static void Menu(StringBuilder page, int entries)
    {
        page.Append("<nav class=\"nav nav--utama\"><ul class=\"nav__daftar\">");
        for (var i = 0; i < entries; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"nav__item\"><a class=\"nav__tautan\" href=\"/kanal/{i}\" data-urutan=\"{i}\">Kanal {i}</a></li>");
        }
        page.Append("</ul></nav>");
    }

    private static string Sentence(Random random) => Sentences[random.Next(Sentences.Length)];
}
