using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

/// <summary>A request as it came in: path with query, headers as sent.</summary>
internal sealed record LoopbackRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>A server on loopback that answers with exactly the bytes that a test gives it, good HTTP or not. Null hangs until the test is over.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<LoopbackRequest, byte[]?> _answer;
    private readonly Task _loop;

    public LoopbackServer(Func<LoopbackRequest, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public ConcurrentQueue<LoopbackRequest> Requests { get; } = new();

    /// <summary>Completes when the first request has been read.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Endpoint => _listener.LocalEndpoint.ToString()!;

    public FetchOptions Options => new() { AllowedPrivateEndpoints = [Endpoint], DelayPerAuthority = TimeSpan.Zero };

    public Uri At(string path) => new($"http://{Endpoint}{path}");

    public static byte[] Answer(string status, string headers, byte[] body) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n")), .. body];

    public static byte[] Page(string html, string headers = "Content-Type: text/html; charset=utf-8\r\n") => Answer("200 OK", headers, Encoding.UTF8.GetBytes(html));

    public static byte[] Redirect(string status, string location) => Answer(status, $"Location: {location}\r\n", []);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadAsync(stream);
                Requests.Enqueue(request);
                FirstRequest.TrySetResult();
                if (_answer(request) is not { } bytes)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                    return;
                }
                await stream.WriteAsync(bytes, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                await stream.CopyToAsync(Stream.Null, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The fetcher has hung up, which is for the test to judge by what the fetcher says.
            }
        }
    }

    private async Task<LoopbackRequest> ReadAsync(NetworkStream stream)
    {
        var text = "";
        var buffer = new byte[4096];
        int read;
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer, _stop.Token)) > 0)
        {
            text += Encoding.Latin1.GetString(buffer, 0, read);
        }
        var lines = text.Split("\r\n");
        var headers = lines.Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        return new LoopbackRequest(lines[0].Split(' ')[1], headers);
    }
}
