using System.Text.Json;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeedReader
{
    private const int MostDepth = 64;

    public static Feed Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            return root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? new Feed(Text(root, "title"), [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(Feed.MostEntries).Select(Entry)])
                : new Feed(Text(root, "title"), [], "this JSON is no feed");
        }
        catch (JsonException e)
        {
            return new Feed(null, [], $"broken JSON: {e.Message}");
        }
    }

    private static FeedEntry Entry(JsonElement item) => new(
        Text(item, "id"),
        Text(item, "title"),
        Text(item, "url") ?? Text(item, "external_url"),
        Text(item, "date_published") ?? Text(item, "date_modified"),
        Text(item, "summary") ?? Text(item, "content_text") ?? Text(item, "content_html"));

    private static string? Text(JsonElement row, string name) => !row.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
}
