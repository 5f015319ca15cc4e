using Microsoft.Extensions.Caching.Memory;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>How this process put each block together last, so that only what has changed since is weighed again. Nothing but speed hangs on it.</summary>
internal sealed class ClusterMemory : IDisposable
{
    // About a kilobyte each.
    private const int MostReports = 60_000;

    // A month that is over is seldom told of.
    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);

    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = MostReports });

    public Clustering? Of(string block) => _blocks.Get<Clustering>(block);

    public void Keep(string block, Clustering clustering) =>
        _blocks.Set(block, clustering, new MemoryCacheEntryOptions { Size = clustering.Placed.Count, SlidingExpiration = Unused });

    public void Dispose() => _blocks.Dispose();
}
