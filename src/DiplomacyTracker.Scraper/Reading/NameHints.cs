using System.Collections.Frozen;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What an element probably holds, by the words of its class, id and role.</summary>
[Flags]
internal enum Hint : ushort
{
    None = 0,
    Body = 1 << 0,
    Comment = 1 << 1,
    Related = 1 << 2,
    Share = 1 << 3,
    Navigation = 1 << 4,
    Advert = 1 << 5,
    Signup = 1 << 6,
    Side = 1 << 7,
    Credit = 1 << 8,
    Tags = 1 << 9,
    Hidden = 1 << 10,
    Caption = 1 << 11,
    Date = 1 << 12,
    Author = 1 << 13,
    Photo = 1 << 14,
    Furniture = Comment | Related | Share | Navigation | Advert | Signup | Side | Credit | Tags | Hidden,
}

/// <summary>Reads names such as "article__related-links" or "relatedPosts" word by word against the list of telling words.</summary>
internal static class NameHints
{
    private const int Longest = 240;

    private static readonly FrozenDictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> Words = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static Hint Of(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return Hint.None;
        }
        Span<char> plain = stackalloc char[Longest + 2];
        var length = Normalize(names, plain);
        var hints = Hint.None;
        var previous = -1;
        var start = 0;
        for (var i = 0; i <= length; i++)
        {
            if (i < length && plain[i] is not ('-' or ' '))
            {
                continue;
            }
            if (i > start)
            {
                hints |= Words.TryGetValue(plain[start..i], out var one) ? one : Hint.None;
                hints |= previous >= 0 && Words.TryGetValue(plain[previous..i], out var two) ? two : Hint.None;
            }
            previous = i < length && plain[i] == '-' ? start : -1;
            start = i + 1;
        }
        return hints;
    }

    // Small letters; words of one name joined by single hyphens, names by spaces.
    private static int Normalize(string names, Span<char> plain)
    {
        var length = 0;
        for (var i = 0; i < names.Length && length < Longest; i++)
        {
            var c = names[i];
            if (char.IsAsciiLetter(c))
            {
                if (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(names[i - 1]) && length > 0)
                {
                    plain[length++] = '-';
                }
                plain[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && plain[length - 1] is not ('-' or ' '))
            {
                plain[length++] = char.IsWhiteSpace(c) ? ' ' : '-';
            }
            else if (length > 0 && char.IsWhiteSpace(c))
            {
                plain[length - 1] = ' ';
            }
        }
        return length;
    }

    private static FrozenDictionary<string, Hint> Load()
    {
        var words = new Dictionary<string, Hint>(StringComparer.Ordinal);
        foreach (var (word, hint) in ReadingData.Rows("hints.tsv"))
        {
            words[word] = words.GetValueOrDefault(word) | Enum.Parse<Hint>(hint, ignoreCase: true);
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
