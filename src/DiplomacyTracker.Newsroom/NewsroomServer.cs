using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Newsroom;

/// <summary>A request that an outlet got.</summary>
public sealed record NewsroomRequest(DateTimeOffset At, string Outlet, string Path, int Status, string UserAgent, bool Conditional);

/// <summary>An outlet that answers on its own port.</summary>
public sealed record RunningOutlet(Outlet Outlet, Uri Home);

/// <summary>How an outlet may misbehave on purpose.</summary>
public enum Misbehaviour
{
    None,
    ServerError,
    Empty,
    NotAFeed,
    Huge,
    WrongCharset,

    /// <summary>Listings are well-formed and hold nothing.</summary>
    NothingListed,

    /// <summary>Every answer but robots.txt is 403.</summary>
    Forbidden,

    /// <summary>robots.txt closes the whole site.</summary>
    RobotsForbids,

    /// <summary>Articles are gone (410); listings still name them.</summary>
    ArticlesGone,

    /// <summary>Articles lead to the home page.</summary>
    ArticlesLeadHome,

    /// <summary>Articles that go on over several pages break off after the first.</summary>
    LaterPagesFail,
}

/// <summary>A small press on loopback: each outlet an authority of its own. Articles can be added and changed while it runs.</summary>
public sealed class NewsroomServer : IAsyncDisposable
{
    private const string Robots = "User-agent: *\nDisallow: /rahasia/\nCrawl-delay: 0.05\n";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, List<Article>> _articles;
    private readonly ConcurrentDictionary<string, Misbehaviour> _misbehaviour = new();
    private readonly Dictionary<int, RunningOutlet> _byPort;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _firstFetchAt = new();
    private readonly TimeSpan? _editsAfter;
    private readonly TimeProvider _clock;

