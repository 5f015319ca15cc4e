using System.Text.Json;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>How a request ended. The names, in snake case, are what `fetch --json` answers and what stands before the reason in the database.</summary>
internal enum FetchOutcome
{
    Ok,
    OkTruncated,
    NotModified,

    /// <summary>Another address is to be asked; nobody outside the fetcher and the worker's turns sees this one.</summary>
    Redirect,
    Gone,
    RetryLater,
    HttpError,
    TooLarge,
    Timeout,
    TooManyRedirects,
    Blocked,
    BadContentType,
    BadEncoding,
    ParseError,
    Robots,
    TlsError,
}

internal static class FetchOutcomeName
{
    public static string Name(this FetchOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
