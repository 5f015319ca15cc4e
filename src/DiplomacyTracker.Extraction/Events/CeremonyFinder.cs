using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Whether a sentence tells of a ceremony. Those who attend one may meet apart from it on the same day in the same city.</summary>
public static class CeremonyFinder
{
    private static readonly WordSet Words = ["parade", "upacara", "peringatan", "pemakaman", "pelantikan", "penobatan", "defile"];

    /// <summary>True where a word of the sentence names one.</summary>
    public static bool IsIn(string sentence) => Tokenizer.Tokenize(sentence).Exists(token => Words.Contains(token.Folded));
}
