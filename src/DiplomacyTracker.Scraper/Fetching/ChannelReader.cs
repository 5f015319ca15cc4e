using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>What came of a listing: how many articles it names, how many of them nobody had found before, and what was wrong with it.</summary>
internal sealed record StoredListing(int Listed, int Found, string? Error);

/// <summary>Takes the addresses that a feed, sitemap or list page names into the frontier; each article key once, however it was found.</summary>
internal sealed class ChannelReader(SourceCatalogue catalogue, TimeProvider clock)
{
    // The newest of a sitemap index are polled; a backfill reads all that may hold its days.
    private const int PolledChildren = 3;
    private const int MostPolled = 2000;

    /// <summary>Runs before the caller's transaction commits what else came of the poll; a row that is there already is left alone.</summary>
    public async Task<StoredListing> StoreAsync(TrackerContext db, SourceChannel channel, FetchResult answer, CancellationToken cancellationToken)
    {
        var listing = Listing.Read(channel.Kind, catalogue.Of(channel.Source!), answer);
        await AddChannelsAsync(db, channel, Children(channel, listing).Select(child => (child.Address, child.Address.OriginalString, PageNumber: 0)), cancellationToken);
        var wanted = channel.Purpose == ChannelPurpose.Sample
            ? listing.Addresses.Where(row => (DayOf(row) ?? AddressDate.In(row.Address.AbsoluteUri)?.To ?? channel.Day) == channel.Day).ToList()
            : channel.Since is { } since
            ? listing.Addresses.Where(row => IsSince(row, since, channel)).ToList()
            : listing.Addresses.Count <= MostPolled ? listing.Addresses : listing.Addresses.OrderByDescending(row => row.At ?? DateTimeOffset.MinValue).Take(MostPolled).ToList();
        var found = await InsertAsync(db, channel, wanted, cancellationToken);
        await AddNextPageAsync(db, channel, listing, wanted.Count, cancellationToken);
        return new StoredListing(channel.IsReadOnce ? wanted.Count : listing.Addresses.Count + listing.Children.Count, found, listing.Error);
    }

    private static IEnumerable<ListedAddress> Children(SourceChannel channel, Listing listing) => channel.Since is { } since
        ? listing.Children.Where(child => (AddressDate.In(child.Address.AbsoluteUri)?.To ?? DayOf(child) ?? DateOnly.MaxValue) >= since)
        : listing.Children.OrderByDescending(child => AddressDate.In(child.Address.AbsoluteUri)?.To ?? DayOf(child) ?? DateOnly.MinValue).Take(PolledChildren);

    // The listing's own date decides, then the address's, then the day that the whole list is of; what has none is taken from list pages alone, which are read back page by page.
    private static bool IsSince(ListedAddress row, DateOnly since, SourceChannel channel) =>
        (DayOf(row) ?? AddressDate.In(row.Address.AbsoluteUri)?.To ?? channel.Day) is { } day ? day >= since : channel.Kind == ChannelKind.ListPage;

    private static DateOnly? DayOf(ListedAddress row) => row.At is { } at ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime) : null;

    // An archive is read page by page until one names nothing that is wanted.
    private static Task AddNextPageAsync(TrackerContext db, SourceChannel channel, Listing listing, int wanted, CancellationToken cancellationToken)
    {
        if (channel.PagePattern is not { } pattern || !ArchivePattern.HasPages(pattern) || wanted == 0 || channel.PageNumber >= Backfill.MostPages || listing.Addresses.Count == 0)
        {
            return Task.CompletedTask;
        }
        var next = ArchivePattern.Fill(pattern, channel.Day ?? channel.Since!.Value, channel.PageNumber + 1);
        return AddChannelsAsync(db, channel, [(new Uri(next), next, channel.PageNumber + 1)], cancellationToken);
    }

    private static async Task AddChannelsAsync(TrackerContext db, SourceChannel channel, IEnumerable<(Uri Address, string Url, int PageNumber)> found, CancellationToken cancellationToken)
    {
        foreach (var (address, url, page) in found.ToList())
        {
            if (await db.SourceChannels.AnyAsync(other => other.SourceId == channel.SourceId && other.Purpose == channel.Purpose && other.Url == url, cancellationToken))
            {
                continue;
            }
            var authority = CanonicalUrl.AuthorityOf(address);
            await db.EnsureAuthorityAsync(authority, cancellationToken);
            db.SourceChannels.Add(new SourceChannel
            {
                SourceId = channel.SourceId, Kind = channel.Kind, Purpose = channel.Purpose, Url = url, Authority = authority, Rank = channel.Rank, IsChild = page == 0,
                Since = channel.Since, Day = channel.Day, PagePattern = page == 0 ? null : channel.PagePattern, PageNumber = page,
            });
        }
    }

    private async Task<int> InsertAsync(TrackerContext db, SourceChannel channel, IReadOnlyList<ListedAddress> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var authorities = rows.Select(row => CanonicalUrl.AuthorityOf(row.Address)).ToList();
        foreach (var authority in authorities.Distinct())
        {
            await db.EnsureAuthorityAsync(authority, cancellationToken);
        }
        var (urls, keys) = (rows.Select(row => row.Address.OriginalString).ToList(), rows.Select(row => CanonicalUrl.KeyOf(row.Address)).ToList());
        var backfilled = channel.IsReadOnce;
        return await db.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO frontier (source_id, url, article_key, authority, state, found_at, found_in, next_fetch_at, attempts, refetches, backfilled, route)
            SELECT {{channel.SourceId}}, url, key, authority, {{nameof(FrontierState.Waiting)}}, {{now}}, {{channel.Url}}, {{now}}, 0, 0, {{backfilled}}, '{}'
            FROM unnest({{urls}}, {{keys}}, {{authorities}}) WITH ORDINALITY AS listed(url, key, authority, place) ORDER BY place
            ON CONFLICT (article_key) DO NOTHING
            """, cancellationToken);
    }
}
