using System.Globalization;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A number in figures or in words, and the tokens that it takes.</summary>
internal readonly record struct ReadNumber(decimal Value, int Count);

/// <summary>Reads Indonesian numbers: "2.500", "2,5 miliar", "tiga puluh dua", "selusin".</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Ones = new()
    {
        ["nol"] = 0, ["satu"] = 1, ["dua"] = 2, ["tiga"] = 3, ["empat"] = 4, ["lima"] = 5, ["enam"] = 6, ["tujuh"] = 7, ["delapan"] = 8, ["sembilan"] = 9,
    };

    private static readonly Dictionary<string, decimal> Fixed = new() { ["sepuluh"] = 10, ["sebelas"] = 11, ["selusin"] = 12, ["seratus"] = 100, ["seribu"] = 1000, ["sejuta"] = 1_000_000 };

    private static readonly Dictionary<string, decimal> Scales = new() { ["ribu"] = 1000, ["juta"] = 1_000_000, ["miliar"] = 1_000_000_000, ["triliun"] = 1_000_000_000_000 };

    private static readonly WordSet First = [.. Ones.Keys, .. Fixed.Keys];

    /// <summary>The number that begins at a token; null where none does.</summary>
    public static ReadNumber? Read(List<Token> tokens, int at)
    {
        if (!(char.IsAsciiDigit(tokens[at].Text[0]) || First.Contains(tokens[at].Word)) || (Figures(tokens, at) ?? Words(tokens, at)) is not { } number)
        {
            return null;
        }
        var next = at + number.Count;
        return next < tokens.Count && Scales.TryGetValue(tokens[next].Folded, out var scale) ? new ReadNumber(number.Value * scale, number.Count + 1) : number;
    }

    // A dot parts thousands, a comma begins the decimals.
    private static ReadNumber? Figures(List<Token> tokens, int at)
    {
        if (!IsFigures(tokens[at].Text) || tokens[at].Text.Length > 12)
        {
            return null;
        }
        var (digits, end) = (tokens[at].Text, at + 1);
        while (IsJoined(tokens, end, ".") && tokens[end + 1].Text.Length == 3 && digits.Length < 16)
        {
            (digits, end) = (digits + tokens[end + 1].Text, end + 2);
        }
        if (IsJoined(tokens, end, ",") && tokens[end + 1].Text.Length <= 4)
        {
            (digits, end) = (digits + "." + tokens[end + 1].Text, end + 2);
        }
        return new ReadNumber(decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), end - at);
    }

    private static bool IsJoined(List<Token> tokens, int sign, string text) => sign + 1 < tokens.Count && tokens[sign].Text == text
        && tokens[sign].Start == tokens[sign - 1].End && tokens[sign + 1].Start == tokens[sign].End && IsFigures(tokens[sign + 1].Text);

    private static bool IsFigures(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static ReadNumber? Words(List<Token> tokens, int at)
    {
        var (sum, end) = (0m, at);
        while (end < tokens.Count && Part(tokens, end) is { } part)
        {
            // "dua puluh lima": each part is smaller than the one before it.
            if (end > at && (part.Value >= sum || sum % Power(part.Value) != 0))
            {
                break;
            }
            (sum, end) = (sum + part.Value, end + part.Count);
        }
        return end == at ? null : new ReadNumber(sum, end - at);
    }

    private static decimal Power(decimal value) => value >= 100 ? 1000 : value >= 10 ? 100 : 10;

    private static ReadNumber? Part(List<Token> tokens, int at)
    {
        if (Fixed.TryGetValue(tokens[at].Folded, out var whole))
        {
            return new ReadNumber(whole, 1);
        }
        return !Ones.TryGetValue(tokens[at].Folded, out var one) ? null : at + 1 >= tokens.Count ? new ReadNumber(one, 1) : tokens[at + 1].Folded switch
        {
            "belas" => new ReadNumber(10 + one, 2),
            "puluh" => new ReadNumber(10 * one, 2),
            "ratus" => new ReadNumber(100 * one, 2),
            _ => new ReadNumber(one, 1),
        };
    }
}
