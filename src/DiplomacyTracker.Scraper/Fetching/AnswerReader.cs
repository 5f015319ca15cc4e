using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Reads one answer: what its headers say, and its body as far as it is wanted.</summary>
internal sealed class AnswerReader(HttpResponseMessage response, FetchRequest asked, int usualLimit, DateTimeOffset now)
{
    private const int LongestValidator = 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
    private readonly int _most = asked.MostBytes ?? usualLimit;

    public async Task<FetchResult> ReadAsync(CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var contentType = Header(response.Content.Headers, "Content-Type");
        var result = new FetchResult(OutcomeOf(status), asked.Address, status, null, contentType,
            Validator(response.Headers, "ETag"), Validator(response.Content.Headers, "Last-Modified"), RetryAfter()) { FreshFor = FreshFor() };
        if (status is 301 or 302 or 303 or 307 or 308 && Header(response.Headers, "Location") is { Length: > 0 } location)
        {
            return WebAddress.Parse(AsUtf8(location), asked.Address) is { } target
                ? result with { Outcome = FetchOutcome.Redirect, RedirectTo = target }
                : result with { Outcome = FetchOutcome.Blocked, Error = "the redirect leads to no http address" };
        }
        if (!result.IsOk)
        {
            return result;
        }
        if (!BodySniff.IsTextType(contentType))
        {
            return result with { Outcome = FetchOutcome.BadContentType, Error = $"the answer is {contentType!.Split(';')[0]}" };
        }
        return response.Content.Headers.ContentLength > _most && !asked.CutsAtLimit
            ? result with { Outcome = FetchOutcome.TooLarge, Error = $"{response.Content.Headers.ContentLength} bytes are announced, at most {_most} are read" }
            : await ReadBodyAsync(result, cancellationToken);
    }

    private async Task<FetchResult> ReadBodyAsync(FetchResult result, CancellationToken cancellationToken)
    {
        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        var (bytes, hasMore) = await BoundedBody.ReadAsync(raw, _most, cancellationToken);
        var codings = Codings();
        if (hasMore && (!asked.CutsAtLimit || codings.Count > 0))
        {
            return TooLarge(result);
        }
        // A sitemap's file is often compressed itself, which no header says.
        var body = codings.Count == 0 && ContentCoding.IsGzip(bytes) ? ContentCoding.Decode(bytes, ["gzip"], _most) : ContentCoding.Decode(bytes, codings, _most);
        if (body is null)
        {
            return TooLarge(result);
        }
        return BodySniff.IsBinary(body, result.ContentType)
            ? result with { Outcome = FetchOutcome.BadContentType, Error = "the body is no text" }
            : result with { Body = body, Outcome = hasMore ? FetchOutcome.OkTruncated : FetchOutcome.Ok };
    }

    private FetchResult TooLarge(FetchResult result) => result with { Outcome = FetchOutcome.TooLarge, Error = $"more than {_most} bytes" };

    private FetchOutcome OutcomeOf(int status) => status switch
    {
        200 or 203 => FetchOutcome.Ok,
        // Unasked, it says nothing about what we have.
        304 when asked.Etag is not null || asked.LastModified is not null => FetchOutcome.NotModified,
        410 => FetchOutcome.Gone,
        429 or 503 => FetchOutcome.RetryLater,
        _ => FetchOutcome.HttpError,
    };

    private List<string> Codings() =>
        [.. (Header(response.Content.Headers, "Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private TimeSpan? RetryAfter()
    {
        var text = Header(response.Headers, "Retry-After")?.Trim();
        // A number too long for a double is still a number of seconds: as long as we ever wait.
        var wait = text is not { Length: > 0 } ? (double?)null
            : text.All(char.IsAsciiDigit) ? double.Parse(text, CultureInfo.InvariantCulture)
            : HttpDate(text) is { } at ? (at - now).TotalSeconds : null;
        return wait is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWait.TotalSeconds)) : null;
    }

    private TimeSpan? FreshFor()
    {
        var directives = (Header(response.Headers, "Cache-Control") ?? "").Split(',', StringSplitOptions.TrimEntries);
        var age = Array.Find(directives, directive => directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase))?[8..].Trim('"');
        return double.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds))
            : HttpDate(Header(response.Content.Headers, "Expires")) is { } at && at > now ? TimeSpan.FromSeconds(Math.Min((at - now).TotalSeconds, LongestWait.TotalSeconds))
            : null;
    }

    // The day of the week is left out: .NET refuses a date whose weekday is wrong, and it adds nothing.
    private static DateTimeOffset? HttpDate(string? text) =>
        DateTimeOffset.TryParse(text?[(text.IndexOf(',', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    // What no server can mean is not sent back to it.
    private static string? Validator(HttpHeaders headers, string name) => Header(headers, name) is { Length: > 0 and <= LongestValidator } value ? value : null;

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // Headers are read as Latin-1; many servers write addresses in UTF-8.
    private static string AsUtf8(string header)
    {
        var bytes = Encoding.Latin1.GetBytes(header);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : header;
    }
}
