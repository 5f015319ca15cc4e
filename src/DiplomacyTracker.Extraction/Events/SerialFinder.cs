using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>
/// The number by which things of a row are known: "paket sanksi ke-19", "putaran ketiga", "Resolusi 2803". Two tellings of things of one kind with
/// different numbers tell two events, and the same number joins tellings that otherwise differ.
/// </summary>
public static partial class SerialFinder
{
    private static readonly string[] Counted =
        ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh", "kesebelas"];

    /// <summary>The first numbered thing of a sentence, as kind and number ("paket 19"); null where it names none.</summary>
    public static string? Find(ReadOnlySpan<char> sentence)
    {
        if (Numbered().Match(sentence.ToString()) is not { Success: true } match)
        {
            return null;
        }
        var kind = match.Groups["kind"].Value.ToLowerInvariant();
        var number = match.Groups["number"] is { Success: true } digits
            ? digits.Value
            : (Array.IndexOf(Counted, match.Groups["word"].Value.ToLowerInvariant()) + 1).ToString(CultureInfo.InvariantCulture);
        return $"{kind} {number}";
    }

    // At most two words stand between the thing and its number ("paket sanksi baru ke-19").
    [GeneratedRegex(
        @"\b(?<kind>paket|putaran|babak|resolusi)(?:\s+\p{L}+){0,2}?\s+(?:(?:ke-?\s?|nomor\s+|no\.?\s*)(?<number>\d{1,4})|(?<=resolusi\s+(?:\p{L}+\s+){0,2})(?<number>\d{4})|(?<word>pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|kesebelas))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
