using System.Text.Json;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`explain origins` and `explain quotes`: whom a text cites, and whether two quotations render one.</summary>
internal static class ExplainStatements
{
    public static Func<JsonElement, object> Origins()
    {
        var tagger = new ArticleTagger(KnowledgeBase.Default);
        return row =>
        {
            var article = new ArticleText(null, Rows.Required(row, "text"), [], null, Rows.Optional(row, "source"));
            var chains = tagger.Cited(article);
            return new
            {
                id = Rows.Any(row, "id"),
                chain = chains.Select(origin => article.Of(origin.Span)),
                names = chains.Select(origin => origin.Name),
            };
        };
    }

    public static object Quotes(JsonElement row)
    {
        var (a, b) = (Rows.Required(row, "a"), Rows.Required(row, "b"));
        return new { id = Rows.Any(row, "id"), same = QuoteGrouper.IsSame(a, b), likeness = Math.Round(QuoteGrouper.Likeness(a, b), 3) };
    }
}
