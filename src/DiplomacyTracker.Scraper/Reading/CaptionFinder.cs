using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Tells the words under a picture from the article's where no figcaption says so.</summary>
internal static class CaptionFinder
{
    private const int LongestCaption = 320;
    private const int Levels = 4;
    private const int Nearby = 8;

    private static readonly string[] Credits =
        ["(foto", "foto:", "foto :", "photo:", "photo by", "photograph:", "image:", "(dok", "dok.", "(ant/", "antara foto", "getty", "reuters/", "afp/", "ap photo", "/ap)", "(ap)", "(afp)", "(reuters)", "ilustrasi", "/antara", "(antara", "picture:", "credit:", "shutterstock", "istimewa", "(ist)", "istock", "unsplash"];

    public static bool IsCaption(PageOutline outline, OutlineWeights weights, in Line line, string text)
    {
        if (line.Kind == BlockKind.Caption)
        {
            return true;
        }
        if (line.Length > LongestCaption || line.Kind is BlockKind.Heading)
        {
            return false;
        }
        var nodes = outline.Nodes;
        if (StandsUnderPicture(outline, line.First, out var isSmall) && (isSmall || IsCredited(text)))
        {
            return true;
        }
        var box = line.Holder;
        for (var level = 0; level < Levels && box > 0 && weights.Length(box) <= LongestCaption; level++, box = nodes[box].Parent)
        {
            var pictured = HasPicture(nodes, box, line.First);
            if (pictured && ((nodes[box].Hint & Hint.Photo) != 0 || IsCredited(text)))
            {
                return true;
            }
        }
        return false;
    }

    // Right behind a picture, in the same element as running text: small or slanted letters set it apart, or its credit does.
    private static bool StandsUnderPicture(PageOutline outline, int first, out bool isSmall)
    {
        isSmall = false;
        var nodes = outline.Nodes;
        for (var i = first - 1; i > 0 && i > first - Nearby; i--)
        {
            if (nodes[i].Tag == TagKind.Image)
            {
                return true;
            }
            if (nodes[i].Tag == TagKind.Text && !string.IsNullOrWhiteSpace(((AngleSharp.Dom.IText)nodes[i].Node).Data))
            {
                return false;
            }
            isSmall |= nodes[i].Tag == TagKind.Inline && nodes[i].End > first && outline.Element(i).LocalName is "small" or "em" or "i";
        }
        return false;
    }

    private static bool HasPicture(ReadOnlySpan<OutlineNode> nodes, int box, int before)
    {
        for (var i = box; i < before; i++)
        {
            if (nodes[i].Tag == TagKind.Image)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsCredited(string text) => Array.Exists(Credits, credit => text.Contains(credit, StringComparison.OrdinalIgnoreCase));
}
