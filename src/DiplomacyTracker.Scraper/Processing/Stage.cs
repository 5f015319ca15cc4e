namespace DiplomacyTracker.Scraper.Processing;

/// <summary>One stage of an article's way. The rows that wait for it are its queue, so it may be killed, run twice or run on many machines.</summary>
internal interface IStage
{
    string Name { get; }

    /// <summary>Takes one piece of waiting work and leaves it done.</summary>
    /// <returns>False where nothing waits.</returns>
    Task<bool> RunOnceAsync(CancellationToken cancellationToken);
}
