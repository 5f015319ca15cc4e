using System.Globalization;
using System.Text;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Tests.Scraper.Sources;

public enum SourceFault
{
    FeedEmpty,
    FeedStuck,
    FeedIsAPage,
    ListSelectorBroken,
    BodySelectorBroken,
    DatesGone,
    ConsentPage,
    SoftNotFound,
    TitleOnly,
    CharsetBroken,
    PaywallStub,
    Duplicates,
    RedirectToHome,
    RobotsForbids,
    Forbidden,
    ServerError,
}

/// <summary>An outlet that publishes at random, more by day than by night and less at weekends, with the small accidents of every day. Its runs are counted as the worker counts them.</summary>
internal sealed class SimulatedSource(int seed)
{
    private const int PollsARun = 24;
    private static readonly double[] PerRun = [3, 11, 13, 8];
    private static readonly SourceDefinition Definition = new()
    {
        Key = "rekaan", Name = "Rekaan", ArticlePattern = "/read/", Page = new PageRule { Title = "h1", Body = ".isi", Date = ".tanggal" },
    };

    private readonly Random _random = new(seed);
    private readonly List<SourceRun> _runs = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Queue<int> _listed = new(Enumerable.Range(-50, 50));
    private DateTimeOffset _now = HealthRules.BuiltIn.RunAt(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(7))).StartsAt;
    private int _article;

    public IReadOnlyList<Deviation> Run(int days, SourceFault? fault) => [.. Enumerable.Range(0, days * 4).SelectMany(_ => Run(fault))];

    /// <summary>One run of six hours; what its judgement says.</summary>
    public IReadOnlyList<Deviation> Run(SourceFault? fault)
    {
        var local = _now.ToOffset(TimeSpan.FromHours(7));
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.65 : 1;
        var published = Poisson(PerRun[local.Hour / 6] * weekend);
        var (listed, found) = Poll(published, fault);
        var failed = fault is SourceFault.RobotsForbids or SourceFault.Forbidden or SourceFault.ServerError || listed is null ? PollsARun : _random.Next(12) == 0 ? 1 : 0;
        var lengths = new List<int>();
        var (pages, unreadable, dated, duplicates, garbled) = (0, 0, 0, 0, 0);
        for (var i = 0; i < found; i++)
        {
            pages++;
            if (Read(fault) is not { } article)
            {
                unreadable++;
                continue;
            }
            lengths.Add(article.Text.Body.Length);
            dated += article.Published is null ? 0 : 1;
            duplicates += _texts.Add(article.Text.Body) ? 0 : 1;
            garbled += GarbledText.Is(article.Text.Body) ? 1 : 0;
        }
        var run = new SourceRun
        {
            StartsAt = _now, EndsAt = _now.AddHours(6), Polls = PollsARun, FailedPolls = failed, Listed = listed ?? 0, Found = found, Pages = pages,
            Unreadable = unreadable, Dated = dated, Duplicates = duplicates, Garbled = garbled, Lengths = lengths,
        };
        var judged = HealthJudge.Judge(run, _runs, HealthRules.BuiltIn);
        run.RecordJudgement(run.EndsAt, judged.Select(one => one.Signal));
        _runs.Add(run);
        _now = run.EndsAt;
        return judged;
    }

    private (int? Listed, int Found) Poll(int published, SourceFault? fault)
    {
        if (fault is SourceFault.RobotsForbids or SourceFault.Forbidden or SourceFault.ServerError)
        {
            return (null, 0);
        }
        if (fault == SourceFault.FeedStuck)
        {
            published = 0;
        }
        for (var i = 0; i < published; i++)
        {
            _listed.Enqueue(_article++);
            _listed.Dequeue();
        }
        var isPage = fault is SourceFault.FeedIsAPage or SourceFault.ListSelectorBroken;
        var answer = new FetchResult(FetchOutcome.Ok, new Uri("https://rekaan.example/rss"), 200, Encoding.UTF8.GetBytes(isPage ? ListBody(fault) : Feed(fault)), "text/html; charset=utf-8");
        var listing = Listing.Read(fault == SourceFault.ListSelectorBroken ? ChannelKind.ListPage : ChannelKind.Feed, Definition, answer);
        return (listing.Addresses.Count == 0 ? null : listing.Addresses.Count, listing.Addresses.Count == 0 ? 0 : published);
    }

    private string Feed(SourceFault? fault) => "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Rekaan</title>"
        + (fault == SourceFault.FeedEmpty ? "" : string.Concat(_listed.Select(id => $"<item><title>Judul {id}</title><link>https://rekaan.example/read/{id}/judul</link></item>"))) + "</channel></rss>";

    // The links of the list have moved to addresses that no rule knows.
    private string ListBody(SourceFault? fault) => fault == SourceFault.FeedIsAPage ? "<html><body><p>Situs sedang dirawat.</p></body></html>"
        : "<html><body>" + string.Concat(_listed.Select(id => $"<a href=\"/konten/{id}\">Judul {id}</a>")) + "</body></html>";

    private ReadArticle? Read(SourceFault? fault)
    {
        if (fault == SourceFault.RedirectToHome || _random.Next(40) == 0)
        {
            return null;
        }
        var html = Page(fault, _random.Next(30) == 0);
        var bytes = Encoding.UTF8.GetBytes(html);
        // Sent as Windows-1252 although it is UTF-8, and then encoded once more.
        var text = fault == SourceFault.CharsetBroken ? PageText.Decode(Encoding.UTF8.GetBytes(PageText.ByName("windows-1252").GetString(bytes)), "text/html; charset=utf-8").Text : html;
        return PageReader.Read(new Uri("https://rekaan.example/read/1/judul"), text, Definition).Article;
    }

    private string Page(SourceFault? fault, bool undated)
    {
        var number = fault == SourceFault.Duplicates ? 7 : _random.Next(1_000_000);
        var body = string.Concat(Enumerable.Range(0, fault == SourceFault.Duplicates ? 8 : 6 + _random.Next(9)).Select(i =>
            $"<p>Delegasi ke-{number + i} membahas pasal {(number * 7 % 97) + i} tentang perdagangan dan pangan selama {2 + (number % 6)} jam di ruang sidang, kata juru bicara rekaan “kami” – tanpa rincian lebih lanjut mengenai hasil akhirnya.</p>"));
        var date = undated || fault == SourceFault.DatesGone ? "" : string.Create(CultureInfo.InvariantCulture, $"<div class=\"tanggal\">Senin, 2 Maret 2026 {8 + (number % 10)}:15 WIB</div>");
        var inner = fault switch
        {
            SourceFault.ConsentPage => "<div class=\"isi\"><p>Kami dan mitra kami memakai kuki untuk menyimpan dan mengakses informasi pada perangkat Anda. Setujui untuk melanjutkan membaca situs ini, atau atur pilihan Anda.</p></div>",
            SourceFault.SoftNotFound => "<div class=\"isi\"><p>Halaman tidak ditemukan.</p></div>",
            SourceFault.TitleOnly => "<div class=\"isi\"></div>",
            SourceFault.BodySelectorBroken => "<div class=\"konten-baru\" data-isi=\"tersembunyi\"></div><script>window.isi = 'dimuat kemudian'</script>",
            SourceFault.PaywallStub => $"<div class=\"isi\">{body[..(body.IndexOf("</p>", StringComparison.Ordinal) + 4)]}<p>Berlangganan untuk membaca selengkapnya.</p></div>",
            _ => $"<div class=\"isi\">{body}</div>",
        };
        return $"<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>Judul {number}</title></head><body><h1>Judul berita nomor {number} dari rekaan</h1>{date}{inner}</body></html>";
    }

    private int Poisson(double mean)
    {
        // Knuth, The Art of Computer Programming, vol. 2, 3.4.1.
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        while (product > limit)
        {
            product *= _random.NextDouble();
            count++;
        }
        return count;
    }
}
