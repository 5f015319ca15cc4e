using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Benchmarks.Extraction;

/// <summary>Gives `explain tag` some megabytes of articles in a process of its own, on one core and on all, and prints when each megabyte of text was answered.</summary>
internal static class ExplainLoad
{
    private const int Megabyte = 1_000_000;

    public static async Task RunAsync(int megabytes)
    {
        var articles = NewsLengthArticles.OfBytes((long)megabytes * Megabyte).ToList();
        Console.WriteLine("on one core:");
        await RunAsync(articles, onOneCore: true);
        Console.WriteLine($"on all {Environment.ProcessorCount}:");
        await RunAsync(articles, onOneCore: false);
    }

    private static async Task RunAsync(List<ArticleText> articles, bool onOneCore)
    {
        using var worker = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DiplomacyTracker.Scraper.dll"), "explain", "tag"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("`dotnet` did not start.");
        var clock = Stopwatch.StartNew();
        if (onOneCore && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            worker.ProcessorAffinity = 1;
        }
        var writing = WriteAsync(articles, worker.StandardInput);
        await ReadAsync(articles, worker, clock);
        await writing;
        await worker.WaitForExitAsync();
        if (worker.ExitCode != 0)
        {
            throw new InvalidOperationException($"`explain tag` ended with {worker.ExitCode}.");
        }
    }

    private static async Task WriteAsync(List<ArticleText> articles, StreamWriter input)
    {
        for (var i = 0; i < articles.Count; i++)
        {
            await input.WriteLineAsync(JsonSerializer.Serialize(new { id = i, title = articles[i].Headline, publishedAt = articles[i].PublishedAt, text = articles[i].Body }));
        }
        input.Close();
    }

    private static async Task ReadAsync(List<ArticleText> articles, Process worker, Stopwatch clock)
    {
        var (answered, bytes, sinceLast, last, first) = (0, 0L, 0L, TimeSpan.Zero, TimeSpan.Zero);
        while (await worker.StandardOutput.ReadLineAsync() is not null)
        {
            var size = Encoding.UTF8.GetByteCount(articles[answered++].Body);
            (bytes, sinceLast) = (bytes + size, sinceLast + size);
            if (answered == 1)
            {
                (first, last, sinceLast) = (clock.Elapsed, clock.Elapsed, 0);
                Console.WriteLine($"first answer after {first.TotalSeconds:0.00} s");
            }
            if (sinceLast >= Megabyte || answered == articles.Count)
            {
                worker.Refresh();
                Console.WriteLine($"{bytes / (double)Megabyte,5:0.0} MB, {answered} articles: {sinceLast / (clock.Elapsed - last).TotalSeconds / Megabyte:0.00} MB/s, at most {worker.PeakWorkingSet64 >> 20} MiB");
                (last, sinceLast) = (clock.Elapsed, 0);
            }
        }
        if (answered != articles.Count)
        {
            throw new InvalidOperationException($"{answered} of {articles.Count} articles were answered.");
        }
        Console.WriteLine($"behind the first answer {bytes / (clock.Elapsed - first).TotalSeconds / Megabyte:0.00} MB/s, with the start {bytes / clock.Elapsed.TotalSeconds / Megabyte:0.00} MB/s");
    }
}
