namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>How a request ended.</summary>
internal enum FetchOutcome
{
    Ok,
    NotModified,
    Gone,
    NotFound,
    TooManyRequests,
    HttpError,
    TooLarge,
    TimedOut,
    Blocked,
    Unreachable,
    TooManyRedirects,
    BadResponse,
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
    public bool IsOk => Outcome == FetchOutcome.Ok;

    public string Reason => Error ?? (Status is { } status ? $"{Outcome} (HTTP {status})" : Outcome.ToString());
}
