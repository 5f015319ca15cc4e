namespace DiplomacyTracker.Extraction.Text;

/// <summary>A word (letters, digits, apostrophes inside) or one other visible sign, with its place in one part of the text.</summary>
public readonly record struct Token(string Text, int Start, int End)
{
    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool IsCapitalized => char.IsUpper(Text[0]);

    /// <summary>Two letters or more, all of them capitals.</summary>
    public bool IsAllCaps => Text.Length > 1 && IsCapitalized && !Text.Any(char.IsLower);
}
