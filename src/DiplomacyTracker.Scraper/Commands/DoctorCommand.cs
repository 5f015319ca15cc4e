using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Extraction.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`doctor`: what waits, what failed, and whether the parts fit together.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var doctor = new Command("doctor", "Shows what waits and what has failed; exit code 1 where something needs a person.") { data };
        doctor.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: false, async services =>
        {
            var db = services.GetRequiredService<TrackerContext>();
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                await Console.Out.WriteLineAsync($"schema\tnot up to date, run migrate: {string.Join(", ", pending)}");
                return CommandLine.SomeInputWasBad;
            }
            var findings = await FindAsync(db, cancellationToken);
            foreach (var (name, value, _) in findings)
            {
                await Console.Out.WriteLineAsync($"{name}\t{value}");
            }
            return findings.Exists(finding => finding.NeedsPerson) ? CommandLine.SomeInputWasBad : 0;
        }, cancellationToken));
        return doctor;
    }

    private static async Task<List<(string Name, string Value, bool NeedsPerson)>> FindAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        var version = (await db.Database.SqlQuery<string>($"""SELECT current_setting('server_version') AS "Value" """).ToListAsync(cancellationToken))[0];
        var failing = await db.Sources.CountAsync(source => source.FailingSinceAt != null, cancellationToken);
        var dead = await db.Frontier.CountAsync(entry => entry.State == Data.Sources.FrontierState.Failed, cancellationToken);
        var untagged = await db.Articles.CountAsync(article => article.TaggingError != null, cancellationToken);
        var blocks = await db.ClusterFailures.CountAsync(cancellationToken);
        return
        [
            ("postgresql", version, false),
            ("schema", "up to date", false),
            ("knowledge", KnowledgeBase.Default.Version, false),
            ("articles", $"{await db.Articles.CountAsync(cancellationToken)}, {await db.Articles.CountAsync(article => article.TaggedAt == null, cancellationToken)} waiting to be tagged", false),
            ("events", $"{await db.Events.CountAsync(e => e.MergedIntoId == null && !e.Withdrawn, cancellationToken)}", false),
            ("frontier", $"{await db.Frontier.CountAsync(entry => entry.State == Data.Sources.FrontierState.Waiting, cancellationToken)} waiting, {dead} failed", dead > 0),
            ("pages not read", $"{await db.Snapshots.CountAsync(snapshot => snapshot.Failure != null, cancellationToken)}", false),
            ("failing sources", $"{failing}", failing > 0),
            ("articles that could not be tagged", $"{untagged}", untagged > 0),
            ("blocks that could not be clustered", $"{blocks}", blocks > 0),
        ];
    }
}
