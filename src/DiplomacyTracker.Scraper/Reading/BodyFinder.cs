using AngleSharp.Dom;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Finds the element that holds the article on a page that no rule knows: the one whose own paragraphs carry the most running text with few links.</summary>
internal static class BodyFinder
{
    private const int ShortestParagraph = 40;

    private static readonly string[] Bad =
        ["comment", "sidebar", "footer", "header", "menu", "nav", "related", "terkait", "recommend", "widget", "share", "social", "promo", "banner", "popular", "terpopuler", "cookie", "breadcrumb", "subscribe", "newsletter", "ads", "tag-", "baca-juga"];

    private static readonly string[] Good = ["article", "content", "body", "detail", "post", "entry", "read", "text", "story", "berita", "isi"];

    public static IElement? Find(IDocument document)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var text in TextNodes(document.Body))
        {
            var length = text.Data.AsSpan().Trim().Length;
            if (length < ShortestParagraph || text.ParentElement is not { } parent)
            {
                continue;
            }
            var isLink = parent.LocalName == "a" || parent.Closest("a") is not null;
            var value = (isLink ? -0.5 : 1) * (Math.Min(length, 600) + (25 * text.Data.Count(c => c is ',' or '.')));
            // The paragraph's container gets all of it, the container's own container half: the article is where paragraphs gather.
            var container = IsInline(parent) || parent.LocalName == "p" ? Up(parent) : parent;
            for (var level = 0; container is not null && level < 3; level++, container = container.ParentElement)
            {
                scores[container] = scores.GetValueOrDefault(container) + (value / (1 << level));
            }
        }
        return scores.Where(pair => !IsBad(pair.Key))
            .OrderByDescending(pair => pair.Value * Bonus(pair.Key))
            .Select(pair => pair.Key).FirstOrDefault();
    }

    private static IEnumerable<IText> TextNodes(INode? root)
    {
        var pending = new Stack<INode>();
        if (root is not null)
        {
            pending.Push(root);
        }
        while (pending.TryPop(out var node))
        {
            if (node is IText text)
            {
                yield return text;
            }
            else if (node is not IElement { LocalName: "script" or "style" or "noscript" or "nav" or "footer" or "aside" or "form" })
            {
                for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                {
                    pending.Push(node.ChildNodes[i]);
                }
            }
        }
    }

    private static IElement? Up(IElement element)
    {
        var up = element.ParentElement;
        while (up is not null && IsInline(up))
        {
            up = up.ParentElement;
        }
        return up;
    }

    private static bool IsInline(IElement element) => element.LocalName is "span" or "b" or "strong" or "i" or "em" or "a" or "font" or "u" or "p" or "small" or "q";

    private static bool IsBad(IElement element) => element.LocalName is "body" or "html" ? false : Array.Exists(Bad, word => Names(element).Contains(word, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(Good, word => Names(element).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static double Bonus(IElement element) => (element.LocalName is "article" or "main" ? 1.25 : 1) * (Array.Exists(Good, word => Names(element).Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1.15 : 1);

    private static string Names(IElement element) => $"{element.ClassName} {element.Id}";
}
