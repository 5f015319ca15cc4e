using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Topics;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>A topic in a list, with the counts of its timeline.</summary>
public sealed record TopicRow(
    string Slug, string TitleId, string TitleEn, TopicKind Kind, int Events, int Articles, int Disputed, DateOnly? First, DateOnly? Last);

public static class TopicRows
{
    /// <summary>Topics that have events, the ones with the newest events first.</summary>
    public static async Task<IReadOnlyList<TopicRow>> TopicRowsAsync(this TrackerContext db, int most, CancellationToken cancellationToken) =>
        await db.Topics.Where(topic => topic.Events.Any())
            .OrderByDescending(topic => topic.Kind == TopicKind.Curated)
            .ThenByDescending(topic => topic.Events.Max(row => row.Event!.SortOn)).ThenBy(topic => topic.Slug)
            .Take(most)
            .Select(topic => new TopicRow(
                topic.Slug,
                topic.TitleId,
                topic.TitleEn,
                topic.Kind,
                topic.Events.Count,
                db.Reports.Where(report => topic.Events.Any(row => row.EventId == report.EventId)).Select(report => report.ArticleId).Distinct().Count(),
                topic.Events.Count(row => row.Event!.HasOpenDiscrepancy),
                topic.Events.Min(row => row.Event!.SortOn),
                topic.Events.Max(row => row.Event!.SortOn)))
            .ToListAsync(cancellationToken);
}
