using System.CommandLine;
using System.Globalization;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`export events`: all of them as they are, as they were, or only what has changed.</summary>
internal static class ExportEvents
{
    private const int PageSize = 200;

    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var canonical = new Option<bool>("--canonical") { Description = "Without revision numbers: the same articles give the same bytes, in whatever order they came." };
        var asOf = new Option<string?>("--as-of") { Description = "The record as it was known at a revision or an instant (2026-01-07T12:00+07:00)." };
        var since = new Option<string?>("--since") { Description = "Only what is new, changed or withdrawn after a revision or an instant." };
        var events = new Command("events", "Events with participants, claims and discrepancies.") { data, canonical, asOf, since };
        events.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            var db = services.GetRequiredService<TrackerContext>();
            try
            {
                var lines = parsed.GetValue(since) is { } after ? Changes(db, await RevisionAsync(db, after, cancellationToken))
                    : parsed.GetValue(asOf) is { } then ? AsOf(db, await RevisionAsync(db, then, cancellationToken))
                    : Now(db, parsed.GetValue(canonical));
                await foreach (var line in lines.WithCancellation(cancellationToken))
                {
                    await Console.Out.WriteLineAsync(line);
                }
                return 0;
            }
            catch (FormatException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return CommandLine.BadArguments;
            }
        }, cancellationToken));
        return events;
    }

    /// <summary>In pages, so that neither the memory nor the number of queries grows with the record.</summary>
    internal static async IAsyncEnumerable<string> Now(TrackerContext db, bool canonical)
    {
        var shown = db.Events.Where(e => e.MergedIntoId == null && !e.Withdrawn).OrderBy(e => EF.Functions.Collate(e.Key, "C"));
        foreach (var ids in (await shown.Select(e => e.Id).ToListAsync()).Chunk(PageSize))
        {
            var documents = await EventDocument.LoadAsync(db, ids, CancellationToken.None);
            foreach (var id in ids.Where(documents.ContainsKey))
            {
                yield return (canonical ? documents[id] with { Revision = null } : documents[id]).ToJson();
            }
        }
    }

    private static IAsyncEnumerable<string> AsOf(TrackerContext db, long revision) =>
        db.AsOf(revision).OrderBy(version => version.EventId).Select(version => version.Document).AsAsyncEnumerable();

    private static async IAsyncEnumerable<string> Changes(TrackerContext db, long revision)
    {
        foreach (var change in await db.ChangesSinceAsync(revision, CancellationToken.None))
        {
            yield return $$"""{"change":"{{change.Change.ToString().ToLowerInvariant()}}","revision":{{change.Revision.ToString(CultureInfo.InvariantCulture)}},"event":{{change.Document}}}""";
        }
    }

    private static async Task<long> RevisionAsync(TrackerContext db, string text, CancellationToken cancellationToken) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? await db.RevisionAtAsync(instant, cancellationToken)
        : throw new FormatException($"{text} is neither a revision nor an instant.");
}
