using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>The ways of discovery of one source, tried in order: where every channel of a rank fails, the next rank is polled in the same run, and sleeps again when one of them is back.</summary>
internal static class Fallback
{
    public static async Task WakeNextAsync(this TrackerContext db, SourceChannel failed, CancellationToken cancellationToken)
    {
        var others = await db.SourceChannels.AsTracking().Where(channel => channel.SourceId == failed.SourceId && channel.Purpose == ChannelPurpose.Poll && channel.Id != failed.Id).ToListAsync(cancellationToken);
        if (others.Exists(channel => channel.Rank == failed.Rank && channel.Failures == 0))
        {
            return;
        }
        var next = others.Where(channel => channel.Rank > failed.Rank).GroupBy(channel => channel.Rank).MinBy(rank => rank.Key);
        foreach (var channel in next?.Where(channel => channel.NextPollAt == SourceChannel.Never && channel.Failures == 0) ?? [])
        {
            channel.PollAgainAt(DateTimeOffset.UnixEpoch);
        }
    }

    public static async Task LetSleepAsync(this TrackerContext db, SourceChannel working, CancellationToken cancellationToken)
    {
        var later = await db.SourceChannels.AsTracking().Where(channel => channel.SourceId == working.SourceId && channel.Purpose == ChannelPurpose.Poll && channel.Rank > working.Rank
            && channel.Failures == 0 && channel.NextPollAt < SourceChannel.Never).ToListAsync(cancellationToken);
        later.ForEach(channel => channel.PollAgainAt(SourceChannel.Never));
    }
}
