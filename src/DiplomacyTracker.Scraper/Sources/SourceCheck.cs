using System.Globalization;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>What a check found, a line each; whole where articles are listed and one was read with title, date and text.</summary>
internal sealed record CheckReport(IReadOnlyList<string> Lines, bool Whole);

/// <summary>Reads one outlet live, politely: robots.txt, each channel, the ten newest addresses, and the fields of one article.</summary>
internal sealed class SourceCheck(Visitor visitor)
{
    private const int Newest = 10;
    private const int ShortestBody = 300;

    public async Task<CheckReport> RunAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var missing = new List<string>();
        var listed = new List<ListedAddress>();
        foreach (var (kind, url) in definition.Channels())
        {
            var found = await ListAsync(definition, kind, url, lines, cancellationToken);
            // One level of a sitemap index is enough to see that it works.
            foreach (var child in found.Children.OrderBy(child => child.At ?? DateTimeOffset.MinValue).TakeLast(1))
            {
                found = await ListAsync(definition, kind, child.Address.AbsoluteUri, lines, cancellationToken);
            }
            if (found.Addresses.Count == 0)
            {
                missing.Add($"addresses at {url}");
            }
            listed.AddRange(found.Addresses);
        }
        var newest = listed.DistinctBy(row => CanonicalUrl.KeyOf(row.Address)).OrderByDescending(row => row.At ?? DateTimeOffset.MinValue).Take(Newest).ToList();
        lines.AddRange(newest.Select(row => $"item: {Day(row.At)} {row.Address}"));
        var isRead = newest.Count > 0 && await ReadAsync(definition, newest[0].Address, lines, missing, cancellationToken);
        lines.Add(missing.Count == 0 ? "missing: nothing" : $"missing: {string.Join(", ", missing)}");
        return new CheckReport(lines, isRead);
    }

    private async Task<Listing> ListAsync(SourceDefinition definition, ChannelKind kind, string url, List<string> lines, CancellationToken cancellationToken)
    {
        var answer = await visitor.FetchAsync(url, cancellationToken);
        lines.Add(answer.Outcome == FetchOutcome.Robots ? $"robots: {url} is refused ({answer.Reason})" : $"robots: {url} is allowed");
        var listing = answer.IsOk ? Listing.Read(kind, definition, answer) : new Listing([], [], answer.Reason);
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant()}: {url}: {listing.Addresses.Count} addresses{(listing.Error is { } error ? $", {error}" : "")}"));
        return listing;
    }

    private async Task<bool> ReadAsync(SourceDefinition definition, Uri address, List<string> lines, List<string> missing, CancellationToken cancellationToken)
    {
        var answer = await visitor.FetchAsync(address.AbsoluteUri, cancellationToken);
        var reading = answer.IsOk ? PageReader.Read(answer.Address, PageText.Decode(answer.Body!, answer.ContentType).Text, definition) : new Reading.Reading(null, answer.Reason);
        if (reading.Article is not { } article)
        {
            lines.Add($"article: {address}: {reading.Failure}");
            missing.Add("an article");
            return false;
        }
        var isDated = article.Published is { Confidence: DateConfidence.Exact or DateConfidence.Day };
        (string Name, string? Value)[] fields =
        [
            ("title", article.Title),
            ("date", article.Published is { } stamp ? $"{stamp.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)} {stamp.Zone}" : null),
            ("byline", article.Byline),
            ("dateline", article.DatelinePlace),
            ("picture", article.PictureUrl),
            ("tags", article.Tags.Count == 0 ? null : string.Join(", ", article.Tags)),
            ("text", article.Text.Body.Length < ShortestBody ? null : string.Create(CultureInfo.InvariantCulture, $"{article.Text.Body.Length} characters in {article.Text.Blocks.Count} blocks")),
        ];
        lines.AddRange(fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {field.Value}"));
        missing.AddRange(fields.Where(field => field.Value is null).Select(field => field.Name));
        return article.Title is not null && isDated && article.Text.Body.Length >= ShortestBody;
    }

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "(undated)";
}
