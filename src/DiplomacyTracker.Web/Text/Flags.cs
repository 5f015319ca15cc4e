namespace DiplomacyTracker.Web.Text;

/// <summary>A country's flag as the emoji that its code spells.</summary>
public static class Flags
{
    /// <summary>Empty where the text is no two-letter code.</summary>
    public static string Of(string? code) =>
        code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? string.Concat(Letter(code[0]), Letter(code[1])) : "";

    private static string Letter(char c) => char.ConvertFromUtf32(0x1F1E6 + (c - 'A'));
}
