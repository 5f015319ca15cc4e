using System.Diagnostics;
using System.Text.RegularExpressions;
using DiplomacyTracker.BrowserTests;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace DiplomacyTracker.BrowserTests;

/// <summary>The program as a user starts it, with --demo, in a process of its own and a folder of its own.</summary>
public sealed partial class DemoSite : IAsyncLifetime
{
    public const string Chromium = "/usr/bin/chromium";

    // Far more than it ever took: only a program that hangs ends the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "diplomacy-browser-" + Guid.NewGuid().ToString("N"));
    private readonly TaskCompletionSource _started = new();
    private Process? _process;
    private Uri? _home;

    public Uri Home => _home ?? throw new InvalidOperationException("The program has not said where it is.");

    public string Password { get; private set; } = "";

    public static bool HasBrowser => File.Exists(Chromium);

    public async ValueTask InitializeAsync()
    {
        if (!HasBrowser)
        {
            return;
        }
        var program = Path.Combine(AppContext.BaseDirectory, "DiplomacyTracker.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--demo", "--urls", "http://127.0.0.1:0", "--data", _folder, "--contentRoot", ContentRoot()]) { RedirectStandardOutput = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.BeginOutputReadLine();
        await _started.Task.WaitAsync(Patience);
        await WaitForEventsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // A shell may have told its background processes to ignore an interrupt; nobody ignores this.
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync().WaitAsync(Patience);
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Read(string? line)
    {
        if (line is not null && SignIn().Match(line) is { Success: true } match)
        {
            Password = match.Groups[1].Value;
        }
        if (line is not null && Address().Match(line) is { Success: true } address)
        {
            _home = new Uri(address.Groups[1].Value);
            _started.TrySetResult();
        }
    }

    // The timelines fill while the sample press is read; the tests look at them when nothing waits any more.
    private async Task WaitForEventsAsync()
    {
        using var client = new HttpClient { BaseAddress = Home };
        using var limit = new CancellationTokenSource(Patience);
        while (!(await client.GetStringAsync("/topics?lang=en", limit.Token)).Contains("ktt-asean-gcc", StringComparison.Ordinal)
            || !(await client.GetStringAsync("/?lang=en", limit.Token)).Contains("0 articles being read", StringComparison.Ordinal))
        {
            await Task.Delay(500, limit.Token);
        }
    }

    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiplomacyTracker.sln")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder!.FullName, "src", "DiplomacyTracker.Web");
    }

    [GeneratedRegex(@"sign-in: redaksi / (\S+)")]
    private static partial Regex SignIn();

    [GeneratedRegex(@"^Diplomacy Tracker is at (\S+)")]
    private static partial Regex Address();
}
