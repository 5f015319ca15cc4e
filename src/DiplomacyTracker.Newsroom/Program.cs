using System.Globalization;

namespace DiplomacyTracker.Newsroom;

internal static class Program
{
    private const string Usage = "usage: newsroom [--port FIRST] [--generate N] [--seed S]    serves the sample outlets on loopback until it is stopped";

    private static async Task<int> Main(string[] args)
    {
        var settings = new Dictionary<string, int> { ["--port"] = 5090, ["--generate"] = 0, ["--seed"] = 1 };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] == "--help")
            {
                Console.WriteLine(Usage);
                return 0;
            }
            if (!settings.ContainsKey(args[i]) || i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            }
            settings[args[i]] = value;
        }
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var articles = SampleArticles.All.Concat(ArticleGenerator.Generate(settings["--generate"], settings["--seed"])).ToList();
        await using var server = await NewsroomServer.StartAsync(settings["--port"], articles, stop.Token);
        foreach (var outlet in server.Outlets)
        {
            Console.WriteLine($"{outlet.Home}\t{outlet.Outlet.Name}");
        }
        var stopped = new TaskCompletionSource();
        stop.Token.Register(stopped.SetResult);
        await stopped.Task;
        return 0;
    }
}
