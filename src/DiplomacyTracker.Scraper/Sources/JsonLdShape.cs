using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Pages whose whole text stands only in JSON-LD, since the visible one is cut or loaded later: <c>articleBody</c> becomes an element that the rule's selector names.</summary>
internal sealed class JsonLdShape : IPageShape
{
    /// <summary>Class of the element that holds the text.</summary>
    public const string ClassName = "from-json-ld";

    private const int ShortestBody = 200;

    public void Apply(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (BodyIn(script.TextContent) is { Length: >= ShortestBody } text)
            {
                var body = document.CreateElement("article");
                body.ClassName = ClassName;
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    var paragraph = document.CreateElement("p");
                    paragraph.TextContent = line;
                    body.AppendChild(paragraph);
                }
                document.Body?.AppendChild(body);
                return;
            }
        }
    }

    // A script that is no JSON says nothing; the page is then read like any other.
    private static string? BodyIn(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 40 });
            return Find(parsed.RootElement, 0);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement element, int depth) => depth > 4 ? null : element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(item => Find(item, depth + 1)).FirstOrDefault(text => text is not null),
        JsonValueKind.Object when element.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String => System.Net.WebUtility.HtmlDecode(body.GetString()),
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Find(graph, depth + 1),
        _ => null,
    };
}
