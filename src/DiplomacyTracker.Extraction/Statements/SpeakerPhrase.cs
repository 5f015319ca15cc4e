using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>How the words beside a statement stand for its speaker.</summary>
internal enum SpeakerKind
{
    /// <summary>A name, in full or in part.</summary>
    Named,

    /// <summary>"ia", "dia", "-nya", "pihaknya".</summary>
    Pronoun,

    /// <summary>"menteri itu", "diplomat tersebut".</summary>
    Anaphor,

    /// <summary>A body, a state or an office without a name: "Beijing", "juru bicara Kementerian Luar Negeri China".</summary>
    Office,

    /// <summary>"seorang diplomat Eropa", "dua pejabat": nobody is named.</summary>
    Unnamed,
}

/// <summary>The words that stand for a speaker.</summary>
/// <param name="Surface">The words without a name's titles.</param>
/// <param name="Name">The surface as text.</param>
/// <param name="Words">Folded words of the phrase, titles and states among them, the name itself not.</param>
/// <param name="End">The token behind the phrase.</param>
internal sealed record SpeakerPhrase(SpeakerKind Kind, TextSpan Surface, string Name, EntityLink? Link, IReadOnlyList<string> Words, int End);
