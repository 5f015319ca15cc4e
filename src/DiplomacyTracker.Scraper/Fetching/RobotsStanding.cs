namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>What we know of an authority's robots.txt and until when (RFC 9309 2.3.1 and 2.4).</summary>
/// <param name="Status">The HTTP status of the last answer; null where there was none.</param>
/// <param name="Body">The last copy that was read; empty where there is none to obey, null where nothing is known.</param>
/// <param name="IsUnreachable">Nothing may be fetched, since the rules cannot be known.</param>
internal sealed record RobotsStanding(int? Status, byte[]? Body, bool IsUnreachable, DateTimeOffset? ExpiresAt)
{
    public const int MostRedirects = 5;

    // RFC 9309 2.5 asks for at least 500 KiB; the rest is not read.
    private const int MostBytes = 512_000;

    private RobotsRules? _rules;

    public static RobotsStanding Unknown { get; } = new(null, null, false, null);

    private RobotsRules Rules => _rules ??= RobotsRules.Parse(Body ?? []);

    public static FetchRequest Request(Uri address) => new(new Uri(address, "/robots.txt")) { MostBytes = MostBytes, CutsAtLimit = true };

    public bool IsKnownAt(DateTimeOffset now) => ExpiresAt > now;

    /// <summary>
    /// 4xx says that there are no rules, and so do more redirects than anybody follows; 5xx, 429 and silence mean that nothing may be fetched, unless a copy is known: then it holds on.
    /// </summary>
    public RobotsStanding After(FetchResult answer, DateTimeOffset now, TimeSpan lifetime, TimeSpan retry)
    {
        var isAbsent = answer.Status is >= 400 and < 500 and not 429 || answer.Outcome == FetchOutcome.TooManyRedirects;
        return answer.IsOk ? new RobotsStanding(answer.Status, answer.Body, false, now + lifetime)
            : isAbsent ? new RobotsStanding(answer.Status, [], false, now + lifetime)
            : new RobotsStanding(answer.Status, Body, Body is null, now + (answer.RetryAfter > retry ? answer.RetryAfter.Value : retry));
    }

    /// <summary>Why the address may not be fetched; null where it may.</summary>
    public string? Refusal(string productToken, Uri address)
    {
        if (IsUnreachable)
        {
            return "robots.txt cannot be reached, so nothing may be fetched";
        }
        var (allowed, rule) = Rules.Judge([productToken], address.OriginalString);
        return allowed ? null : $"Disallow: {rule}";
    }

    /// <summary>The pause between two requests: what robots.txt asks for, where it is longer than ours.</summary>
    public TimeSpan Pause(string productToken, TimeSpan usual) => Rules.CrawlDelay(productToken) is { } asked && asked > usual ? asked : usual;
}
