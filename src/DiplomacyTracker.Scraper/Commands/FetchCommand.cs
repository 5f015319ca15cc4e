using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`fetch URL…`: fetches addresses with all the guards of the worker, reads what came and shows both.</summary>
internal static class FetchCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var urls = new Argument<string[]>("url") { Arity = ArgumentArity.ZeroOrMore, Description = "Addresses to fetch." };
        var json = new Option<bool>("--json") { Description = "Answer each address with one JSON line: outcome, text (HTML-encoded, as on our pages), error." };
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
        using var visitor = new Visitor(Options.Create(options), TimeProvider.System);
        var failed = false;
        foreach (var url in urls)
        {
            failed |= !await ShowAsync(visitor, url, json, cancellationToken);
        }
        while (stdin && await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
            {
                failed |= !await ShowAsync(visitor, line, json, cancellationToken);
            }
        }
        return failed ? CommandLine.SomeInputWasBad : 0;
    }

    private static async Task<bool> ShowAsync(Visitor visitor, string url, bool json, CancellationToken cancellationToken)
    {
        var answer = await visitor.FetchAsync(url, cancellationToken);
        var (outcome, text, error) = answer.IsOk ? Read(answer) : (answer.Outcome, "", answer.Reason);
        var isOk = outcome is FetchOutcome.Ok or FetchOutcome.OkTruncated or FetchOutcome.NotModified;
        if (outcome == FetchOutcome.Ok && error is null)
        {
            visitor.Remember(url, answer);
        }
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { outcome = outcome.Name(), text = Encoded(text), error }, Lines)
            : $"{url}: {error ?? outcome.Name()}\n{text}");
        return isOk;
    }

    private static (FetchOutcome Outcome, string Text, string? Error) Read(FetchResult answer)
    {
        var text = PageText.Decode(answer.Body!, answer.ContentType).Text;
        return BodySniff.KindOf(text) switch
        {
            BodyKind.Feed => OfFeed(FeedReader.Read(answer.Body!, answer.ContentType, answer.Address)),
            BodyKind.Sitemap => OfSitemap(SitemapReader.Read(answer.Body!, answer.ContentType, answer.Address)),
            _ => OfPage(PageReader.Read(answer.Address, text, null)),
        };
    }

    private static (FetchOutcome Outcome, string Text, string? Error) OfPage(Reading.Reading reading) =>
        reading.Article is { } article ? (FetchOutcome.Ok, $"{article.Title}\n{article.Text.Body}", null) : Unreadable(reading.Failure);

    private static (FetchOutcome Outcome, string Text, string? Error) OfFeed(Feed feed) =>
        Listed(feed.Entries.Count, feed.Error, string.Join('\n', feed.Entries.Select(entry => $"{entry.Title} {entry.Link}").Prepend(feed.Title)));

    private static (FetchOutcome Outcome, string Text, string? Error) OfSitemap(Sitemap sitemap) =>
        Listed(sitemap.Entries.Count + sitemap.Children.Count, sitemap.Error, string.Join('\n', sitemap.Entries.Concat(sitemap.Children).Select(entry => entry.Loc)));

    // A listing with a fault is taken as far as it goes; the fault is said beside it.
    private static (FetchOutcome Outcome, string Text, string? Error) Listed(int count, string? error, string text) =>
        error is null || count > 0 ? (FetchOutcome.Ok, text, error) : Unreadable(error);

    private static (FetchOutcome Outcome, string Text, string? Error) Unreadable(string? reason) => (FetchOutcome.ParseError, "", $"{FetchOutcome.ParseError.Name()}: {reason}");

    // The text is untrusted and may end in a page; other characters stay as they are.
    private static string Encoded(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
