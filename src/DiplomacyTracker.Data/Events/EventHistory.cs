using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Data.Events;

/// <summary>What became of an event between two revisions.</summary>
public enum EventChange
{
    New,
    Changed,
    Withdrawn,
}

/// <summary>One event that is not as it was. <paramref name="Document"/> is its newest form; of a withdrawn event the last one that was shown.</summary>
public sealed record ChangedEvent(EventChange Change, long EventId, long Revision, string Document);

/// <summary>The record as it was known at a revision, and what has happened to it since.</summary>
public static class EventHistory
{
    /// <summary>The last revision that was there at an instant; 0 before the first.</summary>
    public static async Task<long> RevisionAtAsync(this TrackerContext db, DateTimeOffset instant, CancellationToken cancellationToken) =>
        await db.Revisions.Where(revision => revision.At <= instant.ToUniversalTime()).MaxAsync(revision => (long?)revision.Number, cancellationToken) ?? 0;

    /// <summary>Every event's form as of a revision; an event that was withdrawn by then is left out.</summary>
    public static IQueryable<EventVersion> AsOf(this TrackerContext db, long revision) => db.EventVersions.Where(version => version.Revision <= revision && !version.IsGone
        && !db.EventVersions.Any(later => later.EventId == version.EventId && later.Revision > version.Revision && later.Revision <= revision));

    /// <summary>What is new, changed or withdrawn after a revision, in the order of the revisions.</summary>
    public static async Task<IReadOnlyList<ChangedEvent>> ChangesSinceAsync(this TrackerContext db, long revision, CancellationToken cancellationToken)
    {
        var ids = db.EventVersions.Where(version => version.Revision > revision).Select(version => version.EventId);
        var before = await db.AsOf(revision).Where(version => ids.Contains(version.EventId)).ToDictionaryAsync(version => version.EventId, cancellationToken);
        var now = await db.EventVersions.Where(version => version.Revision > revision
            && !db.EventVersions.Any(later => later.EventId == version.EventId && later.Revision > version.Revision))
            .OrderBy(version => version.Revision).ThenBy(version => version.EventId).ToListAsync(cancellationToken);
        return
        [
            // What came and went in between was never there for somebody who looks from one end to the other.
            .. now.Where(version => !version.IsGone || before.ContainsKey(version.EventId)).Select(version =>
                version.IsGone ? new ChangedEvent(EventChange.Withdrawn, version.EventId, version.Revision, before[version.EventId].Document)
                : new ChangedEvent(before.ContainsKey(version.EventId) ? EventChange.Changed : EventChange.New, version.EventId, version.Revision, version.Document)),
        ];
    }
}
