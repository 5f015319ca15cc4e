using System.Diagnostics;
using AngleSharp.Html.Parser;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Benchmarks.Reading;

/// <summary>
/// `read-ratio`: pages are parsed and read by turns, so that a machine whose speed changes under the measurement changes both. Prints the rate of reading as a
/// part of the rate of the bare parse, by size.
/// </summary>
internal static class ReadRatio
{
    private const int Pages = 8;
    private const int Rounds = 60;
    private const int WarmUp = 15;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public static void Run()
    {
        foreach (var characters in (int[])[100_000, 200_000, 300_000])
        {
            var pages = Enumerable.Range(0, Pages).Select(seed => GeneratedPages.Page(seed, characters)).ToList();
            var (parse, read) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var page in pages)
                {
                    var start = Stopwatch.GetTimestamp();
                    using (var document = Parser.ParseDocument(page))
                    {
                        ArgumentNullException.ThrowIfNull(document.Body);
                    }
                    var between = Stopwatch.GetTimestamp();
                    ArgumentNullException.ThrowIfNull(PageReader.Read(GeneratedPages.Address, page, null).Article);
                    if (round >= WarmUp)
                    {
                        (parse, read) = (parse + Stopwatch.GetElapsedTime(start, between), read + Stopwatch.GetElapsedTime(between));
                    }
                }
            }
            Console.WriteLine(FormattableString.Invariant($"{characters} characters: {parse / read:0.00} of the bare parse's rate ({(Rounds - WarmUp) * Pages / read.TotalSeconds:0} pages a second)"));
        }
    }
}
