using AngleSharp.Dom;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What a page says of itself in JSON-LD, meta elements and the names beside them.</summary>
internal sealed class PageMetadata
{
    private static readonly (string Label, string Data)[] Labelled = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];

    private static readonly string[] AuthorLabels =
        ["written by", "author", "by", "ditulis oleh", "oleh", "penulis", "verfasst von", "geschrieben von", "écrit par", "rédigé par", "escrito por", "scritto da", "geschreven door", "skrevet af", "skrevet av", "skriven av", "napisane przez", "yazan", "автор", "كُتب بواسطة", "作者", "執筆者", "글쓴이"];

    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Content)> _repeated = [];
    private readonly LinkedData _data;

    public PageMetadata(PageOutline outline, Uri address)
    {
        foreach (var meta in outline.Metas)
        {
            if (meta.GetAttribute("content") is { Length: > 0 } content && Whitespace.Collapse(content) is { Length: > 0 } words)
            {
                Name(meta.GetAttribute("property"), words);
                Name(meta.GetAttribute("name"), words);
                Name(meta.GetAttribute("itemprop") == "name" ? ItemAround(meta) : meta.GetAttribute("itemprop"), words);
            }
        }
        NameLabelled();
        NameListed(Meta("parsely-page"));
        string?[] addresses = [address.AbsoluteUri, outline.LinkTo("canonical"), Meta("og:url")];
        _data = LinkedData.Read(outline.Data, [.. addresses.OfType<string>().Select(LinkedData.PathOf).Where(path => path.Length > 1)]);
    }

    public string? Headline => _data.Headline;

    public string? Published => _data.Published;

    public string? Modified => _data.Modified;

    public IReadOnlyList<string> Authors => _data.Authors;

    public IReadOnlyList<string> Desks => _data.Desks;

    public string? Publisher => _data.Publisher ?? Meta("publisher");

    public string? Body => _data.Body;

    public string? Picture => _data.Picture;

    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
            {
                return content;
            }
        }
        return null;
    }

    /// <summary>All contents under one name: pages repeat the element for each author.</summary>
    public List<string> All(string name) => [.. _repeated.Where(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Content)];

    // "og:title article:title" is two names for one content.
    private void Name(string? names, string content)
    {
        foreach (var name in content.Length == 0 ? [] : (names ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _metas.TryAdd(name, content);
            if (name.Contains("author", StringComparison.OrdinalIgnoreCase) || name.Contains("creator", StringComparison.OrdinalIgnoreCase))
            {
                _repeated.Add((name, content));
            }
        }
    }

    // <meta name="twitter:label1" content="Written by"> names what twitter:data1 holds.
    private void NameLabelled()
    {
        foreach (var (label, data) in Labelled)
        {
            if (Meta(label) is { } words && Meta(data) is { } content && Array.Exists(AuthorLabels, known => words.Equals(known, StringComparison.OrdinalIgnoreCase)))
            {
                Name("twitter:author", content);
            }
        }
    }

    // Some pages write a whole record of themselves, as JSON, into one element.
    private void NameListed(string? json)
    {
        if (json is null)
        {
            return;
        }
        Name("parsely-pub-date", BrokenJson.Value(json, "pub_date") ?? "");
        foreach (var author in BrokenJson.Names(json, "authors").DefaultIfEmpty(BrokenJson.Value(json, "author") ?? ""))
        {
            Name("parsely-author", author);
        }
    }

    // A name is that of the author or the publisher by the element around it.
    private static string? ItemAround(IElement meta) => meta.ParentElement?.GetAttribute("itemprop") is { } item && item is "author" or "publisher" or "creator" ? item : null;
}
