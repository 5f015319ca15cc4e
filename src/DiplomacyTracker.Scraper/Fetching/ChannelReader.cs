using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Takes the addresses that a feed, sitemap or list page names into the frontier; each article key once, however it was found.</summary>
internal sealed class ChannelReader(SourceCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Runs before the caller's transaction commits what else came of the poll; a row that is there already is left alone.</summary>
    /// <returns>How many addresses were listed, and what was wrong with the listing.</returns>
    public async Task<(int Listed, string? Error)> StoreAsync(TrackerContext db, SourceChannel channel, FetchResult answer, CancellationToken cancellationToken)
    {
        var (links, error) = LinksOf(channel, answer);
        foreach (var link in links)
        {
            await db.EnsureAuthorityAsync(CanonicalUrl.AuthorityOf(link), cancellationToken);
            await InsertAsync(db, channel, link, cancellationToken);
        }
        return (links.Count, error);
    }

    private (List<Uri> Links, string? Error) LinksOf(SourceChannel channel, FetchResult answer)
    {
        var definition = catalogue.Find(channel.Source!.Key);
        var (addresses, error) = channel.Kind switch
        {
            ChannelKind.Feed => OfFeed(answer),
            ChannelKind.Sitemap => OfSitemap(answer),
            _ => (ListPage.Links(answer.Address, PageText.Decode(answer.Body!, answer.ContentType).Text, definition?.ArticlePattern).Select(link => link.AbsoluteUri), null),
        };
        var links = addresses.Select(text => CanonicalUrl.Of(text, answer.Address)).OfType<Uri>()
            .Select(link => definition?.AllPages is { } all ? new UriBuilder(link) { Query = all }.Uri : link)
            .DistinctBy(CanonicalUrl.KeyOf).ToList();
        return (links, links.Count == 0 ? error ?? "no address of an article in it" : error);
    }

    private static (IEnumerable<string>, string?) OfFeed(FetchResult answer)
    {
        var feed = FeedReader.Read(answer.Body!, answer.ContentType);
        return (feed.Entries.Select(entry => entry.Link).OfType<string>(), feed.Error);
    }

    private static (IEnumerable<string>, string?) OfSitemap(FetchResult answer)
    {
        var sitemap = SitemapReader.Read(answer.Body!, answer.ContentType);
        return (sitemap.Entries.Select(entry => entry.Loc), sitemap.Error);
    }

    private async Task InsertAsync(TrackerContext db, SourceChannel channel, Uri link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO frontier (source_id, url, article_key, authority, state, found_at, found_in, next_fetch_at, attempts)
            VALUES ({channel.SourceId}, {link.AbsoluteUri}, {CanonicalUrl.KeyOf(link)}, {CanonicalUrl.AuthorityOf(link)}, {nameof(FrontierState.Waiting)}, {now}, {channel.Url}, {now}, 0)
            ON CONFLICT (article_key) DO NOTHING
            """, cancellationToken);
    }
}
