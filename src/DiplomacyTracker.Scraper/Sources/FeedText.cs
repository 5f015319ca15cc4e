using System.Text;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>A text of a feed by its declared kind (Atom's text constructs, Atom 0.3's modes, RSS's custom): plain text stays, markup is cleaned.</summary>
internal static class FeedText
{
    public const string Plain = "text/plain";
    public const string Html = "text/html";
    public const string Xhtml = "application/xhtml+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Of(LooseElement element, string defaultType, Uri? against)
    {
        var type = TypeOf(element, defaultType);
        if (type == Xhtml || element.HasElements)
        {
            return SafeMarkup.Clean(Inline(element), against).Trim();
        }
        var text = element.Text.Trim();
        if (IsBase64(element, type) && Decoded(text) is { } decoded)
        {
            (text, type) = (decoded, type.StartsWith("text/", StringComparison.Ordinal) ? type : Html);
        }
        var isMarkup = type == Html || SafeMarkup.LooksLikeHtml(text);
        return isMarkup ? SafeMarkup.Clean(text, against).Trim() : text;
    }

    private static string TypeOf(LooseElement element, string defaultType) => element.Attribute("type")?.Trim().ToLowerInvariant() switch
    {
        null or "" => defaultType,
        "text" => Plain,
        "html" => Html,
        "xhtml" => Xhtml,
        var given => given,
    };

    // Atom 1.0 wraps XHTML in a div that is not part of the text.
    private static string Inline(LooseElement element)
    {
        var children = element.Elements.ToList();
        var isWrapped = element.Namespace == Atom && children is [{ Name: "div" }] && element.Text.Trim().Length == children[0].Text.Trim().Length;
        return isWrapped ? children[0].Markup : element.Markup;
    }

    private static bool IsBase64(LooseElement element, string type) => element.Attribute("mode") == "base64"
        || (element.Namespace == Atom && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && element.Attribute("type") is not null);

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
