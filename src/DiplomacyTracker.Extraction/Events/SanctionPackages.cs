using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Packages of sanctions that are told by their number alone ("paket ke-19 lolos pada 23 Oktober"). The European Union is the only body that numbers its packages.</summary>
internal sealed class SanctionPackages(KnowledgeBase knowledge)
{
    private readonly EntityLink _union = knowledge.Organizations.Where(row => row.Key == "european-union").Select(row => new EntityLink(row.Key, row.NameEn, null)).Single();

    /// <summary>Who adopted the package that the clause numbers; null where it numbers none, or the article is about no sanctions.</summary>
    public EntityLink? HolderOf(ArticleText article, SentenceView clause, Trigger told) =>
        told.Type == EventType.Agree && SerialFinder.Find(article.Of(clause.Span))?.StartsWith("paket ", StringComparison.Ordinal) == true
        && article.Body.Contains("sanksi", StringComparison.OrdinalIgnoreCase) ? _union : null;
}
