namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>How this process put each block together last, so that only what has changed since is weighed again. Nothing but speed hangs on it. Thread-safe.</summary>
internal sealed class ClusterMemory
{
    // About a kilobyte each. What was not asked for the longest goes first: a month that is over is seldom told of.
    private const int MostReports = 60_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Block, Clustering Clustering)>> _blocks = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Block, Clustering Clustering)> _byUse = new();
    private int _reports;

    public Clustering? Of(string block)
    {
        lock (_lock)
        {
            return _blocks.TryGetValue(block, out var node) ? node.Value.Clustering : null;
        }
    }

    public void Keep(string block, Clustering clustering)
    {
        lock (_lock)
        {
            Drop(block);
            _blocks[block] = _byUse.AddLast((block, clustering));
            _reports += clustering.Placed.Count;
            while (_reports > MostReports)
            {
                Drop(_byUse.First!.Value.Block);
            }
        }
    }

    private void Drop(string block)
    {
        if (_blocks.Remove(block, out var node))
        {
            _byUse.Remove(node);
            _reports -= node.Value.Clustering.Placed.Count;
        }
    }
}
