using System.Globalization;
using System.Runtime.InteropServices;

namespace DiplomacyTracker.Newsroom;

internal static class Program
{
    private const string Usage = "usage: newsroom [--port FIRST] [--generate N] [--seed S] [--edits-after SECONDS]    serves the sample outlets on loopback until it is stopped";

    private static async Task<int> Main(string[] args)
    {
        var settings = new Dictionary<string, int> { ["--port"] = 5090, ["--generate"] = 0, ["--seed"] = 1, ["--edits-after"] = 0 };
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
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        var articles = SampleArticles.All.Concat(ArticleGenerator.Generate(settings["--generate"], settings["--seed"])).ToList();
        var editsAfter = settings["--edits-after"] == 0 ? default(TimeSpan?) : TimeSpan.FromSeconds(settings["--edits-after"]);
        await using var server = await NewsroomServer.StartAsync(settings["--port"], articles, editsAfter, TimeProvider.System, stop.Token);
        foreach (var outlet in server.Outlets)
        {
            Console.WriteLine($"{outlet.Home}\t{outlet.Outlet.Name}");
        }
        var stopped = new TaskCompletionSource();
        stop.Token.Register(stopped.SetResult);
        await stopped.Task;
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
