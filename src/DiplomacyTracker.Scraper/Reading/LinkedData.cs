using System.Net;
using System.Text.Json;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What a page's JSON-LD says of the article: of several articles the one whose address is the page's own, else all in their order.</summary>
internal sealed class LinkedData
{
    private const int DeepestData = 5;

    private static readonly HashSet<string> ArticleTypes = new(StringComparer.Ordinal)
    {
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting",
        "SocialMediaPosting", "Report", "ScholarlyArticle", "TechArticle", "SatiricalArticle", "AdvertiserContentArticle",
    };

    // They are dated too, but their names are as often the section's or the outlet's.
    private static readonly HashSet<string> PageTypes = new(StringComparer.Ordinal) { "WebPage", "ItemPage", "MediaGallery", "VideoObject", "Review" };

    private readonly List<JsonElement> _articles = [];
    private readonly List<JsonElement> _pages = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private LinkedData()
    {
    }

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>Bodies that are named as authors: an agency, a desk, the outlet.</summary>
    public List<string> Desks { get; } = [];

    public string? Publisher { get; private set; }

    public string? Body { get; private set; }

    public string? Picture { get; private set; }

    /// <param name="addresses">The page's own: where it was found, and what it declares.</param>
    public static LinkedData Read(IEnumerable<string> scripts, IReadOnlyList<string> addresses)
    {
        var data = new LinkedData();
        var broken = new List<string>();
        var parsed = scripts.Select(script => TryParse(script, broken)).OfType<JsonDocument>().ToList();
        foreach (var document in parsed)
        {
            data.Visit(document.RootElement, 0);
        }
        var own = data._articles.Where(article => IsAt(article, addresses)).ToList();
        foreach (var article in own.Count > 0 ? own : data._articles)
        {
            data.Take(article);
        }
        foreach (var page in data._pages)
        {
            data.TakeDates(page);
        }
        parsed.ForEach(document => document.Dispose());
        broken.ForEach(data.TakeFromBroken);
        return data;
    }

    private static JsonDocument? TryParse(string json, List<string> broken)
    {
        try
        {
            return JsonDocument.Parse(Unwrapped(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 });
        }
        catch (JsonException)
        {
            // Many pages carry JSON-LD that is no JSON: an unescaped quotation mark in the summary is enough.
            broken.Add(json);
            return null;
        }
    }

    // Comments and CDATA marks that old templates put around scripts, and line feeds inside strings, which JSON forbids and outlets write.
    private static string Unwrapped(string json)
    {
        var start = json.IndexOfAny(['{', '[']);
        if (json.AsSpan().TrimStart() is ['/' or '<', ..])
        {
            start = Math.Min(Math.Max(0, json.IndexOf('{', StringComparison.Ordinal)), json.Length);
        }
        var end = json.LastIndexOfAny(['}', ']']);
        return start < 0 || end < start ? json : json[start..(end + 1)].ReplaceLineEndings(" ").Replace('\t', ' ');
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
        if (element.ValueKind != JsonValueKind.Object || depth > DeepestData)
        {
            return;
        }
        if (Text(element, "@id") is { } id && Text(element, "name") is { } name)
        {
            _names.TryAdd(id, name);
        }
        foreach (var property in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(property, out var inner))
            {
                Visit(inner, depth + 1);
            }
        }
        var types = TypesOf(element).ToList();
        if (types.Exists(ArticleTypes.Contains))
        {
            _articles.Add(element);
        }
        else if (types.Exists(PageTypes.Contains))
        {
            _pages.Add(element);
        }
    }

    private void Take(JsonElement article)
    {
        Headline ??= Text(article, "headline") ?? Text(article, "name");
        Body ??= Text(article, "articleBody");
        Publisher ??= article.TryGetProperty("publisher", out var publisher) ? NamesIn(publisher).FirstOrDefault() : null;
        Picture ??= article.TryGetProperty("image", out var image) ? PictureIn(image) : null;
        if (Authors.Count == 0 && (article.TryGetProperty("author", out var author) || article.TryGetProperty("creator", out author)))
        {
            TakeAuthors(author);
        }
        TakeDates(article);
    }

    private void TakeAuthors(JsonElement author)
    {
        foreach (var one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray() : Enumerable.Repeat(author, 1))
        {
            (IsBody(one) ? Desks : Authors).AddRange(NamesIn(one));
        }
    }

    private static bool IsBody(JsonElement author) => author.ValueKind == JsonValueKind.Object && TypesOf(author).Any(type => type.EndsWith("Organization", StringComparison.Ordinal));

    private void TakeDates(JsonElement dated)
    {
        Published ??= Text(dated, "datePublished") ?? Text(dated, "dateCreated") ?? Text(dated, "uploadDate");
        Modified ??= Text(dated, "dateModified");
    }

    private void TakeFromBroken(string json)
    {
        if (!ArticleTypes.Any(type => json.Contains($"\"{type}\"", StringComparison.Ordinal)))
        {
            return;
        }
        Headline ??= BrokenJson.Value(json, "headline") is { } headline ? Clean(headline) : null;
        Published ??= BrokenJson.Value(json, "datePublished");
        Modified ??= BrokenJson.Value(json, "dateModified");
        if (Authors.Count == 0)
        {
            Authors.AddRange(BrokenJson.Names(json, "author").Select(Clean));
        }
    }

    private static bool IsAt(JsonElement article, IReadOnlyList<string> addresses) =>
        (Text(article, "url") is { } url && addresses.Contains(PathOf(url)))
        || (Text(article, "@id") is { } id && addresses.Contains(PathOf(id)))
        || (article.TryGetProperty("mainEntityOfPage", out var page) && (page.ValueKind == JsonValueKind.String ? page.GetString() : page.ValueKind == JsonValueKind.Object ? Text(page, "@id") ?? Text(page, "url") : null) is { } of
            && addresses.Contains(PathOf(of)));

    /// <summary>What two addresses of one page share: the path, without marks and the stroke at its end.</summary>
    public static string PathOf(string address)
    {
        var path = address.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? address[(scheme + 3)..] : address;
        path = path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? path[slash..] : "";
        return path.Split('#')[0].TrimEnd('/');
    }

    // "NewsArticle", and the same as an address.
    private static IEnumerable<string> TypesOf(JsonElement element) => !element.TryGetProperty("@type", out var type) ? []
        : (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1))
            .Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Select(name => name[(name.LastIndexOfAny(['/', ':']) + 1)..]);

    private IEnumerable<string> NamesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [Clean(value.GetString()!)],
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => NamesIn(name),
        JsonValueKind.Object when Text(value, "familyName") is { } family => [Text(value, "givenName") is { } given ? $"{given} {family}" : family],
        JsonValueKind.Object when Text(value, "@id") is { } id && _names.TryGetValue(id, out var named) => [named],
        JsonValueKind.Object when Text(value, "url") is { } url => [url],
        JsonValueKind.Object when value.TryGetProperty("@value", out var text) || value.TryGetProperty("@list", out text) => NamesIn(text),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static string? PictureIn(JsonElement image) => image.ValueKind switch
    {
        JsonValueKind.String => image.GetString(),
        JsonValueKind.Object => Text(image, "url"),
        JsonValueKind.Array => image.EnumerateArray().Select(PictureIn).FirstOrDefault(url => url is not null),
        _ => null,
    };

    // Some write instants as numbers, and single values as lists of one.
    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && Clean(value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String => value[0].GetString()!,
            _ => "",
        }) is { Length: > 0 } text ? text : null;

    private static string Clean(string text) => Whitespace.Collapse(WebUtility.HtmlDecode(text));
}
