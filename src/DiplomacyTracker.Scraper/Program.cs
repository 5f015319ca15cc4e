using System.CommandLine;
using DiplomacyTracker.Scraper.Commands;

namespace DiplomacyTracker.Scraper;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Reads the Indonesian press and keeps what it says about diplomacy.")
        {
            ExplainCommand.Create(),
            TrainCommand.Create(),
        };
        return CommandLine.RunAsync(root, args);
    }
}
