using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace DiplomacyTracker.Newsroom;

/// <summary>Writes the pages, feeds and sitemaps of the outlets, each in its own habits.</summary>
internal static class PageWriter
{
    public static readonly string[] MonthNames =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] DayNames = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu"];

    public static string Path(Article article) => $"/read/{article.PublishedAt:yyyy/MM/dd}/{article.Id}/{Slug(article.Title)}";

    /// <param name="page">Of an outlet that parts its articles; 0 for all pages at once.</param>
    public static string Page(Outlet outlet, Article article, int page) => outlet.Style switch
    {
        "wire" => Wire(outlet, article),
        "portal" => Portal(outlet, article),
        "daily" => Daily(outlet, article, page),
        "magazine" => Magazine(outlet, article),
        "breaks" => Breaks(outlet, article),
        _ => Doubled(outlet, article),
    };

    // Agency: a visible date in the last list item, the credit behind the text.
    private static string Wire(Outlet outlet, Article article) => Frame(outlet, article, "", $"""
        <h1 class="wrap-detail-title">{E(article.Title)}</h1>
        <ul class="list-inline"><li class="list-inline-item">Dunia</li><li class="list-inline-item tanggal">{LongDate(article)} {outlet.Zone}</li></ul>
        <div class="wrap-detail-content">{Paragraphs(article, Dateline(article, $"({outlet.Credit})"))}
        <p class="baca-juga">Baca juga: <a href="/read/lain">Tulisan lain dari meja dunia</a></p>
        <p>Pewarta: Meja Dunia<br>Editor: Redaksi<br>Copyright © {outlet.Credit} {article.PublishedAt.Year}</p></div>
        """);

    // Portal: a meta stamp without zone, advertising lines between the paragraphs, initials and tags at the end.
    private static string Portal(Outlet outlet, Article article) => Frame(outlet, article, $"""<meta name="publishdate" content="{article.PublishedAt:yyyy/MM/dd HH:mm:ss}">""", $"""
        <h1 class="detail-judul">{E(article.Title)}</h1><div class="detail-tanggal">{LongDate(article)} {outlet.Zone}</div>
        <div class="detail-isi">{Paragraphs(article, "", "<p>SCROLL TO CONTINUE WITH CONTENT</p>")}
        <p>[Gambas:Video {outlet.Credit}]</p><table class="sisip"><tr><td>Baca juga: <a href="/x">Judul lain</a></td></tr></table><p>(rdk/edt)</p></div>
        <div class="tag-list">{string.Join(" ", article.Tags.Select(tag => $"<a href=\"/tag/{Slug(tag)}\">{E(tag)}</a>"))}</div>
        """);

    // Daily: two pages unless all are asked for, a dateline, a d/m/Y stamp.
    private static string Daily(Outlet outlet, Article article, int page)
    {
        var half = Math.Max(1, article.Body.Count / 2);
        var lines = page switch { 0 => article.Body, 1 => article.Body.Take(half).ToList(), _ => article.Body.Skip(half).ToList() };
        var part = new Article { Id = article.Id, Outlet = article.Outlet, Published = article.Published, Title = article.Title, Tags = article.Tags, Place = article.Place, Body = lines };
        var paging = page == 0 || article.Body.Count == 1 ? "" : $"<div class=\"paging\">Halaman <a href=\"?page=1\">1</a> <a href=\"?page=2\">2</a> <a href=\"?page=all\">Tampilkan semua</a></div>";
        return Frame(outlet, article, "", $"""
            <h1 class="read-title">{E(article.Title)}</h1><div class="read-time">{outlet.Name} - {article.PublishedAt:dd/MM/yyyy, HH:mm} {outlet.Zone}</div>
            <div class="read-content">{Paragraphs(part, page < 2 ? Dateline(article, outlet.Credit) : "")}
            <p><strong>Baca juga: <a href="/y">Tulisan lain</a></strong></p>{paging}</div>
            """);
    }

    // Magazine: the date stands in JSON-LD alone.
    private static string Magazine(Outlet outlet, Article article)
    {
        var data = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["datePublished"] = new DateTimeOffset(article.PublishedAt, outlet.Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["author"] = new Dictionary<string, object> { ["@type"] = "Person", ["name"] = $"Redaksi {outlet.Credit}" },
        });
        return Frame(outlet, article, $"""<script type="application/ld+json">{data}</script>""", $"""
            <article class="isi-artikel"><h1>{E(article.Title)}</h1>{Paragraphs(article, "")}<p>Pilihan Editor: <a href="/z">Bacaan akhir pekan</a></p></article>
            """);
    }

    // Paragraphs parted by line breaks, a stamp in Central Indonesian Time.
    private static string Breaks(Outlet outlet, Article article) => Frame(outlet, article, "", $"""
        <h1 class="judul">{E(article.Title)}</h1><div class="date-artikel">{LongDate(article, " - ")} {outlet.Zone}</div>
        <div class="isi-berita">{string.Join("<br><br>", article.Body.Select(line => E(line.TrimStart('#', ' '))))}<br><br>Lihat Juga: <a href="/q">Kabar lain dari timur</a></div>
        """);

    // The headline only in meta, the body twice.
    private static string Doubled(Outlet outlet, Article article) => Frame(outlet, article,
        $"""<meta property="og:title" content="{E(article.Title)}"><meta property="article:published_time" content="{new DateTimeOffset(article.PublishedAt, outlet.Offset):yyyy-MM-ddTHH:mm:sszzz}">""", $"""
        <h1></h1><div class="konten-artikel"><div class="isi">{Paragraphs(article, $"{outlet.Credit}, {(article.Place ?? "JAKARTA")} -- ")}<p>Ikuti Whatsapp Channel {outlet.Name}</p></div><div class="isi">{Paragraphs(article, "")}</div></div>
        """);

    private static string Frame(Outlet outlet, Article article, string head, string body) => $"""
        <!doctype html><html lang="id"><head><meta charset="utf-8"><title>{E(article.Title)} - {E(outlet.Name)}</title>{head}<link rel="canonical" href="{Path(article)}"></head>
        <body><header><nav><a href="/">Beranda</a> <a href="/indeks">Indeks</a> <a href="/tentang">Tentang</a></nav></header>
        <main>{body}</main>
        <aside class="terkait"><h3>Berita Terkait</h3><a href="/a">Tautan pertama yang tidak ada hubungannya</a><a href="/b">Tautan kedua yang tidak ada hubungannya</a></aside>
        <footer><p>{E(outlet.Name)} adalah media rekaan; tulisan ini contoh untuk Diplomacy Tracker.</p></footer></body></html>
        """;

    public static string Feed(Outlet outlet, Uri home, IEnumerable<Article> articles)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>{E(outlet.Name)}</title><link>{home}</link><description>Contoh</description>");
        foreach (var article in articles)
        {
            var at = new DateTimeOffset(article.PublishedAt, outlet.Offset).ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(29, 1);
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{E(article.Title)}</title><link>{new Uri(home, Path(article))}?utm_source=rss</link><guid isPermaLink=\"false\">{article.Id}</guid><pubDate>{at}</pubDate><description>{E(article.Body[0])}</description></item>");
        }
        return feed.Append("</channel></rss>").ToString();
    }

    public static string Sitemap(Outlet outlet, Uri home, IEnumerable<Article> articles)
    {
        var map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">");
        foreach (var article in articles)
        {
            map.Append(CultureInfo.InvariantCulture, $"<url><loc>{new Uri(home, Path(article))}</loc><news:news><news:publication><news:name>{E(outlet.Name)}</news:name><news:language>id</news:language></news:publication><news:publication_date>{new DateTimeOffset(article.PublishedAt, outlet.Offset):yyyy-MM-ddTHH:mm:sszzz}</news:publication_date><news:title>{E(article.Title)}</news:title></news:news></url>");
        }
        return map.Append("</urlset>").ToString();
    }

    public static string List(Outlet outlet, IEnumerable<Article> articles) =>
        $"<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>Indeks - {E(outlet.Name)}</title></head><body><nav><a href=\"/\">Beranda</a></nav><ul>"
        + string.Concat(articles.Select(article => $"<li><a href=\"{Path(article)}\">{E(article.Title)}</a></li>")) + "</ul></body></html>";

    private static string Paragraphs(Article article, string dateline, string between = "")
    {
        var html = new StringBuilder();
        for (var i = 0; i < article.Body.Count; i++)
        {
            var line = article.Body[i];
            html.Append(line.StartsWith("# ", StringComparison.Ordinal) ? $"<h2>{E(line[2..])}</h2>" : $"<p>{(i == 0 ? E(dateline) : "")}{E(line)}</p>");
            html.Append(i == 0 ? between : "");
        }
        return html.ToString();
    }

    private static string Dateline(Article article, string who) => who.StartsWith('(')
        ? $"{Capital(article.Place ?? "JAKARTA")} {who} - "
        : $"{article.Place ?? "JAKARTA"}, {who} - ";

    private static string Capital(string place) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());

    private static string LongDate(Article article, string before = " ") =>
        $"{DayNames[(int)article.PublishedAt.DayOfWeek]}, {article.PublishedAt.Day} {MonthNames[article.PublishedAt.Month - 1]} {article.PublishedAt.Year}{before}{article.PublishedAt:HH:mm}";

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Slug(string text) => string.Join('-', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => new string([.. word.Where(char.IsAsciiLetterOrDigit)])).Where(word => word.Length > 0).Take(9));
}
