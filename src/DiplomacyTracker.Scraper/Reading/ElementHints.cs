using AngleSharp.Dom;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What the elements of one page probably hold, by their tags, names and attributes.</summary>
internal sealed class ElementHints
{
    private readonly Dictionary<string, Hint> _names = new(StringComparer.Ordinal);

    public Hint Of(IElement element, TagKind tag)
    {
        var hint = tag switch
        {
            TagKind.Navigation or TagKind.Footer or TagKind.Header => Hint.Navigation,
            TagKind.Aside => Hint.Side,
            TagKind.Form => Hint.Signup,
            _ => Hint.None,
        };
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            hint |= attribute.Name switch
            {
                "class" or "id" => OfName(attribute.Value),
                "itemprop" or "property" => OfProperty(attribute.Value),
                "rel" when attribute.Value.Contains("author", StringComparison.OrdinalIgnoreCase) => Hint.Author,
                "role" => attribute.Value switch { "navigation" or "banner" or "contentinfo" or "search" or "menu" or "dialog" => Hint.Navigation, "complementary" => Hint.Side, _ => Hint.None },
                "hidden" => Hint.Hidden,
                "aria-hidden" when attribute.Value == "true" => Hint.Hidden,
                "style" when IsHidden(attribute.Value) => Hint.Hidden,
                "datetime" => Hint.Date,
                _ => Hint.None,
            };
        }
        return hint;
    }

    // Pages repeat few names often.
    private Hint OfName(string name)
    {
        if (!_names.TryGetValue(name, out var hint))
        {
            hint = NameHints.Of(name);
            _names.Add(name, hint);
        }
        return hint;
    }

    // "articleBody", and "schema:articleBody" in RDFa.
    private static Hint OfProperty(string property) => property[(property.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant() switch
    {
        "articlebody" => Hint.Body,
        "author" or "creator" => Hint.Author,
        "datepublished" => Hint.Date,
        "caption" => Hint.Caption,
        "comment" => Hint.Comment,
        _ => Hint.None,
    };

    private static bool IsHidden(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
