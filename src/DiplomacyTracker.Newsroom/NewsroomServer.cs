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
}

/// <summary>A small press on loopback: each outlet an authority of its own. Articles can be added and changed while it runs.</summary>
public sealed class NewsroomServer : IAsyncDisposable
{
    private const string Robots = "User-agent: *\nDisallow: /rahasia/\nCrawl-delay: 0.05\n";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, List<Article>> _articles;
    private readonly ConcurrentDictionary<string, Misbehaviour> _misbehaviour = new();
    private readonly Dictionary<int, RunningOutlet> _byPort;

    private NewsroomServer(WebApplication app, Dictionary<int, RunningOutlet> byPort, IEnumerable<Article> articles)
    {
        _app = app;
        _byPort = byPort;
        Outlets = [.. byPort.Values];
        _articles = new ConcurrentDictionary<string, List<Article>>(articles.GroupBy(article => article.Outlet)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(article => article.PublishedAt).ToList()));
    }

    public IReadOnlyList<RunningOutlet> Outlets { get; }

    /// <summary>Every request since the start.</summary>
    public ConcurrentQueue<NewsroomRequest> Requests { get; } = new();

    /// <summary>Starts the press. <paramref name="firstPort"/> 0 takes free ports.</summary>
    public static async Task<NewsroomServer> StartAsync(int firstPort, IEnumerable<Article> articles, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var ports = SampleArticles.Outlets.Select((outlet, index) => firstPort == 0 ? FreePort() : firstPort + index).ToList();
        var app = builder.Build();
        ports.ForEach(port => app.Urls.Add($"http://127.0.0.1:{port}"));
        var byPort = SampleArticles.Outlets.Zip(ports).ToDictionary(pair => pair.Second, pair => new RunningOutlet(pair.First, new Uri($"http://127.0.0.1:{pair.Second}/")));
        var server = new NewsroomServer(app, byPort, articles);
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
            yaml.Append(outlet.Style == "daily" ? ", allPages: page=all" : "").Append(", page: ").Append(PageRule(outlet.Style)).AppendLine("}");
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
            DateTimeOffset.UtcNow, running.Outlet.Key, context.Request.Path, status, context.Request.Headers.UserAgent.ToString(), conditional));
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = etag;
        context.Response.ContentType = type;
        if (status != 304)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private (int Status, string Type, byte[] Body) Answer(RunningOutlet running, string path, string query)
    {
        var how = _misbehaviour.GetValueOrDefault(running.Outlet.Key);
        var articles = _articles.GetValueOrDefault(running.Outlet.Key) ?? [];
        if (path == "/robots.txt")
        {
            return (200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Robots));
        }
        if (how != Misbehaviour.None)
        {
            return how switch
            {
                Misbehaviour.ServerError => (500, "text/plain", "kesalahan"u8.ToArray()),
                Misbehaviour.Empty => (200, "text/html", []),
                Misbehaviour.Huge => (200, "text/html", new byte[50 * 1024 * 1024]),
                Misbehaviour.WrongCharset => (200, "text/html; charset=utf-16", "<p>bukan utf-16</p>"u8.ToArray()),
                _ => (200, "text/html; charset=utf-8", "<html><body><p>Situs sedang dirawat</p></body></html>"u8.ToArray()),
            };
        }
        const string Html = "text/html; charset=utf-8";
        return path switch
        {
            "/rss" => (200, "application/rss+xml; charset=utf-8", Encoding.UTF8.GetBytes(PageWriter.Feed(running.Outlet, running.Home, articles))),
            "/sitemap-news.xml" => (200, "application/xml", Encoding.UTF8.GetBytes(PageWriter.Sitemap(running.Outlet, running.Home, articles))),
            "/" or "/indeks" => (200, Html, Encoding.UTF8.GetBytes(PageWriter.List(running.Outlet, articles))),
            "/tentang" => (200, Html, Encoding.UTF8.GetBytes($"<html><body><p>{running.Outlet.Name} adalah media rekaan untuk peragaan Diplomacy Tracker. Semua juru bicara dan pengamat yang dikutip juga rekaan.</p></body></html>")),
            _ => articles.Find(article => PageWriter.Path(article) == path) is { } found
                ? (200, Html, Encoding.UTF8.GetBytes(PageWriter.Page(running.Outlet, found, query.Contains("page=all", StringComparison.Ordinal))))
                : (404, Html, "<p>tidak ada</p>"u8.ToArray()),
        };
    }

    private static string PageRule(string style) => style switch
    {
        "wire" => "{title: h1, body: .wrap-detail-content, date: .tanggal, drop: [.baca-juga]}",
        "portal" => "{title: .detail-judul, body: .detail-isi, drop: [table.sisip]}",
        "daily" => "{title: .read-title, body: .read-content, date: .read-time, drop: [.paging]}",
        "magazine" => "{body: .isi-artikel p}",
        "breaks" => "{title: .judul, body: .isi-berita, date: .date-artikel}",
        _ => "{body: .konten-artikel}",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
