using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Sources;

public sealed class IndexModel(TrackerContext db, TimeProvider clock) : PageModel
{
    private const int MostFailed = 30;
    private const int MostLines = 200;
    private const int DaysOfYield = 14;
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>By outlet, the lines that reading takes away from the ends of its articles.</summary>
    public IReadOnlyList<LineRow> Lines { get; private set; } = [];

    public IReadOnlyList<FailedRow> Failed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Wib).DateTime);
        var from = clock.GetUtcNow().AddDays(-DaysOfYield);
        var yields = (await db.SourceRuns.Where(run => run.StartsAt >= from).Select(run => new { run.SourceId, run.StartsAt, run.Found }).ToListAsync(cancellationToken))
            .ToLookup(run => run.SourceId, run => (Day: DateOnly.FromDateTime(run.StartsAt.ToOffset(Wib).DateTime), run.Found));
        var polls = (await db.SourceChannels.Where(channel => channel.Purpose == ChannelPurpose.Poll && channel.NextPollAt < SourceChannel.Never)
            .GroupBy(channel => channel.SourceId).Select(group => new { group.Key, Next = group.Min(channel => channel.NextPollAt) }).ToListAsync(cancellationToken))
            .ToDictionary(poll => poll.Key, poll => poll.Next);
        var counts = await db.Articles.GroupBy(article => article.SourceId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        Rows = (await db.Sources.AsNoTracking().OrderBy(source => source.Name).ToListAsync(cancellationToken))
            .ConvertAll(source => new Row(source, counts.GetValueOrDefault(source.Id), polls.TryGetValue(source.Id, out var next) ? next : null, YieldOf(yields[source.Id], today)));
        Lines = await db.OutletLines.Furniture().OrderBy(line => line.Source!.Name).ThenByDescending(line => line.Articles).Take(MostLines)
            .Select(line => new LineRow(line.Source!.Name, line.Sample ?? "", line.Articles)).ToListAsync(cancellationToken);
        var refused = await db.Frontier.Where(entry => entry.State == FrontierState.Failed || entry.State == FrontierState.Refused)
            .OrderByDescending(entry => entry.Id).Take(MostFailed).Select(entry => new FailedRow(entry.Url, entry.Reason)).ToListAsync(cancellationToken);
        var unread = await db.Snapshots.Where(snapshot => snapshot.Failure != null)
            .OrderByDescending(snapshot => snapshot.Id).Take(MostFailed).Select(snapshot => new FailedRow(snapshot.Url, snapshot.Failure)).ToListAsync(cancellationToken);
        Failed = [.. refused, .. unread];
    }

    // One number a day, oldest first.
    private static List<int> YieldOf(IEnumerable<(DateOnly Day, int Found)> runs, DateOnly today)
    {
        var byDay = runs.GroupBy(run => run.Day).ToDictionary(day => day.Key, day => day.Sum(run => run.Found));
        return [.. Enumerable.Range(1 - DaysOfYield, DaysOfYield).Select(i => byDay.GetValueOrDefault(today.AddDays(i)))];
    }

    public sealed record Row(Source Source, int Articles, DateTimeOffset? NextPollAt, IReadOnlyList<int> Yield);

    public sealed record LineRow(string Outlet, string Line, int Articles);

    public sealed record FailedRow(string Url, string? Reason);
}
