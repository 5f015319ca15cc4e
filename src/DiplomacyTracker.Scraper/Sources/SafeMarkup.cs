using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>
/// Markup out of a feed, with nothing in it that acts: elements, attributes and styles that are not on the list are gone, scripts with what is inside
/// them, addresses are absolute. What is kept is listed in safe-markup.txt.
/// </summary>
internal static class SafeMarkup
{
    private static readonly ILookup<string, string> Lists = ReadLists();
    private static readonly FrozenSet<string> Elements = Lists["element"].ToFrozenSet();
    private static readonly FrozenSet<string> Attributes = Lists["attribute"].ToFrozenSet();
    private static readonly FrozenSet<string> AddressAttributes = Lists["address"].ToFrozenSet();
    private static readonly FrozenSet<string> Schemes = Lists["scheme"].ToFrozenSet();
    private static readonly FrozenSet<string> Void = Lists["void"].ToFrozenSet();
    private static readonly FrozenSet<string> Silent = Lists["silent"].ToFrozenSet();
    private static readonly SafeStyle Style = new(Lists["style"].ToFrozenSet(), Lists["style-word"].ToFrozenSet());

    public static string Clean(string markup, Uri? against)
    {
        var clean = new StringBuilder(markup.Length);
        var silent = 0;
        using var source = new TextSource(markup);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.Character && silent == 0)
            {
                AppendText(clean, token.Data);
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && Silent.Contains(token.Name))
            {
                silent = Math.Max(0, silent + (token.Type == HtmlTokenType.EndTag ? -1 : token.AsTag().IsSelfClosing ? 0 : 1));
            }
            else if (silent == 0 && token.Type == HtmlTokenType.StartTag && Elements.Contains(token.Name))
            {
                AppendTag(clean, token.AsTag(), against);
            }
            else if (silent == 0 && token.Type == HtmlTokenType.EndTag && Elements.Contains(token.Name) && !Void.Contains(token.Name))
            {
                clean.Append("</").Append(token.Name).Append('>');
            }
        }
        return clean.ToString();
    }

    /// <summary>Whether text that says it is plain is HTML after all: it closes an element or names a character, and knows no tag that HTML does not.</summary>
    public static bool LooksLikeHtml(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal) && !text.Contains('&', StringComparison.Ordinal))
        {
            return false;
        }
        var isClosed = false;
        using var source = new TextSource(text);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var plain = new StringBuilder();
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && !Elements.Contains(token.Name) && !Silent.Contains(token.Name))
            {
                return false;
            }
            isClosed |= token.Type == HtmlTokenType.EndTag;
            plain.Append(token.Type == HtmlTokenType.Character ? token.Data : "");
        }
        // A character reference that was understood is gone from the text.
        return isClosed || (text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal) && plain.ToString() != text && !text.Contains('<', StringComparison.Ordinal));
    }

    private static void AppendTag(StringBuilder clean, HtmlTagToken tag, Uri? against)
    {
        clean.Append('<').Append(tag.Name);
        foreach (var attribute in tag.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
        {
            var value = attribute.Name == "style" ? Style.Clean(attribute.Value)
                : !Attributes.Contains(attribute.Name) ? null
                : AddressAttributes.Contains(attribute.Name) ? Address(attribute.Value, against)
                : attribute.Value;
            if (value is not null)
            {
                clean.Append(' ').Append(attribute.Name).Append("=\"");
                AppendText(clean, value, isValue: true);
                clean.Append('"');
            }
        }
        clean.Append(Void.Contains(tag.Name) ? " />" : ">");
    }

    private static void AppendText(StringBuilder clean, string text, bool isValue = false)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => clean.Append("&amp;"),
                '<' => clean.Append("&lt;"),
                '>' => clean.Append("&gt;"),
                '"' when isValue => clean.Append("&quot;"),
                _ => clean.Append(c),
            };
        }
    }

    // An address that acts is emptied; its element stays.
    private static string Address(string value, Uri? against)
    {
        // Browsers read an address without its line ends and controls, so it is judged without them.
        var absolute = LooseElement.Absolute(against, string.Concat(value.Where(c => c >= ' ' && c != '\u007f')));
        var colon = absolute.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || Schemes.Contains(absolute[..colon].ToLowerInvariant()) ? absolute : "";
    }

    private static ILookup<string, string> ReadLists()
    {
        using var stream = typeof(SafeMarkup).Assembly.GetManifestResourceStream("safe-markup.txt")
            ?? throw new InvalidOperationException("safe-markup.txt is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(':', 2))
            .SelectMany(pair => pair[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => (Name: pair[0], Word: word)))
            .ToLookup(row => row.Name, row => row.Word);
    }
}
