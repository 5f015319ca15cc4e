using System.CommandLine;
using System.Globalization;
using DiplomacyTracker.Scraper.Commands;

namespace DiplomacyTracker.Scraper;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Reads the Indonesian press and keeps what it says about diplomacy.")
        {
            RunCommand.Create(),
            FetchCommand.Create(),
            SourcesCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            ReprocessCommand.Create(),
            TakedownCommand.Create(),
            BackfillCommand.Create(),
            MigrateCommand.Create(),
            UserCommand.Create(),
            DoctorCommand.Create(),
            ExplainCommand.Create(),
            TrainCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => RunCommand.RunAsync(".data", cancellationToken));
        return CommandLine.RunAsync(root, args);
    }
}
