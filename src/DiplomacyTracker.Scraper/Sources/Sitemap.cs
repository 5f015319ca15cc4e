namespace DiplomacyTracker.Scraper.Sources;

/// <summary>What a news sitemap says of an article (Google's news extension); absent values are null.</summary>
internal sealed record SitemapNews(string? Name, string? Language, string? Published, string? Title, IReadOnlyList<string> Keywords, IReadOnlyList<string> Genres, IReadOnlyList<string> StockTickers);

/// <summary>One address of a sitemap. <paramref name="Lastmod"/> is in UTC, null where it is absent or no date.</summary>
internal sealed record SitemapEntry(string Loc, string? Lastmod, SitemapNews? News = null, IReadOnlyList<string>? Images = null);

/// <summary>A sitemap as far as it could be read.</summary>
/// <param name="Kind">urlset, index, text, rss, atom, empty or invalid.</param>
/// <param name="Children">The sitemaps that an index names.</param>
/// <param name="Complete">False where the end was not read: what is missing is not gone.</param>
internal sealed record Sitemap(string Kind, IReadOnlyList<SitemapEntry> Entries, IReadOnlyList<SitemapEntry> Children, bool Complete, string? Error = null)
{
    public static Sitemap Invalid(string error) => new("invalid", [], [], false, error);
}
