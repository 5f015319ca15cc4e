namespace DiplomacyTracker.Scraper.Sources;

/// <summary>One entry of a feed, as far as it could be read.</summary>
internal sealed record FeedEntry(string? Id, string? Title, string? Link, string? Published, string? Summary);

/// <summary>A feed as far as it could be read; <paramref name="Error"/> says what was wrong with it.</summary>
internal sealed record Feed(string? Title, IReadOnlyList<FeedEntry> Entries, string? Error = null);
