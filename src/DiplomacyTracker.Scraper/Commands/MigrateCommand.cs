using System.CommandLine;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`migrate`: brings schema, knowledge, topics and sources up to date and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var migrate = new Command("migrate", "Brings schema, knowledge, topics and sources up to date.") { data };
        migrate.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: false, async services =>
        {
            await Worker.PrepareAsync(services, withSources: true, Console.Error.WriteLine, cancellationToken);
            return 0;
        }, cancellationToken));
        return migrate;
    }
}
