using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using DiplomacyTracker.Benchmarks.Extraction;
using DiplomacyTracker.Benchmarks.Processing;
using DiplomacyTracker.Benchmarks.Reading;

// Load tools by name; everything else goes to BenchmarkDotNet.
if (args is ["processing", .. var rest])
{
    await ProcessingLoad.RunAsync(rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 200_000);
    return;
}
if (args is ["read", .. var pages])
{
    ReadLoad.Run(pages is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000);
    return;
}
if (args is ["explain", .. var size])
{
    await ExplainLoad.RunAsync(size is [var megabytes] ? int.Parse(megabytes, CultureInfo.InvariantCulture) : 10);
    return;
}
if (args is ["read-ratio"])
{
    ReadRatio.Run();
    return;
}
// What is measured is compiled as the worker's code is; BenchmarkDotNet's own project does not take that from this one.
var asWorker = Job.Default.WithEnvironmentVariables(new EnvironmentVariable("DOTNET_TieredPGO", "0"), new EnvironmentVariable("DOTNET_TC_QuickJit", "0")).AsMutator();
// It builds the whole program again, with every analyser; two minutes, its own limit, are too few on a slow machine.
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly())
    .Run(args, ManualConfig.Create(DefaultConfig.Instance).AddJob(asWorker).WithBuildTimeout(TimeSpan.FromMinutes(15)));
