using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Who is cited: the usual name of an outlet, or its words where it is known by none, and where the article names it.</summary>
public sealed record Origin(string Name, TextSpan Span);

/// <summary>
/// Who says what, and through whom the article knows it.
/// </summary>
/// <param name="Span">The words said: inside the quotation marks for a direct quote, the reported clause for an indirect one.</param>
/// <param name="Direct">True for words in quotation marks.</param>
/// <param name="Speaker">Span of the words beside the statement that stand for the speaker: a name, a pronoun ("nya"), "menteri itu"; null where there are none.</param>
/// <param name="SpeakerName">The speaker's name in full as the article has it, or the body or office; null where nobody is named.</param>
/// <param name="SpeakerEntity">The speaker as an entity, after resolving pronouns and titles within the article.</param>
/// <param name="Verb">The reporting verb ("menegaskan", "menurut") in small letters, without -nya; null where there is none.</param>
/// <param name="Addressee">To whom it was said, in the article's words.</param>
/// <param name="Origins">The chain of those who report it, nearest to the reader first, without the outlet itself.</param>
public sealed record Statement(
    TextSpan Span,
    bool Direct,
    TextSpan? Speaker,
    string? SpeakerName,
    EntityLink? SpeakerEntity,
    string? Verb,
    string? Addressee,
    IReadOnlyList<Origin> Origins)
{
    /// <summary>The names of <see cref="Origins"/>.</summary>
    public IReadOnlyList<string> Via => [.. Origins.Select(origin => origin.Name)];
}

/// <summary>What an article calls a person: "Perdana Menteri" of "GB". <paramref name="Country"/> is alpha-2, <paramref name="Body"/> an organization's key.</summary>
/// <param name="Mismatch">Who held that office on the day of publication by the table of tenures, where it names somebody else; the table may be out of date. A lead for an editor.</param>
public sealed record Role(TextSpan Span, string Person, string? PersonKey, string Office, string? Country, string? Body, string? Mismatch = null);
