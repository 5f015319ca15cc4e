using AngleSharp.Html.Dom;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Brings into a page's elements what it keeps in scripts, so that selectors and the general reader find it there.</summary>
internal interface IPageShape
{
    void Apply(IHtmlDocument document);
}

/// <summary>The shapes by the names that definitions call them.</summary>
internal static class PageShapes
{
    private static readonly Dictionary<string, IPageShape> ByName = new(StringComparer.Ordinal)
    {
        ["next-data"] = new NextDataShape(),
        ["json-ld"] = new JsonLdShape(),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static IPageShape? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
