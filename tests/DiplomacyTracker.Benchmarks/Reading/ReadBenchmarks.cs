using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using DiplomacyTracker.Scraper.Reading;

namespace DiplomacyTracker.Benchmarks.Reading;

/// <summary>From a page in memory to clean blocks, beside the bare parse of the same page: the ratio is what reading adds.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private const int Pages = 8;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    private string[] _pages = [];

    [Params(100_000, 200_000, 300_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Write() => _pages = [.. Enumerable.Range(0, Pages).Select(seed => GeneratedPages.Page(seed, Characters))];

    [Benchmark(Baseline = true, OperationsPerInvoke = Pages)]
    public int Parse()
    {
        var elements = 0;
        foreach (var page in _pages)
        {
            using var document = Parser.ParseDocument(page);
            elements += document.Body!.ChildElementCount;
        }
        return elements;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public int Read()
    {
        var blocks = 0;
        foreach (var page in _pages)
        {
            blocks += PageReader.Read(GeneratedPages.Address, page, null).Article!.Text.Blocks.Count;
        }
        return blocks;
    }
}
