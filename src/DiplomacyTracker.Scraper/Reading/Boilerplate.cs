using System.Globalization;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Lines that outlets put between the words of an article: links to other articles, advertisements, credits.</summary>
internal static partial class Boilerplate
{
    private const int LongestUsual = 200;
    private const int LongestOfAll = 400;
    private const int ShortestTail = 20;

    // By first letter, the longer beginning first, so that a line meets few of them.
    private static readonly ILookup<char, (string Start, string Reason, int Longest)> Starts = ReadingData.Rows("boilerplate.tsv")
        .Select(row => (row.Word, Parts: row.Meaning.Split('\t')))
        .Select(row => (Start: row.Word, Reason: row.Parts[0], Longest: row.Parts.Length > 1 ? int.Parse(row.Parts[1], CultureInfo.InvariantCulture) : LongestUsual))
        .OrderByDescending(row => row.Start.Length)
        .ToLookup(row => row.Start[0]);

    // Rows that begin with an ellipsis hold anywhere in a line.
    private static readonly (string Words, string Reason, int Longest)[] Anywhere =
        [.. Starts['…'].Select(row => (row.Start[1..], row.Reason, row.Longest))];

    /// <summary>Why the line is no part of the article; null where it is.</summary>
    public static string? ReasonFor(string line)
    {
        if (line.Length is > LongestOfAll or 0)
        {
            return null;
        }
        // "(Baca juga: …)", "> Baca juga", "** Simak video"
        var plain = line.AsSpan().TrimStart("([*>»→-–•▶ \"“");
        foreach (var (start, reason, longest) in plain.IsEmpty ? [] : Starts[char.ToLowerInvariant(plain[0])])
        {
            if (line.Length <= longest && plain.StartsWith(start, StringComparison.OrdinalIgnoreCase) && EndsWord(plain, start))
            {
                return reason;
            }
        }
        foreach (var (words, reason, longest) in Anywhere)
        {
            if (line.Length <= longest && line.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return reason;
            }
        }
        return line.Length > LongestUsual ? null
            : line[0] is '(' or '[' && Initials().IsMatch(line) ? "initials"
            : char.IsAsciiDigit(line[0]) && PageNumber().IsMatch(line) ? "paging"
            : char.IsAsciiDigit(line[0]) && Clock().IsMatch(line) ? "stamp"
            : OutletLine().IsMatch(line) ? "self-promotion"
            : null;
    }

    /// <summary>Where a pointer to another article begins that hangs at the end of a paragraph; -1 where none does.</summary>
    public static int TailOf(string line)
    {
        if (line.Length < ShortestTail * 2 || Tail().Match(line) is not { Success: true } tail || tail.Index == 0)
        {
            return -1;
        }
        return tail.Index;
    }

    private static bool EndsWord(ReadOnlySpan<char> line, string start) => line.Length == start.Length || !char.IsLetter(start[^1]) || !char.IsLetter(line[start.Length]);

    // "(fbr/wes)", "(*)", "[tar]", "(OL-1)"
    [GeneratedRegex(@"^[([](?:[a-z]{2,5}(?:[/-][a-z]{2,8}){0,3}|\*+|[A-Z]{1,3}-\d{1,2}|[A-Z]{2,4}(?:/[A-Z]{2,4})?)[)\]]$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"[\s(\[]*\b(?:[Bb]aca|BACA|[Ll]ihat|LIHAT|[Ss]imak|SIMAK)\s+(?:[Jj]uga|JUGA|[Pp]ula)\s*:[^.]{10,160}$", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\d{1,2}\s*(?:dari|of)\s*\d{1,2}(?:\s+halaman)?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    // "14.05 WIB", "2:05 p.m. ET": the stamps of a live report.
    [GeneratedRegex(@"^\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|Uhr))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:Simak|Ikuti|Dapatkan|Baca|Temukan)\b.{0,120}\b(?:di|melalui|lewat|hanya di)\b.{0,80}\b\w+\.(?:co\.id|com|id|net)\.?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex OutletLine();
}
