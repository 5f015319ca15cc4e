using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Sources;

public sealed class IndexModel(TrackerContext db) : PageModel
{
    private const int MostFailed = 30;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<FailedRow> Failed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = await db.Sources.OrderBy(source => source.Name)
            .Select(source => new Row(
                source.Name, source.Family, source.Paused, source.FailingSinceAt, source.LastError, source.LastSuccessAt, source.VerifiedAt,
                db.Articles.Count(article => article.SourceId == source.Id)))
            .ToListAsync(cancellationToken);
        var refused = await db.Frontier.Where(entry => entry.State == FrontierState.Failed || entry.State == FrontierState.Refused)
            .OrderByDescending(entry => entry.Id).Take(MostFailed).Select(entry => new FailedRow(entry.Url, entry.Reason)).ToListAsync(cancellationToken);
        var unread = await db.Snapshots.Where(snapshot => snapshot.Failure != null)
            .OrderByDescending(snapshot => snapshot.Id).Take(MostFailed).Select(snapshot => new FailedRow(snapshot.Url, snapshot.Failure)).ToListAsync(cancellationToken);
        Failed = [.. refused, .. unread];
    }

    public sealed record Row(
        string Name, string Family, bool Paused, DateTimeOffset? FailingSinceAt, string? LastError, DateTimeOffset? LastSuccessAt, DateTimeOffset? VerifiedAt, int Articles);

    public sealed record FailedRow(string Url, string? Reason);
}
