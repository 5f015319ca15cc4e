namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>The right to send requests to one authority for a while. The token fences whoever wakes up after the lease has run out.</summary>
internal sealed record AuthorityLease(string Authority, long Token);

/// <summary>The lease had run out and another worker holds the authority now: nothing of this piece of work is stored.</summary>
internal sealed class LeaseLostException(AuthorityLease lease) : InvalidOperationException($"The lease of {lease.Authority} was lost.");
