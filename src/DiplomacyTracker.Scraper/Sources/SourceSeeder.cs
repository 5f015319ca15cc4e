using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Brings the list of sources into the database; what an operator paused stays paused.</summary>
internal sealed class SourceSeeder(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue)
{
    public async Task<int> SeedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE sources IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var stored = await db.Sources.Include(source => source.Channels).AsTracking().ToDictionaryAsync(source => source.Key, cancellationToken);
        foreach (var definition in catalogue.Sources)
        {
            if (!stored.TryGetValue(definition.Key, out var source))
            {
                source = new Source { Key = definition.Key, Name = definition.Name, Family = definition.Family };
                db.Sources.Add(source);
            }
            (source.Name, source.Family, source.Home, source.Zone) = (definition.Name, definition.Family, definition.Home, definition.Zone);
            await UpdateChannelsAsync(db, source, definition, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return catalogue.Sources.Count;
    }

    private static async Task UpdateChannelsAsync(TrackerContext db, Source source, SourceDefinition definition, CancellationToken cancellationToken)
    {
        var wanted = definition.Feeds.Select(url => (Kind: ChannelKind.Feed, Url: url))
            
            .Concat(definition.Sitemaps.Select(url => (Kind: ChannelKind.Sitemap, Url: url)))
            .Concat(definition.Lists.Select(url => (Kind: ChannelKind.ListPage, Url: url))).ToList();
        db.SourceChannels.RemoveRange(source.Channels.Where(channel => wanted.TrueForAll(item => item.Url != channel.Url)));
        foreach (var (kind, url) in wanted.Where(item => !source.Channels.Exists(channel => channel.Url == item.Url)))
        {
            var authority = CanonicalUrl.AuthorityOf(new Uri(url));
            await db.EnsureAuthorityAsync(authority, cancellationToken);
            source.Channels.Add(new SourceChannel { Kind = kind, Url = url, Authority = authority });
        }
    }
}
