namespace DiplomacyTracker.Extraction.Text;

/// <summary>A word (letters, digits, apostrophes inside) or one other visible sign, with its place in one part of the text.</summary>
public readonly record struct Token(Word Word, int Start, int End)
{
    /// <summary>Null only for a default token, as a search that finds none returns it.</summary>
    public string Text => Word?.Text!;

    public string Folded => Word.Folded;

    public bool IsWord => Word.IsWord;

    public bool IsCapitalized => Word.IsCapitalized;

    /// <summary>Two letters or more, all of them capitals.</summary>
    public bool IsAllCaps => Word.IsAllCaps;
}
