namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>How we fetch; section <c>Fetch</c> of the configuration.</summary>
internal sealed class FetchOptions
{
    /// <summary>Product, version and a contact address; the product token is what robots.txt is asked for.</summary>
    public string UserAgent { get; set; } = "DiplomacyTracker/0.1 (+https://diplomacy-tracker.example/bot; bot@diplomacy-tracker.example)";

    /// <summary>The whole request, from connecting to the last byte.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of a body, before and after decompression.</summary>
    public int MostBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>The same for sitemaps, which may be as large as their protocol allows.</summary>
    public int MostSitemapBytes { get; set; } = 50 * 1024 * 1024;

    public int MostRedirects { get; set; } = 8;

    /// <summary>Pause between two requests to one host and port.</summary>
    public TimeSpan DelayPerAuthority { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The shortest pause between two polls of a channel; what the channel says of itself lengthens it.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one worker may hold an authority; longer than <see cref="Timeout"/> with robots.txt before it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    public TimeSpan RobotsLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>When robots.txt is asked for again after it could not be reached.</summary>
    public TimeSpan RobotsRetry { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Tries after which an address goes to the list of failed ones.</summary>
    public int MostAttempts { get; set; } = 5;

    /// <summary>Fetch loops in one process.</summary>
    public int Workers { get; set; } = 4;

    /// <summary>Private endpoints that may be connected to ("127.0.0.1:5090-5099").</summary>
    public List<string> AllowedPrivateEndpoints { get; set; } = [];

    public string ProductToken => UserAgent.Split('/', ' ')[0];
}
