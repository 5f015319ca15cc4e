namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>What is asked for. Validators go out byte for byte as they came in.</summary>
internal sealed record FetchRequest(Uri Address, string? Etag = null, string? LastModified = null)
{
    /// <summary>Most bytes of the body, before and after decompression; null means the configured limit.</summary>
    public int? MostBytes { get; init; }

    /// <summary>Whether a longer body is cut at the limit instead of refused.</summary>
    public bool CutsAtLimit { get; init; }
}

/// <summary>What came of a request. <paramref name="Body"/> is decoded from HTTP's compression and never longer than allowed.</summary>
internal sealed record FetchResult(
    FetchOutcome Outcome,
    Uri Address,
    int? Status = null,
    byte[]? Body = null,
    string? ContentType = null,
    string? Etag = null,
    string? LastModified = null,
    TimeSpan? RetryAfter = null,
    string? Error = null)
{
    /// <summary>How long the answer says that it stays fresh (max-age, else Expires).</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? RedirectTo { get; init; }

    public bool IsOk => Outcome is FetchOutcome.Ok or FetchOutcome.OkTruncated;

    public bool IsPermanentRedirect => Outcome == FetchOutcome.Redirect && Status is 301 or 308;

    /// <summary>The outcome's name and what there is to say about it.</summary>
    public string Reason => (Error, Status) switch
    {
        ({ } error, _) => $"{Outcome.Name()}: {error}",
        (_, { } status) => $"{Outcome.Name()}: HTTP {status}",
        _ => Outcome.Name(),
    };
}
