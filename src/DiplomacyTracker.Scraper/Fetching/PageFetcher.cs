using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Sends one polite, bounded request and says how it ended. Every address on the way, redirects included, passes the guard when it is connected to.</summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly AddressGuard _guard;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public PageFetcher(IOptions<FetchOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _guard = new AddressGuard(_options.AllowedPrivateEndpoints.Select(AllowedEndpoint.Parse));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<FetchResult> FetchAsync(Uri address, string? etag, string? lastModified, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var at = address;
        try
        {
            for (var hop = 0; hop <= _options.MostRedirects; hop++)
            {
                if (!_guard.AllowsWithoutConnecting(at))
                {
                    return new FetchResult(FetchOutcome.Blocked, at, Error: "the address is not public http");
                }
                using var request = Request(at, etag, lastModified);
                using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (RedirectTarget(response, at) is { } target)
                {
                    at = target;
                    continue;
                }
                return await ReadAsync(response, at, either.Token);
            }
            return new FetchResult(FetchOutcome.TooManyRedirects, at, Error: $"more than {_options.MostRedirects} redirects");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FetchResult(FetchOutcome.TimedOut, at, Error: $"no whole answer within {_options.Timeout.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (BlockedBy(e) is { } blocked)
        {
            return new FetchResult(FetchOutcome.Blocked, at, Error: blocked.Message);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or AuthenticationException)
        {
            return new FetchResult(FetchOutcome.Unreachable, at, Error: (e.InnerException ?? e).Message);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException or UriFormatException)
        {
            return new FetchResult(FetchOutcome.BadResponse, at, Error: e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(Uri address, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,application/atom+xml,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Language", "id,en;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        // Validators go back byte for byte as they came.
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }
        if (lastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }
        return request;
    }

    private static Uri? RedirectTarget(HttpResponseMessage response, Uri at) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(at, location) : null;

    private async Task<FetchResult> ReadAsync(HttpResponseMessage response, Uri at, CancellationToken cancellationToken)
    {
        var outcome = (int)response.StatusCode switch
        {
            200 or 203 => FetchOutcome.Ok,
            304 => FetchOutcome.NotModified,
            404 => FetchOutcome.NotFound,
            410 => FetchOutcome.Gone,
            429 => FetchOutcome.TooManyRequests,
            _ => FetchOutcome.HttpError,
        };
        var result = new FetchResult(outcome, at, (int)response.StatusCode, null, Header(response.Content.Headers, "Content-Type"),
            Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"), RetryAfter(response));
        if (outcome != FetchOutcome.Ok)
        {
            return result;
        }
        if (response.Content.Headers.ContentLength > _options.MostBytes)
        {
            return result with { Outcome = FetchOutcome.TooLarge, Error = $"{response.Content.Headers.ContentLength} bytes are announced, at most {_options.MostBytes} are read" };
        }
        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = await BoundedBody.ReadAsync(raw, response.Content.Headers.ContentEncoding, _options.MostBytes, cancellationToken);
        return body is null
            ? result with { Outcome = FetchOutcome.TooLarge, Error = $"more than {_options.MostBytes} bytes" }
            : result with { Body = body };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter is { } said ? said.Delta ?? (said.Date - _clock.GetUtcNow()) : null;
        return wait is { } span ? TimeSpan.FromSeconds(Math.Clamp(span.TotalSeconds, 0, TimeSpan.FromDays(1).TotalSeconds)) : null;
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var open = Array.FindAll(addresses, address => _guard.Allows(address, context.DnsEndPoint.Port));
        if (open.Length == 0)
        {
            throw new BlockedAddressException($"{host} leads to no public address");
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static BlockedAddressException? BlockedBy(Exception? e) => e is null ? null : e as BlockedAddressException ?? BlockedBy(e.InnerException);
}

/// <summary>The guard refused every address that a name leads to.</summary>
internal sealed class BlockedAddressException(string message) : Exception(message);
