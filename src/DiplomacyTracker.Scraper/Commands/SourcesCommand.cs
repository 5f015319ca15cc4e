using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`sources list|check|add|pause|accept`: how the outlets fare, whether they can be read now, and which are read.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "The outlets that are fetched.") { List(), SourcesCheckCommand.Create(), SourcesAddCommand.Create(), Pause(), Accept() };

    private static Command List()
    {
        var data = DatabaseOptions.Data();
        var list = new Command("list", "One line an outlet: key, state, verified or not, alarms, last error.") { data };
        list.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
            var db = services.GetRequiredService<TrackerContext>();
            foreach (var source in await db.Sources.AsNoTracking().OrderBy(source => source.Key).ToListAsync(cancellationToken))
            {
                var state = source.Paused ? "paused" : source.FailingSinceAt is not null ? "failing" : source.LastSuccessAt is not null ? "ok" : "new";
                var verified = source.VerifiedAt is null ? "unverified" : "verified";
                var alarms = string.Join(',', source.Alarms.Select(alarm => alarm.Signal.ToString().ToLowerInvariant()));
                await Console.Out.WriteLineAsync($"{source.Key}\t{state}\t{verified}\t{alarms}\t{(source.FailingSinceAt is null ? "" : source.LastError)}");
            }
            return 0;
        }, cancellationToken));
        return list;
    }

    private static Command Pause()
    {
        var resume = new Option<bool>("--resume") { Description = "Fetch it again." };
        return OnOne("pause", "Stops fetching an outlet until --resume.", resume, (source, parsed, clock) =>
        {
            if (parsed.GetValue(resume))
            {
                source.Resume(clock.GetUtcNow());
            }
            else
            {
                source.Paused = true;
            }
        });
    }

    private static Command Accept() =>
        OnOne("accept", "Takes what an outlet yields now as the new normal: its alarms end, and it is measured afresh.", null, (source, _, clock) => source.TakeAsNormal(clock.GetUtcNow()));

    private static Command OnOne(string name, string description, Option? option, Action<Source, ParseResult, TimeProvider> change)
    {
        var key = new Argument<string>("source") { Description = "An outlet's key." };
        var data = DatabaseOptions.Data();
        var command = new Command(name, description) { key, data };
        if (option is not null)
        {
            command.Add(option);
        }
        command.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            var db = services.GetRequiredService<TrackerContext>();
            var wanted = parsed.GetRequiredValue(key);
            if (await db.Sources.AsTracking().Include(source => source.Channels).SingleOrDefaultAsync(source => source.Key == wanted, cancellationToken) is not { } source)
            {
                await Console.Error.WriteLineAsync($"there is no source {wanted}");
                return CommandLine.BadArguments;
            }
            change(source, parsed, services.GetRequiredService<TimeProvider>());
            await db.SaveChangesAsync(cancellationToken);
            return 0;
        }, cancellationToken));
        return command;
    }
}
