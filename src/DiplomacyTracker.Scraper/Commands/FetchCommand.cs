using System.CommandLine;
using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`fetch URL…`: fetches addresses with all the guards of the worker and shows what came of each.</summary>
internal static class FetchCommand
{
    public static Command Create()
    {
        var urls = new Argument<string[]>("url") { Arity = ArgumentArity.ZeroOrMore, Description = "Addresses to fetch." };
        var json = new Option<bool>("--json") { Description = "Answer each address with one JSON line." };
        var stdin = new Option<bool>("--stdin") { Description = "Read addresses from standard input, one a line." };
        var allow = new Option<string?>("--allow") { Description = "Private endpoints to let through: HOST:PORT[-PORT],…" };
        var fetch = new Command("fetch", "Fetches addresses and shows what came of them.") { urls, json, stdin, allow };
        fetch.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(urls) ?? [], parsed.GetValue(json), parsed.GetValue(stdin), parsed.GetValue(allow), cancellationToken));
        return fetch;
    }

    private static async Task<int> RunAsync(string[] urls, bool json, bool stdin, string? allow, CancellationToken cancellationToken)
    {
        if (urls.Length == 0 && !stdin)
        {
            await Console.Error.WriteLineAsync("name an address, or --stdin");
            return CommandLine.BadArguments;
        }
        var options = new FetchOptions { AllowedPrivateEndpoints = [.. (allow ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
        try
        {
            _ = options.AllowedPrivateEndpoints.ConvertAll(AllowedEndpoint.Parse);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"--allow: {e.Message}");
            return CommandLine.BadArguments;
        }
        using var fetcher = new PageFetcher(Options.Create(options), TimeProvider.System);
        var failed = false;
        foreach (var url in urls)
        {
            failed |= !await ShowAsync(fetcher, url, json, cancellationToken);
        }
        while (stdin && await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
            {
                failed |= !await ShowAsync(fetcher, line.Trim(), json, cancellationToken);
            }
        }
        return failed ? CommandLine.SomeInputWasBad : 0;
    }

    private static async Task<bool> ShowAsync(PageFetcher fetcher, string url, bool json, CancellationToken cancellationToken)
    {
        var result = Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? await fetcher.FetchAsync(address, null, null, cancellationToken)
            : new FetchResult(FetchOutcome.Blocked, new Uri("about:blank"), Error: "this is no address");
        var (text, error) = result.IsOk ? TextOf(result) : ("", result.Reason);
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { outcome = Name(result, error), text, error }, JsonSerializerOptions.Web)
            : $"{url}: {Name(result, error)}{(error is null ? "" : $" ({error})")}\n{text}");
        return result.IsOk;
    }

    private static (string Text, string? Error) TextOf(FetchResult result)
    {
        var html = PageText.Decode(result.Body!, result.ContentType).Text;
        var reading = PageReader.Read(result.Address, html, null);
        return reading.Article is { } article ? ($"{article.Title}\n{article.Text.Body}", null) : ("", reading.Failure);
    }

    private static string Name(FetchResult result, string? error) => result.Outcome switch
    {
        FetchOutcome.Ok => error is null ? "ok" : "not_article",
        FetchOutcome.NotModified => "not_modified",
        FetchOutcome.TooLarge => "too_large",
        FetchOutcome.TimedOut => "timeout",
        FetchOutcome.Blocked => "blocked",
        FetchOutcome.Unreachable => "network_error",
        FetchOutcome.TooManyRedirects => "redirect_error",
        FetchOutcome.BadResponse => "bad_response",
        _ => "http_error",
    };
}
