using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>
/// Fetches single addresses at the console, one request at a time, without a database: robots.txt of every authority on the way is asked for and obeyed, the pause between two addresses of
/// an authority is kept, and an address that is asked for again is asked for with its validators.
/// </summary>
internal sealed class Visitor(IOptions<FetchOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan OwnDelay = TimeSpan.FromMilliseconds(100);
    private readonly FetchOptions _options = options.Value;
    private readonly PageFetcher _fetcher = new(options, clock);
    private readonly AddressGuard _public = new([]);
    private readonly Dictionary<string, RobotsStanding> _robots = [];
    private readonly Dictionary<string, DateTimeOffset> _lastRequestAt = [];
    private readonly Dictionary<Uri, FetchResult> _validators = [];

    public async Task<FetchResult> FetchAsync(string text, CancellationToken cancellationToken)
    {
        if (WebAddress.Parse(text) is not { } address)
        {
            return new FetchResult(FetchOutcome.Blocked, new Uri("about:blank"), Error: "this is no http address");
        }
        var known = _validators.GetValueOrDefault(address);
        return await _fetcher.FollowAsync(new FetchRequest(address, known?.Etag, known?.LastModified), _options.MostRedirects, JudgeAsync, cancellationToken);
    }

    /// <summary>The body could be read, so its validators may stand for it.</summary>
    public void Remember(string text, FetchResult answer)
    {
        if (WebAddress.Parse(text) is { } address && answer.Address == address)
        {
            _validators[address] = answer with { Body = null };
        }
    }

    public void Dispose() => _fetcher.Dispose();

    private async Task<FetchResult?> JudgeAsync(Uri address, CancellationToken cancellationToken)
    {
        var authority = CanonicalUrl.AuthorityOf(address);
        var standing = _robots.GetValueOrDefault(authority, RobotsStanding.Unknown);
        if (!standing.IsKnownAt(clock.GetUtcNow()))
        {
            var answer = await _fetcher.FollowAsync(RobotsStanding.Request(address), RobotsStanding.MostRedirects, (_, _) => Task.FromResult<FetchResult?>(null), cancellationToken);
            if (answer.Outcome == FetchOutcome.Blocked && answer.Address.Authority == address.Authority)
            {
                return answer with { Address = address };
            }
            _lastRequestAt[authority] = clock.GetUtcNow();
            _robots[authority] = standing = standing.After(answer, clock.GetUtcNow(), _options.RobotsLifetime, _options.RobotsRetry);
        }
        if (standing.Refusal(_options.ProductToken, address) is { } refusal)
        {
            return new FetchResult(FetchOutcome.Robots, address, Error: refusal);
        }
        await WaitAsync(authority, standing, address, cancellationToken);
        return null;
    }

    private async Task WaitAsync(string authority, RobotsStanding standing, Uri address, CancellationToken cancellationToken)
    {
        // Who names a private endpoint owns it: what its robots.txt asks for is waited, and hardly more.
        var usual = _public.AllowsWithoutConnecting(address) ? _options.DelayPerAuthority : OwnDelay;
        if (_lastRequestAt.TryGetValue(authority, out var last) && last + standing.Pause(_options.ProductToken, usual) - clock.GetUtcNow() is var pause && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
        _lastRequestAt[authority] = clock.GetUtcNow();
    }
}
