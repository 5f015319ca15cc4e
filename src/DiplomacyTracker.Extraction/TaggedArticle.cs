using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction;

/// <summary>All that the extractor finds in one article, each list in the order of the text (headline first).</summary>
/// <param name="WireOrigin">The wire or outlet that the whole article is taken from, where its words say so.</param>
public sealed record TaggedArticle(
    IReadOnlyList<TextSpan> Sentences,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Report> Reports,
    string? WireOrigin);
