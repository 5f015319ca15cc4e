using System.Globalization;
using BenchmarkDotNet.Configs;
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
if (args is ["read-ratio"])
{
    ReadRatio.Run();
    return;
}
// It builds the whole program again, with every analyser; two minutes, its own limit, are too few on a slow machine.
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15)));
