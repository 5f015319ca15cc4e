using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>The queries that pages and feeds share.</summary>
public static class TimelineQueries
{
    /// <summary>Events that readers are shown: not merged away, not withdrawn.</summary>
    public static IQueryable<DiplomaticEvent> Shown(this IQueryable<DiplomaticEvent> events) =>
        events.Where(e => e.MergedIntoId == null && !e.Withdrawn);

    public static IQueryable<TimelineEntry> AsEntries(this IQueryable<DiplomaticEvent> events, TrackerContext db) => events.Select(e => new TimelineEntry
    {
        Id = e.Id,
        Slug = e.Slug,
        TitleId = e.TitleId,
        TitleEn = e.TitleEn,
        Type = e.Type,
        Status = e.Status,
        From = e.From,
        To = e.To,
        Precision = e.Precision,
        YearInferred = e.YearInferred,
        Edtf = e.Edtf,
        DateWords = e.DateWords,
        SortOn = e.SortOn,
        Lead = e.Lead,
        LeadArticleId = e.LeadArticleId,
        LeadSource = db.Articles.Where(article => article.Id == e.LeadArticleId).Select(article => article.Source!.Name).FirstOrDefault(),
        Countries = e.Countries,
        Tally = e.Tally,
        ArticleCount = e.ArticleCount,
        SourceCount = e.SourceCount,
        OriginCount = e.OriginCount,
        HasOpenDiscrepancy = e.HasOpenDiscrepancy,
        ChangedAt = e.ChangedAt,
        Revision = e.Revision,
    });

    /// <summary>Adds to each entry the dates that outlets tell differently.</summary>
    public static async Task FillToldDatesAsync(this TrackerContext db, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.HasOpenDiscrepancy).Select(entry => entry.Id).ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var disputed = await db.Discrepancies
            .Where(d => ids.Contains(d.EventId) && d.Field == ClaimField.Date && d.Class == DifferenceClass.Discrepancy)
            .Select(d => new { d.EventId, d.Values }).ToListAsync(cancellationToken);
        var claims = await db.Claims.Where(claim => ids.Contains(claim.EventId) && claim.Field == ClaimField.Date)
            .Select(claim => new { claim.EventId, claim.Value, Source = claim.Article!.Source!.Name, claim.Origin }).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            var values = disputed.Where(d => d.EventId == entry.Id).SelectMany(d => d.Values).Distinct().Order(StringComparer.Ordinal);
            entry.ToldDates =
            [
                .. values.Select(value => claims.Where(claim => claim.EventId == entry.Id && claim.Value == value).ToList())
                    .Where(group => group.Count > 0)
                    .Select(group => new ToldDate(
                        group[0].Value,
                        [.. group.Select(claim => claim.Source).Distinct().Order(StringComparer.Ordinal)],
                        group.Select(claim => claim.Origin).Distinct().Count())),
            ];
        }
    }
}
