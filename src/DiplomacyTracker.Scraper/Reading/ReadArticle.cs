using DiplomacyTracker.Data.Articles;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>An instant of publication as the page states it.</summary>
internal sealed record PublishedStamp(DateTimeOffset At, string Zone, DateConfidence Confidence);

/// <summary>A page as an article: clean text in blocks, and what the page says about it.</summary>
internal sealed record ReadArticle(
    string? Title,
    string? Byline,
    PublishedStamp? Published,
    string? DatelinePlace,
    CleanText Text,
    IReadOnlyList<string> Captions,
    string? PictureUrl,
    IReadOnlyList<string> Tags,
    string? CanonicalUrl);

/// <summary>The article, or why the page is none.</summary>
internal readonly record struct Reading(ReadArticle? Article, string? Failure);
