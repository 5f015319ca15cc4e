using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>
/// Pages that Next.js builds in the browser keep their data in the script <c>__NEXT_DATA__</c>: an article's title and date under
/// <c>props.pageProps.article</c> (or <c>initialArticle</c>), a list's addresses under <c>props.pageProps.articles[].urlDetail</c>.
/// </summary>
internal sealed class NextDataShape : IPageShape
{
    public void Apply(IHtmlDocument document)
    {
        if (document.GetElementById("__NEXT_DATA__")?.TextContent is not { Length: > 0 } json || Properties(json) is not { } parsed)
        {
            return;
        }
        using (parsed)
        {
            if (!TryGet(parsed.RootElement, out var properties, "props", "pageProps"))
            {
                return;
            }
            if (TryGet(properties, out var article, "article") || TryGet(properties, out article, "initialArticle"))
            {
                AddMeta(document, "og:title", Text(article, "title"));
                AddMeta(document, "article:published_time", Text(article, "published_at") ?? Text(article, "createdAt"));
            }
            if (TryGet(properties, out var articles, "articles") && articles.ValueKind == JsonValueKind.Array)
            {
                AddLinks(document, articles);
            }
        }
    }

    // A script that is no JSON says nothing; the page is then read like any other.
    private static JsonDocument? Properties(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AddMeta(IHtmlDocument document, string property, string? content)
    {
        if (content is null || document.Head is not { } head)
        {
            return;
        }
        foreach (var old in head.QuerySelectorAll($"meta[property='{property}']"))
        {
            old.Remove();
        }
        var meta = document.CreateElement("meta");
        meta.SetAttribute("property", property);
        meta.SetAttribute("content", content);
        head.AppendChild(meta);
    }

    private static void AddLinks(IHtmlDocument document, JsonElement articles)
    {
        foreach (var path in articles.EnumerateArray().Select(article => Text(article, "urlDetail")).OfType<string>())
        {
            var link = document.CreateElement("a");
            link.SetAttribute("href", path.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? path : "/" + path.TrimStart('/'));
            document.Body?.AppendChild(link);
        }
    }

    private static bool TryGet(JsonElement element, out JsonElement found, params string[] path)
    {
        found = element;
        foreach (var name in path)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return false;
            }
        }
        return true;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
