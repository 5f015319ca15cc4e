using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Finds the encoding of a page: byte order mark, HTTP header, meta element, then whether the bytes are UTF-8 at all.</summary>
internal static class PageText
{
    private const int MetaWithin = 2048;
    private static readonly System.Buffers.SearchValues<char> EndOfName = System.Buffers.SearchValues.Create("\"'; />\r\n");

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (string Text, string Charset) Decode(byte[] body, string? contentType)
    {
        var encoding = Mark(body) ?? Named(CharsetIn(contentType)) ?? Named(CharsetIn(Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, MetaWithin)))) ?? Guess(body);
        // A page that says UTF-8 and is not would lose its letters; Windows-1252 keeps them.
        if (encoding.CodePage == Encoding.UTF8.CodePage && !IsUtf8(body))
        {
            encoding = Encoding.GetEncoding(1252);
        }
        var text = encoding.GetString(body);
        return (text.Length > 0 && text[0] == '\ufeff' ? text[1..] : text, encoding.WebName);
    }

    public static Encoding ByName(string charset) => Named(charset) ?? Encoding.UTF8;

    private static Encoding? Mark(byte[] body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string? CharsetIn(string? text)
    {
        var at = text?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }
        var name = text!.AsSpan(at + 8).TrimStart("\"' ");
        var end = name.IndexOfAny(EndOfName);
        return (end < 0 ? name : name[..end]).ToString();
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        try
        {
            return Encoding.GetEncoding(name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name);
        }
        catch (ArgumentException)
        {
            // An unknown name says nothing; the content decides.
            return null;
        }
    }

    private static Encoding Guess(byte[] body) => IsUtf8(body) ? Encoding.UTF8 : Encoding.GetEncoding(1252);

    private static bool IsUtf8(byte[] body) => System.Text.Unicode.Utf8.IsValid(body);
}
