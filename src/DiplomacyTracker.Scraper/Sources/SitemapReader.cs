using System.IO.Compression;
using System.Xml;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>One address of a sitemap.</summary>
internal sealed record SitemapEntry(string Loc, string? Lastmod, string? Title);

/// <summary>A sitemap as far as it could be read; <paramref name="Children"/> are the sitemaps that an index names.</summary>
internal sealed record Sitemap(string Kind, IReadOnlyList<SitemapEntry> Entries, IReadOnlyList<string> Children, bool Complete, string? Error = null);

/// <summary>Reads urlset, index, news sitemap, a plain list of addresses, and gzip around any of them.</summary>
internal static class SitemapReader
{
    private const int MostEntries = 50_000;
    private const int MostBytes = 52_428_800;

    public static Sitemap Read(byte[] body, string? contentType)
    {
        if (body is [0x1f, 0x8b, ..])
        {
            if (Inflate(body) is not { } inflated)
            {
                return new Sitemap("unknown", [], [], false, $"more than {MostBytes} bytes after decompression");
            }
            body = inflated;
        }
        var (text, _) = PageText.Decode(body, contentType);
        var trimmed = text.TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        return trimmed.StartsWith('<') ? ReadXml(XmlRepair.Mend(trimmed)) : ReadLines(trimmed);
    }

    private static Sitemap ReadLines(string text)
    {
        var entries = text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .Take(MostEntries).Select(line => new SitemapEntry(line, null, null)).ToList();
        return new Sitemap("text", entries, [], entries.Count < MostEntries, entries.Count == 0 ? "no address in it" : null);
    }

    private static Sitemap ReadXml(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreComments = true };
        var entries = new List<SitemapEntry>();
        var children = new List<string>();
        var kind = "unknown";
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var (loc, lastmod, title) = ((string?)null, (string?)null, (string?)null);
            while (reader.Read())
            {
                var name = reader.LocalName.ToLowerInvariant();
                if (reader.NodeType == XmlNodeType.EndElement && name is "url" or "sitemap" && loc is not null)
                {
                    (name == "url" ? () => entries.Add(new SitemapEntry(loc, lastmod, title)) : (Action)(() => children.Add(loc)))();
                    (loc, lastmod, title) = (null, null, null);
                }
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                kind = name switch { "urlset" => "urlset", "sitemapindex" => "index", "rss" or "feed" or "rdf" => "feed", _ => kind };
                if (kind == "feed")
                {
                    return OfFeed(text);
                }
                if (name is "loc" && reader.Prefix.Length == 0)
                {
                    loc = reader.ReadString().Trim();
                }
                else if (name is "lastmod" or "publication_date")
                {
                    lastmod = reader.ReadString().Trim();
                }
                else if (name == "title")
                {
                    title = reader.ReadString().Trim();
                }
                if (entries.Count >= MostEntries || children.Count >= MostEntries)
                {
                    return new Sitemap(kind, entries, children, false, $"more than {MostEntries} addresses");
                }
            }
            return new Sitemap(kind, entries, children, true, kind == "unknown" ? "no sitemap in this XML" : null);
        }
        catch (XmlException e)
        {
            return new Sitemap(kind, entries, children, false, $"broken XML: {e.Message}");
        }
    }

    private static Sitemap OfFeed(string text)
    {
        var feed = FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "charset=utf-8");
        return new Sitemap("feed", [.. feed.Entries.Where(entry => entry.Link is not null).Select(entry => new SitemapEntry(entry.Link!, entry.Published, entry.Title))], [], feed.Error is null, feed.Error);
    }

    private static byte[]? Inflate(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var result = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = gzip.Read(buffer)) > 0)
        {
            if (result.Length + read > MostBytes)
            {
                return null;
            }
            result.Write(buffer, 0, read);
        }
        return result.ToArray();
    }
}
