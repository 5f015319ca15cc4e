namespace DiplomacyTracker.Scraper.Sources;

/// <summary>The feeds that are XML: an entry is an item (RSS, CDF) or entry (Atom) wherever it stands; its fields are its direct children.</summary>
internal static class XmlFeedReader
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] DublinCore = ["http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/", "http://purl.org/dc/terms/"];
    private static readonly HashSet<string> Modules = new(StringComparer.OrdinalIgnoreCase)
        { "http://purl.org/rss/1.0/modules/content/", "http://www.w3.org/1999/xhtml", "http://www.itunes.com/dtds/podcast-1.0.dtd" };

    private static readonly Dictionary<string, (int Rank, string Type)> SummaryKinds = new()
    {
        ["summary"] = (0, FeedText.Plain),
        ["description"] = (0, FeedText.Html),
        ["abstract"] = (0, FeedText.Html),
        ["content"] = (1, FeedText.Plain),
        ["encoded"] = (1, FeedText.Html),
        ["fullitem"] = (1, FeedText.Html),
        ["body"] = (1, FeedText.Xhtml),
    };

    private static readonly string[] Core =
        ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#", "http://purl.org/atom/ns#", Atom];

    public static Feed Read(LooseDocument document, Uri? url)
    {
        var elements = document.Root.Descendants().ToList();
        var entries = elements.Where(IsEntry).Take(Feed.MostEntries).Select(entry => Entry(entry, url)).ToList();
        var channel = elements.Find(element => element.Name is "feed" or "channel");
        var title = channel is null ? null : TitleOf(channel, url);
        if (elements.Exists(element => element.Name is "rss" or "rdf" or "feed" or "channel") || entries.Count > 0)
        {
            return new Feed(title, entries, document.Error is { } error ? $"broken XML: {error}" : null);
        }
        return new Feed(null, [], elements.Exists(element => element.Name == "html") ? "an HTML page instead of a feed" : document.Error ?? "no feed in it");
    }

    private static bool IsEntry(LooseElement element) => element.Name is "item" or "entry" && IsCore(element) && element.Parent?.Name is not ("items" or "seq");

    private static FeedEntry Entry(LooseElement entry, Uri? url)
    {
        var id = First(entry, "guid", "id") is { } named ? named.Text.Trim() : entry.Attribute("rdf:about");
        return new FeedEntry(
            id,
            TitleOf(entry, url),
            LinkOf(entry, url) ?? (IsAddress(id) && First(entry, "guid")?.Attribute("ispermalink") != "false" ? id : null),
            DateOf(entry),
            SummaryOf(entry, url));
    }

    private static string? TitleOf(LooseElement parent, Uri? url) =>
        (First(parent, "title") ?? Among(parent, DublinCore, "title")) is { } title ? FeedText.Of(title, FeedText.Plain, title.Base(url)) : null;

    // What an entry calls its summary comes before its content, wherever it stands.
    private static string? SummaryOf(LooseElement entry, Uri? url) =>
        entry.Elements.Select(element => (Element: element, Kind: SummaryKinds.GetValueOrDefault(element.Name)))
            .Where(pair => pair.Kind.Type is not null && IsOfEntry(pair.Element))
            .OrderBy(pair => pair.Kind.Rank)
            .Select(pair => FeedText.Of(pair.Element, pair.Kind.Type, pair.Element.Base(url)))
            .FirstOrDefault(text => text.Length > 0);

    private static bool IsOfEntry(LooseElement element) => IsCore(element) || Modules.Contains(element.Namespace) || DublinCore.Contains(element.Namespace);

    private static string? LinkOf(LooseElement entry, Uri? url)
    {
        var links = entry.Elements.Where(element => element.Name == "link" && IsCore(element)).ToList();
        // Where both forms stand in one entry, the form with a kind says more.
        var link = links.Find(element => element.Attribute("rel") == "alternate")
            ?? links.FindLast(element => element.Attribute("rel") is null && element.Attribute("href") is not null)
            ?? links.Find(element => element.Attribute("rel") is null && element.Text.Trim().Length > 0);
        var address = link is null ? entry.Attribute("href") : link.Attribute("href") ?? link.Text;
        return string.IsNullOrWhiteSpace(address) ? null : LooseElement.Absolute((link ?? entry).Base(url), address);
    }

    private static string? DateOf(LooseElement entry) =>
        (entry.Elements.LastOrDefault(element => element.Name is "published" or "pubdate" or "issued" && (IsCore(element) || DublinCore.Contains(element.Namespace)))
            ?? Among(entry, DublinCore, "date")
            ?? First(entry, "updated", "modified", "date", "created"))?.Text.Trim();

    private static bool IsCore(LooseElement element) => element.Prefix.Length == 0 || Core.Contains(element.Namespace)
        || element.Namespace.StartsWith("http://backend.userland.com/rss", StringComparison.OrdinalIgnoreCase);

    private static bool IsAddress(string? text) => text is not null && text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static LooseElement? First(LooseElement parent, params string[] names) =>
        names.Select(name => parent.Elements.FirstOrDefault(element => element.Name == name && IsCore(element))).FirstOrDefault(element => element is not null);

    private static LooseElement? Among(LooseElement parent, string[] namespaces, string name) =>
        parent.Elements.FirstOrDefault(element => element.Name == name && namespaces.Contains(element.Namespace));
}
