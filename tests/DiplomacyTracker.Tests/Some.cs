using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Tests;

/// <summary>Any valid value, where a test does not care which.</summary>
internal static class Some
{
    public static ArticleTagger Tagger { get; } = new(KnowledgeBase.Default);

    public static readonly DateTimeOffset Published = new(2026, 1, 10, 9, 0, 0, TimeSpan.FromHours(7));

    public static ArticleText Text(string body, DateTimeOffset? publishedAt = null) => new(null, body, [], publishedAt ?? Published, "Harian Contoh");

    public static TaggedArticle Tagged(string body, DateTimeOffset? publishedAt = null) => Tagger.Tag(Text(body, publishedAt));
}
