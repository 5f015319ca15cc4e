using System.Net;
using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>An element of <see cref="LooseXml"/>: names in lower case, the namespace of its prefix as declared around it (empty where none is).</summary>
internal sealed class LooseElement(string qualifiedName, string ns, LooseElement? parent)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    private readonly List<(string? Text, LooseElement? Element)> _content = [];
    private IReadOnlyDictionary<string, string> _attributes = None;

    public string QualifiedName { get; } = qualifiedName;

    public string Name { get; } = qualifiedName[(qualifiedName.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public string Prefix { get; } = qualifiedName.Contains(':', StringComparison.Ordinal) ? qualifiedName[..qualifiedName.IndexOf(':', StringComparison.Ordinal)] : "";

    public string Namespace { get; private set; } = ns;

    public LooseElement? Parent { get; } = parent;

    public IEnumerable<LooseElement> Elements => _content.Where(part => part.Element is not null).Select(part => part.Element!);

    public bool HasElements => _content.Exists(part => part.Element is not null);

    public static LooseElement Of(HtmlTagToken tag, LooseElement parent)
    {
        var element = new LooseElement(tag.Name, "", parent);
        if (tag.Attributes.Count > 0)
        {
            var attributes = new Dictionary<string, string>(tag.Attributes.Count, StringComparer.Ordinal);
            foreach (var attribute in tag.Attributes)
            {
                attributes.TryAdd(attribute.Name, attribute.Value);
            }
            element._attributes = attributes;
        }
        element.Namespace = element.DeclarationOf(element.Prefix.Length > 0 ? $"xmlns:{element.Prefix}" : "xmlns") ?? "";
        return element;
    }

    public void Add(string text) => _content.Add((text, null));

    public void Add(LooseElement element) => _content.Add((null, element));

    public string? Attribute(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>The elements below this one, in the order of the document.</summary>
    public IEnumerable<LooseElement> Descendants()
    {
        var waiting = new Stack<LooseElement>(Elements.Reverse());
        while (waiting.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.Elements.Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    /// <summary>All text inside, without tags.</summary>
    public string Text
    {
        get
        {
            if (_content is [{ Text: { } only }])
            {
                return only;
            }
            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    /// <summary>The inside as HTML: what stands in an XHTML construct.</summary>
    public string Markup
    {
        get
        {
            var markup = new StringBuilder();
            AppendMarkup(markup);
            return markup.ToString();
        }
    }

    /// <summary>The address that relative ones inside are read against: xml:base of this element and those around it, on top of <paramref name="document"/>.</summary>
    public Uri? Base(Uri? document)
    {
        var around = Parent is null ? document : Parent.Base(document);
        return Attribute("xml:base") is { } given && Resolve(around, given) is { } own ? own : around;
    }

    public static Uri? Resolve(Uri? against, string address)
    {
        var trimmed = address.Trim();
        // On Unix, Uri takes "/path" for a file of this machine.
        if (!trimmed.StartsWith('/') && Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute))
        {
            return absolute;
        }
        return against is not null && Uri.TryCreate(against, trimmed, out var joined) ? joined : null;
    }

    /// <summary>The address as it is where it is whole, joined to <paramref name="against"/> where it is not; as it is too where that cannot be.</summary>
    public static string Absolute(Uri? against, string address)
    {
        var trimmed = address.Trim();
        return Resolve(null, trimmed) is null && Resolve(against, trimmed) is { } joined ? joined.AbsoluteUri : trimmed;
    }

    private string? DeclarationOf(string attribute)
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            if (element._attributes.TryGetValue(attribute, out var declared))
            {
                return declared;
            }
        }
        return null;
    }

    private void AppendText(StringBuilder text)
    {
        foreach (var (own, element) in _content)
        {
            text.Append(own);
            element?.AppendText(text);
        }
    }

    private void AppendMarkup(StringBuilder markup)
    {
        foreach (var (text, element) in _content)
        {
            if (element is null)
            {
                markup.Append(WebUtility.HtmlEncode(text));
                continue;
            }
            markup.Append('<').Append(element.Name);
            foreach (var (name, value) in element._attributes)
            {
                markup.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
            }
            markup.Append('>');
            if (!Void.Contains(element.Name))
            {
                element.AppendMarkup(markup);
                markup.Append("</").Append(element.Name).Append('>');
            }
        }
    }
}
