using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>Brings the list of sources into the database. What an operator added there wins over the list, and what was paused stays paused.</summary>
internal sealed class SourceSeeder(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue)
{
    public async Task<int> SeedAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(catalogue.Sources, added: false, cancellationToken);
        return catalogue.Sources.Count;
    }

    /// <summary>Stores definitions that an operator gives; they hold from the next poll on.</summary>
    public Task AddAsync(IReadOnlyCollection<SourceDefinition> definitions, CancellationToken cancellationToken) =>
        StoreAsync(definitions, added: true, cancellationToken);

    private async Task StoreAsync(IReadOnlyCollection<SourceDefinition> definitions, bool added, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE sources IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var keys = definitions.Select(definition => definition.Key).ToList();
        var stored = await db.Sources.Where(source => keys.Contains(source.Key)).Include(source => source.Channels).AsTracking()
            .ToDictionaryAsync(source => source.Key, cancellationToken);
        foreach (var definition in definitions)
        {
            var source = stored.GetValueOrDefault(definition.Key);
            if (!added && source?.Definition is not null)
            {
                continue;
            }
            if (source is null)
            {
                source = new Source { Key = definition.Key, Name = definition.Name, Family = definition.Family };
                db.Sources.Add(source);
            }
            source.Definition = added ? SourceCatalogue.Write(definition) : null;
            (source.Name, source.Family, source.Home, source.Zone) = (definition.Name, definition.Family, definition.Home, definition.Zone);
            await UpdateChannelsAsync(db, source, definition, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task UpdateChannelsAsync(TrackerContext db, Source source, SourceDefinition definition, CancellationToken cancellationToken)
    {
        var wanted = definition.Channels().ToList();
        var ranks = wanted.Select(item => item.Kind).Distinct().ToList();
        var polled = source.Channels.Where(channel => channel is { Purpose: ChannelPurpose.Poll, IsChild: false }).ToList();
        db.SourceChannels.RemoveRange(polled.Where(channel => wanted.TrueForAll(item => item.Url != channel.Url)));
        foreach (var (kind, url) in wanted)
        {
            var rank = ranks.IndexOf(kind);
            if (polled.Find(channel => channel.Url == url) is { } known)
            {
                known.Rank = rank;
                continue;
            }
            var authority = CanonicalUrl.AuthorityOf(new Uri(url));
            await db.EnsureAuthorityAsync(authority, cancellationToken);
            var channel = new SourceChannel { Kind = kind, Url = url, Authority = authority, Rank = rank };
            channel.PollAgainAt(rank == 0 ? DateTimeOffset.UnixEpoch : SourceChannel.Never);
            source.Channels.Add(channel);
        }
    }
}
