using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>An article's address as a feed, sitemap or list page names it, with the instant beside it where one stands there.</summary>
internal sealed record ListedAddress(Uri Address, DateTimeOffset? At);

/// <summary>What one answer of a channel lists: addresses in canonical form, each article once; the sitemaps that an index names; and what was wrong.</summary>
internal sealed record Listing(IReadOnlyList<ListedAddress> Addresses, IReadOnlyList<ListedAddress> Children, string? Error)
{
    // A sitemap may name 50,000 addresses; a poll wants the newest.
    private const int Most = 50_000;

    public static Listing Read(ChannelKind kind, SourceDefinition? definition, FetchResult answer)
    {
        var (rows, children, error) = kind switch
        {
            ChannelKind.Feed => OfFeed(answer),
            ChannelKind.Sitemap => OfSitemap(answer),
            _ => OfListPage(definition, answer),
        };
        var addresses = rows.Select(row => (Address: CanonicalUrl.Of(row.Text, answer.Address), row.At)).Where(row => row.Address is not null)
            .Select(row => new ListedAddress(definition?.AllPages is { } all ? new UriBuilder(row.Address!) { Query = all }.Uri : row.Address!, row.At))
            .DistinctBy(row => CanonicalUrl.KeyOf(row.Address)).Take(Most).ToList();
        var sitemaps = children.Select(row => (Address: CanonicalUrl.Of(row.Text, answer.Address), row.At)).Where(row => row.Address is not null)
            .Select(row => new ListedAddress(row.Address!, row.At)).DistinctBy(row => row.Address).ToList();
        return new Listing(addresses, sitemaps, addresses.Count + sitemaps.Count == 0 ? error ?? "no address of an article in it" : error);
    }

    private static (IEnumerable<(string Text, DateTimeOffset? At)> Rows, IEnumerable<(string Text, DateTimeOffset? At)> Children, string? Error) OfFeed(FetchResult answer)
    {
        var feed = FeedReader.Read(answer.Body!, answer.ContentType, answer.Address);
        return (feed.Entries.Where(entry => entry.Link is not null).Select(entry => (entry.Link!, FeedDates.Parse(entry.Published))), [], feed.Error);
    }

    private static (IEnumerable<(string Text, DateTimeOffset? At)> Rows, IEnumerable<(string Text, DateTimeOffset? At)> Children, string? Error) OfSitemap(FetchResult answer)
    {
        var sitemap = SitemapReader.Read(answer.Body!, answer.ContentType, answer.Address);
        return (sitemap.Entries.Select(entry => (entry.Loc, SitemapDates.Parse(entry.News?.Published ?? entry.Lastmod))), sitemap.Children.Select(child => (child.Loc, SitemapDates.Parse(child.Lastmod))), sitemap.Error);
    }

    private static (IEnumerable<(string Text, DateTimeOffset? At)> Rows, IEnumerable<(string Text, DateTimeOffset? At)> Children, string? Error) OfListPage(SourceDefinition? definition, FetchResult answer)
    {
        var links = ListPage.Links(answer.Address, PageText.Decode(answer.Body!, answer.ContentType).Text, definition);
        return (links.Select(link => (link.AbsoluteUri, (DateTimeOffset?)null)), [], null);
    }
}
