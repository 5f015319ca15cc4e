using System.IO.Compression;
using System.Text;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class PageFetcherTests
{
    private const string Html = "Content-Type: text/html; charset=utf-8\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("404 Not Found", "", "http_error")]
    [InlineData("410 Gone", "", "gone")]
    [InlineData("429 Too Many Requests", "Retry-After: 5\r\n", "retry_later")]
    [InlineData("503 Service Unavailable", "", "retry_later")]
    [InlineData("304 Not Modified", "", "http_error")]
    [InlineData("302 Found", "", "http_error")]
    [InlineData("302 Found", "Location: file:///etc/passwd\r\n", "blocked")]
    [InlineData("302 Found", "Location: http://169.254.169.254/\r\n", "blocked")]
    [InlineData("302 Found", "Location: http://[::ffff:127.0.0.1]:9/\r\n", "blocked")]
    [InlineData("302 Found", "Location: /\r\n", "too_many_redirects")]
    [InlineData("200 OK", "Content-Type: image/png\r\n", "bad_content_type")]
    [InlineData("200 OK", "Content-Encoding: zstd\r\n", "bad_encoding")]
    [InlineData("200 OK", "Content-Encoding: gzip, gzip, gzip\r\n", "bad_encoding")]
    [InlineData("000 x", "", "http_error")]
    public async Task The_outcome_has_a_name_and_a_reason(string status, string headers, string outcome)
    {
        var answer = await FetchAsync(_ => LoopbackServer.Answer(status, headers, "<p>isi</p>"u8.ToArray()));

        Assert.Equal(outcome, answer.Outcome.Name());
        Assert.StartsWith(outcome, answer.Reason, StringComparison.Ordinal);
        Assert.Null(answer.Body);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>terpotong")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>te\r\n")]
    [InlineData("")]
    public async Task A_broken_or_cut_off_message_is_an_error(string bytes)
    {
        var answer = await FetchAsync(_ => Encoding.Latin1.GetBytes(bytes));

        Assert.Equal(FetchOutcome.HttpError, answer.Outcome);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    public async Task Each_coding_is_undone_and_a_cut_off_body_is_noticed(string coding)
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>Baris ke-{i} dari berita.</p>"));
        var whole = Compressed(coding, Encoding.UTF8.GetBytes(text));
        var headers = $"{Html}Content-Encoding: {coding.Split(' ')[^1]}\r\n";

        Assert.Equal(text, Encoding.UTF8.GetString((await FetchAsync(_ => LoopbackServer.Answer("200 OK", headers, whole))).Body!));
        for (var length = whole.Length - 1; length > whole.Length - 40; length -= 3)
        {
            var cut = whole[..length];
            Assert.Equal(FetchOutcome.BadEncoding, (await FetchAsync(_ => LoopbackServer.Answer("200 OK", headers, cut))).Outcome);
        }
    }

    [Fact]
    public async Task Two_gzip_members_are_one_body()
    {
        byte[] both = [.. Compressed("gzip", "<p>satu "u8.ToArray()), .. Compressed("gzip", "dua</p>"u8.ToArray())];

        var answer = await FetchAsync(_ => LoopbackServer.Answer("200 OK", Html + "Content-Encoding: gzip\r\n", both));

        Assert.Equal("<p>satu dua</p>", Encoding.UTF8.GetString(answer.Body!));
    }

    [Theory]
    [InlineData("gzip", "Content-Encoding: gzip\r\n")]
    [InlineData("deflate", "Content-Encoding: deflate\r\n")]
    [InlineData("br", "Content-Encoding: br\r\n")]
    [InlineData("gzip", "")]
    public async Task What_grows_past_the_limit_is_not_unpacked_further(string coding, string header)
    {
        var bomb = Compressed(coding, new byte[64 * 1024 * 1024]);

        var answer = await FetchAsync(_ => LoopbackServer.Answer("200 OK", Html + header, bomb));

        Assert.Equal(FetchOutcome.TooLarge, answer.Outcome);
    }

    [Fact]
    public async Task A_body_past_the_limit_is_not_read_further()
    {
        var answer = await FetchAsync(_ => [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. new byte[20 * 1024 * 1024]]);

        Assert.Equal(FetchOutcome.TooLarge, answer.Outcome);
    }

    [Fact]
    public async Task The_limit_of_time_covers_the_whole_request()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        await using var server = new LoopbackServer(_ => null);
        using var fetcher = new PageFetcher(Options.Create(server.Options), clock);
        var fetching = fetcher.FetchAsync(server.At("/"), null, null, Token);
        await server.FirstRequest.Task.WaitAsync(Token);

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(fetching.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(FetchOutcome.Timeout, (await fetching).Outcome);
    }

    [Fact]
    public async Task The_request_names_us_and_carries_validators_as_they_came_and_nothing_else()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("304 Not Modified", "Set-Cookie: a=b\r\nETag: W/\"Ã¼\"\r\n", []));
        using var fetcher = new PageFetcher(Options.Create(server.Options), TimeProvider.System);

        var answer = await fetcher.FetchAsync(server.At("/rss?a=%7C|"), "W/\"Ã¼\"", "yesterday", Token);
        await fetcher.FetchAsync(server.At("/"), answer.Etag, null, Token);

        var (first, second) = (server.Requests.First(), server.Requests.Last());
        Assert.Equal(FetchOutcome.NotModified, answer.Outcome);
        Assert.Equal(("W/\"Ã¼\"", "yesterday"), (first.Headers["If-None-Match"], first.Headers["If-Modified-Since"]));
        Assert.Equal("W/\"Ã¼\"", second.Headers["If-None-Match"]);
        Assert.Matches(@"^DiplomacyTracker/[0-9.]+ \(.*(@|https?://).*\)$", first.Headers["User-Agent"]);
        Assert.Contains("gzip", first.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("Cookie") || request.Headers.ContainsKey("Referer"));
    }

    [Theory]
    [InlineData("/berita/kÃ©", "/berita/k%C3%A9")]
    [InlineData("/a b?c d", "/a%20b?c%20d")]
    [InlineData("/a#bagian", "/a")]
    [InlineData("/a?x=%0d%0aX: 1", "/a?x=%0D%0AX:%201")]
    public async Task A_redirect_is_followed_as_browsers_read_it(string location, string path)
    {
        await using var server = new LoopbackServer(request => request.Path == "/" ? LoopbackServer.Redirect("301 Moved Permanently", location) : LoopbackServer.Page("<p>isi</p>"));
        using var fetcher = new PageFetcher(Options.Create(server.Options), TimeProvider.System);

        Assert.True((await fetcher.FetchAsync(server.At("/"), null, null, Token)).IsOk);
        Assert.Equal(path, server.Requests.Last().Path);
    }

    [Theory]
    [InlineData("Retry-After: 120\r\n", 120)]
    [InlineData("Retry-After: Thu, 01 Jan 1970 00:03:00 GMT\r\n", 180)]
    [InlineData("Retry-After: 99999999999999999999999\r\n", 86400)]
    [InlineData("Retry-After: Fri, 31 Dec 2999 23:59:59 GMT\r\n", 86400)]
    [InlineData("Retry-After: -5\r\n", null)]
    [InlineData("Retry-After: soon\r\n", null)]
    public async Task Retry_After_is_read_in_seconds_and_as_a_date(string header, int? seconds)
    {
        var answer = await FetchAsync(_ => LoopbackServer.Answer("429 Too Many Requests", header, []));

        Assert.Equal(seconds, (int?)answer.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("Cache-Control: public, max-age=3600\r\nExpires: 0\r\n", 3600)]
    [InlineData("Expires: Thu, 01 Jan 1970 02:00:00 GMT\r\n", 7200)]
    [InlineData("Cache-Control: max-age=abc\r\nExpires: yesterday\r\n", null)]
    [InlineData("", null)]
    public async Task Freshness_is_read_from_max_age_and_Expires(string headers, int? seconds)
    {
        var answer = await FetchAsync(_ => LoopbackServer.Page("<p>isi</p>", Html + headers));

        Assert.Equal(seconds, (int?)answer.FreshFor?.TotalSeconds);
    }

    [Fact]
    public async Task No_proxy_of_the_environment_is_used()
    {
        await using var proxy = new LoopbackServer(_ => LoopbackServer.Page("<p>dari proksi</p>"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Page("<p>dari media</p>"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new System.Net.WebProxy($"http://{proxy.Endpoint}");
        try
        {
            using var fetcher = new PageFetcher(Options.Create(server.Options), TimeProvider.System);
            Assert.Contains("media", Encoding.UTF8.GetString((await fetcher.FetchAsync(server.At("/"), null, null, Token)).Body!), StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
        Assert.Empty(proxy.Requests);
    }

    [Theory]
    [InlineData("%PDF-1.7 \u0001\u0002")]
    [InlineData("PK\u0003\u0004 xxxx")]
    [InlineData("a\u0001\u0002\u0003\u0004\u0005")]
    public async Task Bytes_that_are_no_text_are_not_taken_for_a_page(string body)
    {
        var answer = await FetchAsync(_ => LoopbackServer.Page(body));

        Assert.Equal(FetchOutcome.BadContentType, answer.Outcome);
    }

    private static async Task<FetchResult> FetchAsync(Func<LoopbackRequest, byte[]?> respond)
    {
        await using var server = new LoopbackServer(respond);
        using var fetcher = new PageFetcher(Options.Create(server.Options), new ManualClock(DateTimeOffset.UnixEpoch));
        return await fetcher.FetchAsync(server.At("/"), null, null, Token);
    }

    private static byte[] Compressed(string coding, byte[] body)
    {
        using var result = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(result, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true),
            "raw deflate" => new DeflateStream(result, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(result, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(body);
        }
        return result.ToArray();
    }
}
