using System.Diagnostics;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Benchmarks.Reading;

/// <summary>Reads many generated pages in one process and prints the memory that stays: it must not grow with their number.</summary>
internal static class ReadLoad
{
    private const int Steps = 10;

    public static void Run(int pages)
    {
        var clock = Stopwatch.StartNew();
        for (var step = 1; step <= Steps; step++)
        {
            for (var i = 0; i < pages / Steps; i++)
            {
                var number = (step * pages / Steps) + i;
                var reading = PageReader.Read(GeneratedPages.Address, GeneratedPages.Page(number, 100_000 + (number % 5 * 50_000)), null);
                if (reading.Article is null)
                {
                    throw new InvalidOperationException($"Page {number} was not read: {reading.Failure}");
                }
            }
            var held = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024;
            Console.WriteLine($"{step * pages / Steps} pages, {clock.Elapsed.TotalSeconds:0} s, {held:0.0} MiB held, {Process.GetCurrentProcess().WorkingSet64 / 1024 / 1024} MiB working set");
        }
    }
}
