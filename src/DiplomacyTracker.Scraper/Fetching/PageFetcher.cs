using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>
/// Sends polite, bounded requests and says how they ended. Every address on the way, redirects included, passes the guard before it is asked for and again, resolved, when it is connected to.
/// No cookie, no proxy of the environment, no Referer.
/// </summary>
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
            // Headers are bytes: what came in as Latin-1 goes out as the same bytes.
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>One request; a redirect is an answer.</summary>
    public async Task<FetchResult> SendAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _clock);
        return await SendAsync(request, limit.Token, cancellationToken);
    }

    /// <summary>Follows redirects to the end within one limit of time.</summary>
    public Task<FetchResult> FetchAsync(Uri address, string? etag, string? lastModified, CancellationToken cancellationToken) =>
        FollowAsync(new FetchRequest(address, etag, lastModified), _options.MostRedirects, (_, _) => Task.FromResult<FetchResult?>(null), cancellationToken);

    /// <summary>Follows redirects to the end within one limit of time; <paramref name="judge"/> is asked before each, takes its own time and may answer in its place.</summary>
    public async Task<FetchResult> FollowAsync(FetchRequest request, int mostRedirects, Func<Uri, CancellationToken, Task<FetchResult?>> judge, CancellationToken cancellationToken)
    {
        var left = _options.Timeout;
        for (var hop = 0; hop <= mostRedirects; hop++)
        {
            if (await judge(request.Address, cancellationToken) is { } verdict)
            {
                return verdict;
            }
            var start = _clock.GetUtcNow();
            using var limit = new CancellationTokenSource(left, _clock);
            var answer = await SendAsync(request, limit.Token, cancellationToken);
            if (answer.RedirectTo is not { } target)
            {
                return answer;
            }
            left -= _clock.GetUtcNow() - start;
            left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            request = request with { Address = target };
        }
        return new FetchResult(FetchOutcome.TooManyRedirects, request.Address, Error: $"more than {mostRedirects} redirects");
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> SendAsync(FetchRequest asked, CancellationToken limit, CancellationToken cancellationToken)
    {
        var at = asked.Address;
        if (!_guard.AllowsWithoutConnecting(at))
        {
            return new FetchResult(FetchOutcome.Blocked, at, Error: $"{at.Authority} is no public http address");
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, cancellationToken);
        try
        {
            using var request = RequestFor(asked);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await new AnswerReader(response, asked, _options.MostBytes, _clock.GetUtcNow()).ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FetchResult(FetchOutcome.Timeout, at, Error: $"no whole answer within {_options.Timeout.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (Outcome(e) is { } outcome)
        {
            return new FetchResult(outcome, at, Error: (e.InnerException ?? e).Message);
        }
    }

    /// <summary>What an exception of the network stack means; null for what is a fault of ours.</summary>
    private static FetchOutcome? Outcome(Exception e) => e switch
    {
        _ when IsBlocked(e) => FetchOutcome.Blocked,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FetchOutcome.TlsError,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchOutcome.TooLarge,
        HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchOutcome.TooLarge,
        InvalidDataException => FetchOutcome.BadEncoding,
        // The last three are how HttpClient meets headers that it cannot read.
        HttpRequestException or IOException or SocketException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException => FetchOutcome.HttpError,
        _ => null,
    };

    private static bool IsBlocked(Exception? e) => e is BlockedAddressException || (e is not null && IsBlocked(e.InnerException));

    private HttpRequestMessage RequestFor(FetchRequest asked)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, asked.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,application/atom+xml,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Language", "id,en;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        // Validators go back byte for byte as they came.
        if (asked.Etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", asked.Etag);
        }
        if (asked.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", asked.LastModified);
        }
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        // A name that leads to public and private addresses at once is not trusted with either.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => _guard.Allows(address, context.DnsEndPoint.Port)))
        {
            throw new BlockedAddressException($"{host} does not lead to public addresses only");
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The guard refused an address that a name leads to.</summary>
internal sealed class BlockedAddressException(string message) : Exception(message);
