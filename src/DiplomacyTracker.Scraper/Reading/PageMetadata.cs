using System.Text.Json;
using AngleSharp.Dom;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What a page says of itself in JSON-LD and meta elements.</summary>
internal sealed class PageMetadata
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "AnalysisNewsArticle"];

    private readonly IDocument _document;

    public PageMetadata(IDocument document)
    {
        _document = document;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            TryRead(script.TextContent);
        }
    }

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Author { get; private set; }

    public string? Body { get; private set; }

    public string? Meta(params string[] names)
    {
        foreach (var name in names)
        {
            if (_document.QuerySelector($"meta[property='{name}'],meta[name='{name}'],meta[itemprop='{name}']")?.GetAttribute("content") is { Length: > 0 } content)
            {
                return Whitespace.Collapse(content);
            }
        }
        return null;
    }

    private void TryRead(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 });
            Visit(parsed.RootElement, 0);
        }
        catch (JsonException)
        {
            // Many pages carry JSON-LD that is no JSON. It is one of three places that say the same: meta elements and the page itself are read next.
        }
    }

    private void Visit(JsonElement element, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, depth + 1);
            }
        }
        if (element.ValueKind != JsonValueKind.Object || depth > 4)
        {
            return;
        }
        if (element.TryGetProperty("@graph", out var graph))
        {
            Visit(graph, depth + 1);
        }
        if (TypesOf(element).Any(ArticleTypes.Contains))
        {
            Headline ??= Text(element, "headline");
            Published ??= Text(element, "datePublished");
            Body ??= Text(element, "articleBody");
            Author ??= element.TryGetProperty("author", out var author) ? Names(author) : null;
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement element) => !element.TryGetProperty("@type", out var type) ? []
        : type.ValueKind == JsonValueKind.String ? [type.GetString()!]
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
        : [];

    private static string? Names(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => author.GetString(),
        JsonValueKind.Object => Text(author, "name"),
        JsonValueKind.Array => string.Join(", ", author.EnumerateArray().Select(Names).Where(name => name is not null)) is { Length: > 0 } names ? names : null,
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? System.Net.WebUtility.HtmlDecode(text) : null;
}
