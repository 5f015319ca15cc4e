using System.Globalization;
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
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
