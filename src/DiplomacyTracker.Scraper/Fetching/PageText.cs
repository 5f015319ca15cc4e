using System.Text;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Finds the encoding of a page: byte order mark, HTTP header, meta element or XML declaration, then the bytes themselves.</summary>
internal static partial class PageText
{
    private const int DeclaredWithin = 4096;

    // Labels that browsers read as another encoding (WHATWG Encoding): the older name is said, the newer one is meant.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["latin1"] = "windows-1252", ["latin-1"] = "windows-1252", ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252", ["cp1252"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254", ["latin5"] = "windows-1254", ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874",
        ["utf8"] = "utf-8", ["unicode"] = "utf-16", ["ucs-2"] = "utf-16", ["cp1251"] = "windows-1251", ["cp1250"] = "windows-1250", ["cp1256"] = "windows-1256",
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["gb_2312-80"] = "gb18030", ["x-gbk"] = "gb18030", ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["windows-31j"] = "shift_jis",
        ["big5-hkscs"] = "big5", ["euc-kr"] = "ks_c_5601-1987", ["ksc5601"] = "ks_c_5601-1987", ["windows-949"] = "ks_c_5601-1987",
        // Encodings in which markup can be hidden are not honoured.
        ["utf-7"] = "", ["unicode-1-1-utf-7"] = "", ["iso-2022-kr"] = "", ["iso-2022-cn"] = "", ["hz-gb-2312"] = "",
    };

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (string Text, string Charset) Decode(byte[] body, string? contentType)
    {
        var encoding = Mark(body) ?? Believable(Named(CharsetIn(contentType)), body) ?? Believable(Declared(body), body) ?? Guess(body);
        var text = encoding.GetString(body);
        return (text.Length > 0 && text[0] == '\ufeff' ? text[1..] : text, encoding.WebName);
    }

    public static Encoding ByName(string charset) => Named(charset) ?? Encoding.UTF8;

    /// <summary>Whether every second byte of a text's beginning is zero, as in UTF-16 without a mark.</summary>
    public static bool LooksWide(ReadOnlySpan<byte> head) => Wide(head) is not null;

    private static Encoding? Mark(byte[] body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] when body.Length % 4 == 0 => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        _ => null,
    };

    // A page that says UTF-8 and is in an old encoding would lose its letters, and one that says UTF-16 and is not would be no text at all.
    private static Encoding? Believable(Encoding? said, byte[] body)
    {
        var isWide = said is UnicodeEncoding or UTF32Encoding;
        return said is null || (isWide && Wide(body) is null && System.Text.Unicode.Utf8.IsValid(body)) ? null
            : said.CodePage == Encoding.UTF8.CodePage && !IsMostlyUtf8(body) ? null
            : said;
    }

    private static Encoding? Declared(byte[] body)
    {
        var head = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, DeclaredWithin));
        var name = XmlDeclaration().Match(head) is { Success: true } xml ? xml.Groups["name"].Value
            : MetaElement().Matches(Comment().Replace(head, "")).Select(meta => CharsetIn(meta.Value)).FirstOrDefault(charset => charset is not null);
        // The declaration itself was readable as single bytes, so it cannot be UTF-16.
        return Named(name) is { } encoding ? encoding is UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : encoding : null;
    }

    private static string? CharsetIn(string? text) => text is not null && Charset().Match(text) is { Success: true } found ? found.Groups["name"].Value : null;

    private static Encoding? Named(string? name)
    {
        name = name is null ? null : Meant.GetValueOrDefault(name.Trim(), name.Trim());
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // An unknown name says nothing; the content decides.
            return null;
        }
    }

    private static Encoding Guess(byte[] body) => Wide(body.AsSpan(0, Math.Min(body.Length, DeclaredWithin))) ?? (IsMostlyUtf8(body) ? Encoding.UTF8 : Encoding.GetEncoding(1252));

    private static Encoding? Wide(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length && i < DeclaredWithin; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        var pairs = Math.Min(head.Length, DeclaredWithin) / 2;
        return pairs < 4 ? null : even * 3 > pairs * 2 && odd * 10 < pairs ? Encoding.BigEndianUnicode : odd * 3 > pairs * 2 && even * 10 < pairs ? Encoding.Unicode : null;
    }

    // A few broken bytes in a UTF-8 page are faults; a page without one whole sequence is in another encoding.
    private static bool IsMostlyUtf8(byte[] body)
    {
        if (System.Text.Unicode.Utf8.IsValid(body))
        {
            return true;
        }
        var (whole, broken) = (0, 0);
        ReadOnlySpan<byte> rest = body;
        while (rest.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            whole += status == System.Buffers.OperationStatus.Done && length > 1 ? 1 : 0;
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            rest = rest[length..];
        }
        return whole > broken;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();

    [GeneratedRegex("""<meta\s[^>]*>""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MetaElement();

    [GeneratedRegex("""<!--.*?(-->|$)""", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex XmlDeclaration();
}