    private NewsroomServer(WebApplication app, Dictionary<int, RunningOutlet> byPort, IEnumerable<Article> articles, TimeSpan? editsAfter, TimeProvider clock)
    {
        _app = app;
        _editsAfter = editsAfter;
        _clock = clock;
        _byPort = byPort;
        Outlets = [.. byPort.Values];
        _articles = new ConcurrentDictionary<string, List<Article>>(articles.GroupBy(article => article.Outlet)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(article => article.PublishedAt).ToList()));
    }

    public IReadOnlyList<RunningOutlet> Outlets { get; }

    /// <summary>How many of the newest articles feeds, sitemaps and lists name; the archive by day names all.</summary>
    public int ListedAtMost { get; set; } = int.MaxValue;

    /// <summary>Every request since the start.</summary>
    public ConcurrentQueue<NewsroomRequest> Requests { get; } = new();

    /// <summary>Starts the press. <paramref name="firstPort"/> 0 takes free ports.</summary>
    public static Task<NewsroomServer> StartAsync(int firstPort, IEnumerable<Article> articles, CancellationToken cancellationToken) =>
        StartAsync(firstPort, SampleArticles.Outlets, articles, cancellationToken);

    /// <summary>Starts a press of other outlets than the built-in ones.</summary>
    public static Task<NewsroomServer> StartAsync(int firstPort, IReadOnlyList<Outlet> outlets, IEnumerable<Article> articles, CancellationToken cancellationToken) =>
        StartAsync(firstPort, outlets, articles, editsAfter: null, TimeProvider.System, cancellationToken);

    /// <summary>Starts a press that changes its articles: <paramref name="editsAfter"/> the first fetch of one, its later version is served.</summary>
    public static Task<NewsroomServer> StartAsync(int firstPort, IEnumerable<Article> articles, TimeSpan? editsAfter, TimeProvider clock, CancellationToken cancellationToken) =>
        StartAsync(firstPort, SampleArticles.Outlets, articles, editsAfter, clock, cancellationToken);

    private static async Task<NewsroomServer> StartAsync(
        int firstPort, IReadOnlyList<Outlet> outlets, IEnumerable<Article> articles, TimeSpan? editsAfter, TimeProvider clock, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var ports = firstPort == 0 ? FreePorts(outlets.Count) : [.. Enumerable.Range(firstPort, outlets.Count)];
        var app = builder.Build();
        foreach (var port in ports)
        {
            app.Urls.Add($"http://127.0.0.1:{port}");
        }
        var byPort = outlets.Zip(ports).ToDictionary(pair => pair.Second, pair => new RunningOutlet(pair.First, new Uri($"http://127.0.0.1:{pair.Second}/")));
        var server = new NewsroomServer(app, byPort, articles, editsAfter, clock);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>The outlets in the form of the scraper's list of sources.</summary>
    public string SourcesYaml()
    {
        var yaml = new StringBuilder();
        foreach (var (outlet, home) in Outlets)
        {
            var listing = outlet.Listing switch { "feed" => $"feeds: [\"{home}rss\"]", "sitemap" => $"sitemaps: [\"{home}sitemap-news.xml\"]", _ => $"lists: [\"{home}indeks\"]" };
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {{key: {outlet.Key}, name: {outlet.Name}, family: {outlet.Family}, home: \"{home}\", zone: {outlet.Zone}, articlePattern: /read/, {listing}");
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $", archives: [\"{home}arsip?tanggal={{date:yyyy-MM-dd}}&page={{page}}\"]");
            yaml.Append(outlet.Style == "daily" && !outlet.Paged ? ", allPages: page=all" : "").Append(", page: ").Append(PageRule(outlet.Style)).AppendLine("}");
        }
        return yaml.ToString();
    }

    /// <summary>Publishes an article, or the next version of one.</summary>
    public void Publish(Article article) => _articles.AddOrUpdate(
        article.Outlet, _ => [article], (_, all) => [article, .. all.Where(other => other.Id != article.Id)]);

    public void Misbehave(string outlet, Misbehaviour how) => _misbehaviour[outlet] = how;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var running = _byPort[context.Connection.LocalPort];
        var (status, type, body) = Answer(running, context.Request.Path, context.Request.QueryString.Value ?? "");
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        var conditional = context.Request.Headers.IfNoneMatch.Count > 0;
        if (status == 200 && context.Request.Headers.IfNoneMatch.ToString() == etag)
        {
            (status, body) = (304, []);
        }
        Requests.Enqueue(new NewsroomRequest(
            _clock.GetUtcNow(), running.Outlet.Key, context.Request.Path, status, context.Request.Headers.UserAgent.ToString(), conditional));
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = etag;
        context.Response.ContentType = type;
        if (status == 302)
        {
            context.Response.Headers.Location = "/";
        }
        if (status != 304)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private (int Status, string Type, byte[] Body) Answer(RunningOutlet running, string path, string query)
    {
        var how = _misbehaviour.GetValueOrDefault(running.Outlet.Key);
        var articles = (_articles.GetValueOrDefault(running.Outlet.Key) ?? []).ConvertAll(InForce);
        if (path == "/robots.txt")
        {
            return (200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(how == Misbehaviour.RobotsForbids ? "User-agent: *\nDisallow: /\n" : Robots));
        }
        var isArticle = path.StartsWith("/read/", StringComparison.Ordinal);
        if (how == Misbehaviour.NothingListed && !isArticle)
        {
            (how, articles) = (Misbehaviour.None, []);
        }
        if (how == Misbehaviour.LaterPagesFail && !query.Contains("page=2", StringComparison.Ordinal))
        {
            how = Misbehaviour.None;
        }
        if (how is Misbehaviour.ArticlesGone or Misbehaviour.ArticlesLeadHome && !isArticle)
        {
            how = Misbehaviour.None;
        }
        if (how is not (Misbehaviour.None or Misbehaviour.RobotsForbids or Misbehaviour.NothingListed))
        {
            return how switch
            {
                Misbehaviour.Forbidden => (403, "text/plain", "terlarang"u8.ToArray()),
                Misbehaviour.ArticlesGone => (410, "text/plain", "dihapus"u8.ToArray()),
                Misbehaviour.ArticlesLeadHome => (302, "text/plain", []),
                Misbehaviour.ServerError or Misbehaviour.LaterPagesFail => (500, "text/plain", "kesalahan"u8.ToArray()),
                Misbehaviour.Empty => (200, "text/html", []),
                Misbehaviour.Huge => (200, "text/html", new byte[50 * 1024 * 1024]),
                Misbehaviour.WrongCharset => (200, "text/html; charset=utf-16", "<p>bukan utf-16</p>"u8.ToArray()),
                _ => (200, "text/html; charset=utf-8", "<html><body><p>Situs sedang dirawat</p></body></html>"u8.ToArray()),
            };
        }
        const string Html = "text/html; charset=utf-8";
        var listed = articles.Take(ListedAtMost);
        return path switch
        {
            "/rss" => (200, "application/rss+xml; charset=utf-8", Encoding.UTF8.GetBytes(PageWriter.Feed(running.Outlet, running.Home, listed))),
            "/sitemap-news.xml" => (200, "application/xml", Encoding.UTF8.GetBytes(PageWriter.Sitemap(running.Outlet, running.Home, listed))),
            "/" or "/indeks" => (200, Html, Encoding.UTF8.GetBytes(PageWriter.List(running.Outlet, listed))),
            "/arsip" => (200, Html, Encoding.UTF8.GetBytes(PageWriter.List(running.Outlet, OfArchive(articles, query)))),
            "/tentang" => (200, Html, Encoding.UTF8.GetBytes($"<html><body><p>{running.Outlet.Name} adalah media rekaan untuk peragaan Diplomacy Tracker. Semua juru bicara dan pengamat yang dikutip juga rekaan.</p></body></html>")),
            _ => articles.Find(article => PageWriter.Path(article) == path) is { } found
                ? (200, Html, Fetched(running.Outlet, found, query))
                : (404, Html, "<p>tidak ada</p>"u8.ToArray()),
        };
    }

    // "?page=2&tanggal=2025-07-02": the day's articles, twenty a page.
    private static IEnumerable<Article> OfArchive(List<Article> articles, string query)
    {
        var asked = System.Web.HttpUtility.ParseQueryString(query);
        var page = int.TryParse(asked["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        return articles.Where(article => article.Published.StartsWith(asked["tanggal"] ?? "", StringComparison.Ordinal)).Skip((page - 1) * 20).Take(20);
    }

    private byte[] Fetched(Outlet outlet, Article article, string query)
    {
        _firstFetchAt.TryAdd(article.Id, _clock.GetUtcNow());
        var page = System.Web.HttpUtility.ParseQueryString(query)["page"];
        return Encoding.UTF8.GetBytes(PageWriter.Page(outlet, article, page switch { "all" => 0, "2" => 2, _ => 1 }));
    }

    private Article InForce(Article article) =>
        article.Later.Count > 0 && _editsAfter is { } after && _firstFetchAt.TryGetValue(article.Id, out var first) && _clock.GetUtcNow() - first >= after
            ? article.Edited()
            : article;

    private static string PageRule(string style) => style switch
    {
        "wire" => "{title: h1, body: .wrap-detail-content, date: .tanggal, drop: [.baca-juga]}",
        "portal" => "{title: .detail-judul, body: .detail-isi, drop: [table.sisip]}",
        "daily" => "{title: .read-title, body: .read-content, date: .read-time, drop: [.paging]}",
        "magazine" => "{body: \".isi-artikel p, .isi-artikel h2\"}",
        "breaks" => "{title: .judul, body: .isi-berita, date: .date-artikel}",
        _ => "{body: .konten-artikel}",
    };

    // All are held until the last is found: a port that was let go may be given out again.
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
