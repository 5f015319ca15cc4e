using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>How far a backfill has come.</summary>
internal sealed record BackfillProgress(int Lists, int ListsDone, int ListsFailed, int Articles, int ArticlesDone);

/// <summary>
/// Closes a gap from sitemaps and archive lists. What is to be read are rows like any channel, so that the worker's politeness holds, any worker may help, and a killed run goes on
/// where it stopped.
/// </summary>
internal sealed class Backfill(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue, TimeProvider clock)
{
    public const int MostPages = 200;

    /// <summary>Asks for the days since one; an unfinished backfill of the source is gone on with instead.</summary>
    /// <returns>Why nothing can be done; null where lists wait now.</returns>
    public async Task<string?> StartAsync(string key, DateOnly since, CancellationToken cancellationToken)
    {
        if (since > Today())
        {
            return $"{since:yyyy-MM-dd} is still to come";
        }
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sources.AsTracking().SingleOrDefaultAsync(source => source.Key == key, cancellationToken) is not { } source)
        {
            return $"there is no source {key}";
        }
        if (catalogue.Of(source) is not { HasArchive: true } definition)
        {
            return $"{key} has neither a sitemap nor an archive list to read back from";
        }
        var lists = db.SourceChannels.Where(channel => channel.SourceId == source.Id && channel.Purpose == ChannelPurpose.Backfill);
        if (await lists.AnyAsync(channel => channel.NextPollAt < SourceChannel.Never && channel.Since == since, cancellationToken))
        {
            return null;
        }
        await lists.ExecuteDeleteAsync(cancellationToken);
        foreach (var list in Lists(source, definition, since))
        {
            await db.EnsureAuthorityAsync(list.Authority, cancellationToken);
            db.SourceChannels.Add(list);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<BackfillProgress> ProgressAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lists = db.SourceChannels.Where(channel => channel.Source!.Key == key && channel.Purpose == ChannelPurpose.Backfill);
        var articles = db.Frontier.Where(entry => entry.Source!.Key == key && entry.Backfilled);
        return new BackfillProgress(
            await lists.CountAsync(cancellationToken),
            await lists.CountAsync(channel => channel.NextPollAt == SourceChannel.Never, cancellationToken),
            await lists.CountAsync(channel => channel.LastError != null, cancellationToken),
            await articles.CountAsync(cancellationToken),
            await articles.CountAsync(entry => entry.State != FrontierState.Waiting, cancellationToken));
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    private IEnumerable<SourceChannel> Lists(Source source, SourceDefinition definition, DateOnly since)
    {
        var today = Today();
        foreach (var url in definition.Sitemaps)
        {
            yield return List(source, ChannelKind.Sitemap, url, since);
        }
        foreach (var pattern in definition.Archives)
        {
            var days = ArchivePattern.HasDate(pattern) ? today.DayNumber - since.DayNumber + 1 : 1;
            for (var i = 0; i < days; i++)
            {
                var day = since.AddDays(i);
                yield return List(source, ChannelKind.ListPage, ArchivePattern.Fill(pattern, day, 1), since, ArchivePattern.HasDate(pattern) ? day : null, pattern);
            }
        }
    }

    private static SourceChannel List(Source source, ChannelKind kind, string url, DateOnly since, DateOnly? day = null, string? pattern = null) => new()
    {
        SourceId = source.Id, Kind = kind, Purpose = ChannelPurpose.Backfill, Url = url, Authority = CanonicalUrl.AuthorityOf(new Uri(url)), Since = since, Day = day, PagePattern = pattern, PageNumber = 1,
    };
}
