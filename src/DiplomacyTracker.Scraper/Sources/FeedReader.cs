using System.Text;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Reads RSS 0.9x to 2.0, Atom 0.3 and 1.0, CDF and JSON feeds, broken ones as far as they go; what was read before a fault is kept.</summary>
internal static class FeedReader
{
    private const int XmlDeclarationWithin = 200;

    /// <param name="url">The address that relative ones are read against, where the feed names none.</param>
    public static Feed Read(byte[] body, string? contentType, Uri? url = null)
    {
        var text = DecodeXml(body, contentType).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
        {
            return new Feed(null, [], "the feed is empty");
        }
        return text[0] == '{' ? JsonFeedReader.Read(text) : XmlFeedReader.Read(LooseXml.Read(text), url);
    }

    /// <summary>XML says its encoding in its first line; the bytes' own mark and the sender's header come before that.</summary>
    public static string DecodeXml(byte[] body, string? contentType)
    {
        if (WithoutMark(body) is { } encoding)
        {
            return encoding.GetString(body);
        }
        var named = contentType?.Contains("charset=", StringComparison.OrdinalIgnoreCase) == true ? contentType : DeclaredCharset(body);
        return PageText.Decode(body, named ?? contentType).Text;
    }

    private static string? DeclaredCharset(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, XmlDeclarationWithin));
        var at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        return at < 0 || at + 10 >= head.Length ? null : "charset=" + head[(at + 10)..].Split('"', '\'', '?')[0];
    }

    // "<?" or "<r" in two and four bytes a sign (XML 1.0, appendix F); with a mark, the mark itself is one sign more.
    private static Encoding? WithoutMark(byte[] body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
