namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Tells pages, feeds and sitemaps from what only calls itself so.</summary>
internal static class BodySniff
{
    private const int Head = 1024;

    // The first bytes of what is sometimes served as a page.
    private static readonly byte[][] Magic =
    [
        [.. "%PDF-"u8], [.. "PK\x03\x04"u8], [.. "MZ"u8], [.. "GIF8"u8], [.. "RIFF"u8], [.. "OggS"u8], [.. "ID3"u8], [.. "Rar!"u8], [.. "wOFF"u8], [.. "wOF2"u8],
        [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x7f, 0x45, 0x4c, 0x46], [0x37, 0x7a, 0xbc, 0xaf], [0xd0, 0xcf, 0x11, 0xe0], [0x00, 0x00, 0x01, 0x00], [0x1a, 0x45, 0xdf, 0xa3], [0x28, 0xb5, 0x2f, 0xfd],
    ];

    /// <summary>Whether the declared type can be a page, feed, sitemap or robots.txt at all.</summary>
    public static bool IsTextType(string? contentType)
    {
        var type = (contentType ?? "").Split(';', ',')[0].Trim().ToLowerInvariant();
        return type.Length == 0 || type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal)
            || type.Contains("json", StringComparison.Ordinal) || type.Contains("gzip", StringComparison.Ordinal) || type.Contains("rss", StringComparison.Ordinal)
            || type is "application/octet-stream" or "binary/octet-stream" or "application/x-unknown" || !type.Contains('/', StringComparison.Ordinal);
    }

    /// <summary>Whether the bytes are of a picture, an archive, a program or anything else that is no text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> body, string? contentType)
    {
        foreach (var magic in Magic)
        {
            if (body.StartsWith(magic))
            {
                return true;
            }
        }
        var head = body[..Math.Min(body.Length, Head)];
        if (body.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || body.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) || PageText.LooksWide(head)
            || (contentType ?? "").Contains("utf-16", StringComparison.OrdinalIgnoreCase) || (contentType ?? "").Contains("utf-32", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var controls = 0;
        foreach (var octet in head)
        {
            controls += octet is < 0x09 or 0x0b or (> 0x0d and < 0x1b) or (> 0x1b and < 0x20) or 0x7f ? 1 : 0;
        }
        return controls * 20 > head.Length;
    }

    /// <summary>What a body is by its first words; for addresses whose kind nobody has said.</summary>
    public static BodyKind KindOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Head)).TrimStart("\ufeff \t\r\n");
        if (head.StartsWith("{"))
        {
            return head.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) ? BodyKind.Feed : BodyKind.Page;
        }
        foreach (var (name, kind) in Roots)
        {
            if (head.Contains(name, StringComparison.OrdinalIgnoreCase) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }
        return BodyKind.Page;
    }

    private static readonly (string Name, BodyKind Kind)[] Roots =
        [("<rss", BodyKind.Feed), ("<feed", BodyKind.Feed), ("<rdf:RDF", BodyKind.Feed), ("<urlset", BodyKind.Sitemap), ("<sitemapindex", BodyKind.Sitemap)];
}

internal enum BodyKind
{
    Page,
    Feed,
    Sitemap,
}
