using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Benchmarks.Extraction;

/// <summary>Statements, times and search words over one text of the labelled samples, ten times as long with each step: the time grows with the length.</summary>
[MemoryDiagnoser]
public class StatementsBenchmark
{
    private readonly StatementFinder _statements = new(new ProvenanceFinder(KnowledgeBase.Default), KnowledgeBase.Default);
    private ArticleText _article = null!;
    private IReadOnlyList<TextSpan> _sentences = [];
    private IReadOnlyList<Mention> _mentions = [];

    [Params(10_000, 100_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var texts = File.ReadLines(Path.Combine(Root(), "tests", "DiplomacyTracker.Tests", "Samples", "statements.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();
        var all = string.Join('\n', texts);
        while (all.Length < Characters)
        {
            all += "\n" + string.Join('\n', texts);
        }
        _article = new ArticleText(null, all[..Characters], [], new DateTimeOffset(2026, 1, 7, 12, 0, 0, TimeSpan.FromHours(7)), null);
        var tagged = new ArticleTagger(KnowledgeBase.Default).Tag(_article);
        (_sentences, _mentions) = (tagged.Sentences, tagged.Mentions);
    }

    [Benchmark]
    public int Statements() => _statements.Find(_article, _sentences, _mentions).Count;

    [Benchmark]
    public int Times() => TimeTagger.Find(_article.Body, TextPart.Body, _article.PublishedAt).Count;

    [Benchmark]
    public int Words() => SearchWords.Of(_article, _mentions).Count();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiplomacyTracker.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
