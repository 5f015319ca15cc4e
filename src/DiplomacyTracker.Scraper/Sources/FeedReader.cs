using System.Text.Json;
using System.Xml;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Reads RSS, Atom and JSON feeds, broken ones as far as they go. No DTD is read and no entity expanded; what was whole before a fault is kept.</summary>
internal static class FeedReader
{
    private const int MostEntries = 2000;
    private const int MostDepth = 64;

    public static Feed Read(byte[] body, string? contentType)
    {
        var (text, _) = PageText.Decode(body, contentType ?? XmlCharset(body));
        var trimmed = text.TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (trimmed.Length == 0)
        {
            return new Feed(null, [], "the feed is empty");
        }
        return trimmed[0] == '{' ? ReadJson(trimmed) : ReadXml(XmlRepair.Mend(trimmed));
    }

    private static string? XmlCharset(byte[] body)
    {
        var head = System.Text.Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 200));
        var at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        return at < 0 || at + 10 >= head.Length ? null : "charset=" + head[(at + 10)..].Split('"', '\'', '?')[0];
    }

    private static Feed ReadXml(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1024, CheckCharacters = false, IgnoreComments = true };
        var entries = new List<FeedEntry>();
        string? title = null;
        var isFeed = false;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                if (reader.Depth > MostDepth)
                {
                    return new Feed(title, entries, "the feed is nested too deeply");
                }
                var name = reader.LocalName.ToLowerInvariant();
                isFeed |= name is "rss" or "rdf" or "feed";
                if (name is "item" or "entry" && entries.Count < MostEntries)
                {
                    entries.Add(ReadEntry(reader));
                }
                else if (name == "title" && title is null)
                {
                    title = TextOf(reader);
                }
                else if (name == "html")
                {
                    return new Feed(null, [], "an HTML page instead of a feed");
                }
            }
            return new Feed(title, entries, isFeed || entries.Count > 0 ? null : "no feed in this XML");
        }
        catch (XmlException e)
        {
            // What was read before the fault is whole.
            return new Feed(title, entries, $"broken XML: {e.Message}");
        }
    }

    private static FeedEntry ReadEntry(XmlReader reader)
    {
        var entry = new FeedEntry(null, null, null, null, null);
        if (reader.IsEmptyElement)
        {
            return entry;
        }
        var depth = reader.Depth;
        string? updated = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                continue;
            }
            var name = reader.LocalName.ToLowerInvariant();
            if (name == "link")
            {
                entry = entry with { Link = entry.Link ?? LinkOf(reader) };
                continue;
            }
            entry = (name, reader.Prefix) switch
            {
                ("guid" or "id", _) => entry with { Id = entry.Id ?? TextOf(reader) },
                ("title", "") => entry with { Title = entry.Title ?? TextOf(reader) },
                ("pubdate" or "published" or "issued" or "date", _) => entry with { Published = entry.Published ?? TextOf(reader) },
                ("description" or "summary", _) => entry with { Summary = entry.Summary ?? TextOf(reader) },
                _ => entry,
            };
            updated ??= name is "updated" or "modified" ? TextOf(reader) : null;
        }
        var id = entry.Id;
        return entry with
        {
            Published = entry.Published ?? updated,
            Link = entry.Link ?? (id is not null && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null),
        };
    }

    private static string? LinkOf(XmlReader reader)
    {
        if (reader.GetAttribute("href") is { } href)
        {
            return reader.GetAttribute("rel") is null or "alternate" ? href : null;
        }
        return TextOf(reader) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The text inside the element that the reader stands on, which is left at its end.</summary>
    private static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }
        var depth = reader.Depth;
        var text = new System.Text.StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < 100_000)
            {
                text.Append(reader.Value);
            }
        }
        return text.ToString().Trim();
    }

    private static Feed ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth });
            var root = document.RootElement;
            if (!root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return new Feed(null, [], "this JSON is no feed");
            }
            return new Feed(Text(root, "title"), [.. items.EnumerateArray().Take(MostEntries).Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new FeedEntry(
                Text(item, "id"), Text(item, "title"), Text(item, "url") ?? Text(item, "external_url"), Text(item, "date_published") ?? Text(item, "date_modified"), Text(item, "summary")))]);
        }
        catch (JsonException e)
        {
            return new Feed(null, [], $"broken JSON: {e.Message}");
        }
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null } : null;
}
