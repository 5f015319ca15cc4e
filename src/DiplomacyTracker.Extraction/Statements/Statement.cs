using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>
/// Who says what, and through whom the article knows it.
/// </summary>
/// <param name="Span">The words said: inside the quotation marks for a direct quote, the reported clause for an indirect one.</param>
/// <param name="Direct">True for words in quotation marks.</param>
/// <param name="Speaker">Span of the words that name the speaker; null where the article names none.</param>
/// <param name="SpeakerEntity">The speaker as an entity, after resolving pronouns and titles within the article.</param>
/// <param name="Verb">The reporting verb or phrase ("menegaskan", "menurut").</param>
/// <param name="Via">The chain of those who report it, nearest to the reader first, without the outlet itself ("AFP", "Politico").</param>
public sealed record Statement(
    TextSpan Span,
    bool Direct,
    TextSpan? Speaker,
    EntityLink? SpeakerEntity,
    string? Verb,
    IReadOnlyList<string> Via);

/// <summary>What an article calls a person: "Perdana Menteri" of "GB". <paramref name="Country"/> is alpha-2, <paramref name="Body"/> an organization's key.</summary>
public sealed record Role(TextSpan Span, string Person, string? PersonKey, string Office, string? Country, string? Body);
