using System.CommandLine;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>Exit codes: 0 done, 1 some input was bad, 2 the arguments were.</summary>
internal static class CommandLine
{
    public const int SomeInputWasBad = 1;
    public const int BadArguments = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} (--help shows what can be said)");
            return BadArguments;
        }
        return await parsed.InvokeAsync();
    }
}
