using System.IO.Compression;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Reads urlset, index and news sitemaps (sitemaps.org 0.9), plain lists of addresses and feeds, with gzip around any of them, by what they hold and not by their label.</summary>
internal static class SitemapReader
{
    private const int MostEntries = 50_000;
    private const int MostBytes = 52_428_800;
    private const int MostLayers = 3;
    private const int MostAddress = 2_048;

    /// <param name="url">The sitemap's own address, against which relative ones are read.</param>
    public static Sitemap Read(byte[] body, string? contentType, Uri? url = null)
    {
        for (var layer = 0; body is [0x1f, 0x8b, ..] && layer < MostLayers; layer++)
        {
            var (inflated, error) = Inflate(body);
            if (inflated is null)
            {
                return Sitemap.Invalid(error!);
            }
            body = inflated;
        }
        var text = FeedReader.DecodeXml(body, contentType).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
        {
            return new Sitemap("empty", [], [], true, "the sitemap is empty");
        }
        return text.StartsWith('<') ? OfXml(LooseXml.Read(text.Replace("\0", "", StringComparison.Ordinal)), url) : OfLines(text, url);
    }

    private static Sitemap OfLines(string text, Uri? url)
    {
        // What a program says before its answer is not an address; the XML after it may still be one.
        var xml = text.IndexOf("<?xml", StringComparison.Ordinal);
        if (xml > 0)
        {
            return OfXml(LooseXml.Read(text[xml..]), url) with { Error = "words before the XML" };
        }
        var entries = text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            .Select(line => AddressOf(line, url)).OfType<string>().Take(MostEntries + 1).Select(loc => new SitemapEntry(loc, null)).ToList();
        return entries.Count == 0 ? Sitemap.Invalid("no address in it") : Bounded("text", entries, [], null);
    }

    private static Sitemap OfXml(LooseDocument document, Uri? url)
    {
        var root = document.Root.Descendants().FirstOrDefault(element => element.Name is "urlset" or "sitemapindex" or "rss" or "feed" or "rdf");
        if (document.HasDoctype && root?.Name is null or "urlset" or "sitemapindex")
        {
            // A sitemap needs none, and those that bring one want their entities read.
            return Sitemap.Invalid("a document type, which a sitemap does not have");
        }
        return root?.Name switch
        {
            null => Sitemap.Invalid("no sitemap in this XML"),
            "rss" or "rdf" => OfFeed("rss", document, url),
            "feed" => OfFeed("atom", document, url),
            "sitemapindex" => Bounded("index", [], [.. document.Root.Descendants().Where(element => element.Name == "sitemap").SelectMany(element => EntriesOf(element, url)).Take(MostEntries + 1)], document.Error),
            _ => Bounded("urlset", [.. document.Root.Descendants().Where(element => element.Name == "url" && element.Parent?.Name != "loc").SelectMany(element => EntriesOf(element, url)).Take(MostEntries + 1)], [], document.Error),
        };
    }

    private static Sitemap OfFeed(string kind, LooseDocument document, Uri? url)
    {
        var feed = XmlFeedReader.Read(document, url);
        var entries = feed.Entries.Select(entry => (Loc: AddressOf(entry.Link ?? entry.Id ?? "", null), entry.Published)).Where(entry => entry.Loc is not null)
            .Select(entry => new SitemapEntry(entry.Loc!, Utc(entry.Published))).ToList();
        return Bounded(kind, entries, [], feed.Error);
    }

    private static Sitemap Bounded(string kind, List<SitemapEntry> entries, List<SitemapEntry> children, string? error)
    {
        var isMore = entries.Count > MostEntries || children.Count > MostEntries;
        return new Sitemap(kind, entries, children, !isMore && error is null, isMore ? $"more than {MostEntries} addresses" : error);
    }

    // One address an element; an index that puts several into one means each.
    private static IEnumerable<SitemapEntry> EntriesOf(LooseElement element, Uri? url)
    {
        var locs = element.Elements.Where(child => child.Name == "loc" && !IsImage(child)).ToList();
        if (!element.HasElements && AddressOf(element.Text, null) is { } bare)
        {
            yield return new SitemapEntry(bare, null);
        }
        for (var i = 0; i < locs.Count; i++)
        {
            if (AddressOf(locs[i].Text, url) is { } loc)
            {
                var next = i + 1 < locs.Count ? locs[i + 1] : null;
                var lastmod = element.Elements.SkipWhile(child => child != locs[i]).TakeWhile(child => child != next).FirstOrDefault(child => child.Name == "lastmod")
                    ?? (locs.Count == 1 ? element.Elements.FirstOrDefault(child => child.Name == "lastmod") : null);
                yield return new SitemapEntry(loc, Utc(lastmod?.Text), NewsOf(element), ImagesOf(element));
            }
        }
    }

    private static SitemapNews? NewsOf(LooseElement url)
    {
        if (url.Elements.FirstOrDefault(child => child.Name == "news" && IsNews(child)) is not { } news)
        {
            return null;
        }
        string? Value(string name) => news.Descendants().FirstOrDefault(element => element.Name == name && IsNews(element))?.Text.Trim() is { Length: > 0 } text ? text : null;
        List<string> Words(string name) => [.. (Value(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return new SitemapNews(Value("name"), Value("language"), Utc(Value("publication_date")), Value("title"), Words("keywords"), Words("genres"), Words("stock_tickers"));
    }

    private static List<string>? ImagesOf(LooseElement url) =>
        url.Descendants().Where(element => element.Name == "loc" && IsImage(element)).Select(element => element.Text.Trim()).ToList() is { Count: > 0 } images ? images : null;

    private static bool IsNews(LooseElement element) => element.Namespace.Contains("sitemap-news", StringComparison.OrdinalIgnoreCase) || element.Prefix == "news";

    private static bool IsImage(LooseElement element) => element.Namespace.Contains("sitemap-image", StringComparison.OrdinalIgnoreCase) || element.Prefix == "image";

    private static string? AddressOf(string text, Uri? url)
    {
        var trimmed = string.Concat(text.Where(c => c is not ('\u200b' or '\ufeff'))).Trim();
        var absolute = trimmed.Length is 0 or > MostAddress ? "" : LooseElement.Absolute(url, trimmed);
        return Uri.TryCreate(absolute, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? absolute : null;
    }

    private static string? Utc(string? text) => SitemapDates.Parse(text) is { } at ? FeedDates.Utc(at) : null;

    private static (byte[]? Body, string? Error) Inflate(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var result = new MemoryStream();
        var buffer = new byte[81920];
        try
        {
            for (var read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
            {
                if (result.Length + read > MostBytes)
                {
                    return (null, $"more than {MostBytes} bytes after decompression");
                }
                result.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e) when (result.Length == 0)
        {
            return (null, $"broken gzip: {e.Message}");
        }
        catch (InvalidDataException)
        {
            // Bytes after the end of the compressed text: what was whole has been read.
        }
        return (result.ToArray(), null);
    }
}
