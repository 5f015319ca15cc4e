using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>
/// Once a week has one past day of a source's archive list read, to see how much of it we had found by ourselves. The list is a row of the queue like any other; what it names
/// and we did not know is fetched too.
/// </summary>
internal sealed class RecallStage(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue, TimeProvider clock) : IStage
{
    // A day is judged once its late articles are listed everywhere, and while the list is likely still there.
    private const int YoungestDay = 2;
    private const int OldestDay = 15;
    private static readonly TimeSpan Every = TimeSpan.FromDays(7);

    public string Name => "recall";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var source in await Due(db).OrderBy(source => source.Id).ToListAsync(cancellationToken))
        {
            if (catalogue.Of(source)?.Archives.Find(ArchivePattern.HasDate) is { } pattern && await DayOfAsync(db, source, cancellationToken) is { } day)
            {
                return await AskAsync(db, source, pattern, day, cancellationToken);
            }
        }
        return false;
    }

    private IQueryable<Source> Due(TrackerContext db)
    {
        var lately = clock.GetUtcNow() - Every;
        return db.Sources.Where(source => !source.Paused
            && !source.Channels.Any(channel => channel.Purpose == ChannelPurpose.Sample && (channel.NextPollAt < SourceChannel.Never || channel.LastPolledAt > lately)));
    }

    // Another day each week, and none before we read the source: what was printed then is no loss.
    private async Task<DateOnly?> DayOfAsync(TrackerContext db, Source source, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        var since = await db.Frontier.Where(entry => entry.SourceId == source.Id && !entry.Backfilled).MinAsync(entry => (DateTimeOffset?)entry.FoundAt, cancellationToken);
        if (since is null)
        {
            return null;
        }
        var first = Math.Max(DateOnly.FromDateTime(since.Value.ToOffset(TimeSpan.FromHours(7)).DateTime).DayNumber + 1, today.DayNumber - OldestDay);
        var days = today.DayNumber - YoungestDay - first + 1;
        return days > 0 ? DateOnly.FromDayNumber(first + (((source.Id * 5) + (today.DayNumber / 7 * 3)) % days)) : null;
    }

    private async Task<bool> AskAsync(TrackerContext db, Source source, string pattern, DateOnly day, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Another worker that is asking too holds the row.
        if ((await db.Sources.FromSql($"SELECT * FROM sources WHERE id = {source.Id} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken)).Count == 0
            || !await Due(db).AnyAsync(row => row.Id == source.Id, cancellationToken))
        {
            return false;
        }
        await db.SourceChannels.Where(channel => channel.SourceId == source.Id && channel.Purpose == ChannelPurpose.Sample).ExecuteDeleteAsync(cancellationToken);
        var url = ArchivePattern.Fill(pattern, day, 1);
        var authority = CanonicalUrl.AuthorityOf(new Uri(url));
        await db.EnsureAuthorityAsync(authority, cancellationToken);
        db.SourceChannels.Add(new SourceChannel { SourceId = source.Id, Kind = ChannelKind.ListPage, Purpose = ChannelPurpose.Sample, Url = url, Authority = authority, Since = day, Day = day });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
