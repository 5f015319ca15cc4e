namespace DiplomacyTracker.Scraper.Sources;

/// <summary>One entry of a feed, as far as it could be read. Title and summary are plain text, or markup that <see cref="SafeMarkup"/> has cleaned.</summary>
internal sealed record FeedEntry(string? Id, string? Title, string? Link, string? Published, string? Summary);

/// <summary>A feed as far as it could be read; <paramref name="Error"/> says what was wrong with it.</summary>
internal sealed record Feed(string? Title, IReadOnlyList<FeedEntry> Entries, string? Error = null)
{
    public const int MostEntries = 2000;
}
