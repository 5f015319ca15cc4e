using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Why an article tells of no event, stored with it so that anybody can see it.</summary>
internal static class Rejections
{
    // Less than a sentence of news.
    private const int FewestCharacters = 60;

    public static string Of(TaggedRow row) =>
        row.Tagged.Reports.Count > 0 ? "refers-only"
        : row.Article.Body.Length < FewestCharacters ? "too-short"
        : !row.Tagged.Mentions.Any(mention => mention is { Type: EntityType.Country or EntityType.Organization or EntityType.Summit, Link: not null }) ? "no-actors"
        : "no-event";
}
