namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The language that a page declares, which decides how its numbers and small words are meant.</summary>
internal sealed class PageLanguage
{
    private const int LinesLookedAt = 20;

    private static readonly string[] AmericanDomains = ["com", "org", "net", "gov", "edu", "us"];

    private PageLanguage(string name, bool monthFirst)
    {
        Name = name;
        MonthFirst = monthFirst;
    }

    /// <summary>Two or three small letters, or nothing.</summary>
    public string Name { get; }

    /// <summary>Pages in English write the month first, but for the outlets of Britain, Australia and Asia.</summary>
    public bool MonthFirst { get; }

    public static PageLanguage Of(PageOutline outline, PageMetadata meta, Uri address)
    {
        var declared = ((outline.Nodes.Length > 0 ? outline.Element(0).GetAttribute("lang") : null) ?? meta.Meta("og:locale", "inLanguage", "language", "content-language") ?? "").Trim().Replace('_', '-');
        var name = declared.Split('-')[0].ToLowerInvariant();
        var isAmerican = AmericanDomains.Contains(address.Host[(address.Host.LastIndexOf('.') + 1)..]);
        var monthFirst = declared.Length > 3 ? declared.StartsWith("en-US", StringComparison.OrdinalIgnoreCase)
            : isAmerican && (name == "en" || (name.Length == 0 && IsEnglish(outline)));
        return new PageLanguage(name, monthFirst);
    }

    private static bool IsEnglish(PageOutline outline)
    {
        var (articles, read) = (0, 0);
        foreach (ref readonly var line in outline.Lines)
        {
            if (OutlineWeights.IsProse(line) && read++ < LinesLookedAt && outline.TextOf(line).Contains(" the ", StringComparison.Ordinal))
            {
                articles++;
            }
        }
        return articles > 2;
    }
}
