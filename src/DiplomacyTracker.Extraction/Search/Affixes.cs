namespace DiplomacyTracker.Extraction.Search;

/// <summary>The affixes of Indonesian and what may stand behind each: the numbered rules of the confix-stripping stemmer, with their corrections.</summary>
internal static class Affixes
{
    private static readonly string[] Particles = ["lah", "kah", "tah", "pun"];
    private static readonly string[] Possessives = ["nya", "ku", "mu"];
    private static readonly string[] Derivational = ["an", "kan", "i"];

    /// <summary>The word without particle and possessive, most taken off first, at last as it stands.</summary>
    public static IEnumerable<string> WithoutInflection(string word)
    {
        foreach (var particle in Particles)
        {
            if (Ends(word, particle))
            {
                var rest = word[..^particle.Length];
                foreach (var possessive in Possessives)
                {
                    if (Ends(rest, possessive))
                    {
                        yield return rest[..^possessive.Length];
                    }
                }
                yield return rest;
            }
        }
        foreach (var possessive in Possessives)
        {
            if (Ends(word, possessive))
            {
                yield return word[..^possessive.Length];
            }
        }
        yield return word;
    }

    /// <summary>The word without -kan, -an or -i and which of them was taken; at last as it stands.</summary>
    public static IEnumerable<(string Stem, string Suffix)> WithoutDerivation(string word)
    {
        foreach (var suffix in Derivational)
        {
            if (Ends(word, suffix))
            {
                yield return (word[..^suffix.Length], suffix);
            }
        }
        yield return (word, "");
    }

    /// <summary>Pairs of prefix and suffix that no Indonesian word has.</summary>
    public static bool IsImpossible(string prefix, string suffix, string rest) => (prefix, suffix) switch
    {
        ("ber", "i") or ("di", "an") or ("men", "an") or ("ter", "an") or ("se", "i") or ("se", "kan") or ("ke", "kan") => true,
        // "ketahui" stands in "mengetahui" and "diketahui".
        ("ke", "i") => rest != "tahu",
        _ => false,
    };

    /// <summary>Every way to take one prefix off, the likelier first. Nasal prefixes are named "men" and "pen" whatever sound they end in.</summary>
    public static IEnumerable<(string Prefix, string Left)> WithoutPrefix(string word) => (word[0], word[1]) switch
    {
        ('d', 'i') => [("di", word[2..])],
        ('k', 'e') => [("ke", word[2..])],
        ('s', 'e') => [("se", word[2..])],
        ('b', 'e') => Rolling("ber", word),
        ('t', 'e') => Rolling("ter", word),
        ('m', 'e') => Nasal("men", word),
        ('p', 'e') => [.. Rolling("per", word), .. Nasal("pen", word)],
        _ => [],
    };

    // ber-, ter-, per-: the r is lost before a root with r, and before one whose first syllable ends in it ("bekerja", "tepercaya").
    private static IEnumerable<(string, string)> Rolling(string prefix, string word)
    {
        if (word[2] == 'r')
        {
            yield return (prefix, word[3..]);
            if (word.Length > 4)
            {
                yield return (prefix, word[2..]);
            }
        }
        else if (word.EndsWith("lajar", StringComparison.Ordinal) && word.Length == 7)
        {
            yield return (prefix, "ajar");
        }
        else if (word.Length > 5 && !IsVowel(word[2]) && word[3] == 'e' && word[4] == 'r')
        {
            yield return (prefix, word[2..]);
        }
    }

    // me- and pe-: the nasal takes the sound of the root's first letter, and k, p, s, t melt into it.
    private static IEnumerable<(string, string)> Nasal(string prefix, string word)
    {
        var rest = word[2..];
        if (rest.StartsWith("ngg", StringComparison.Ordinal) || rest.StartsWith("ngh", StringComparison.Ordinal) || rest.StartsWith("ngk", StringComparison.Ordinal) || rest.StartsWith("ngq", StringComparison.Ordinal))
        {
            yield return (prefix, rest[2..]);
        }
        else if (rest.StartsWith("ng", StringComparison.Ordinal) && rest.Length > 2)
        {
            yield return (prefix, rest[2..]);
            yield return (prefix, "k" + rest[2..]);
            // Roots of one syllable: "mengesahkan", "mengecek".
            if (rest.Length is > 4 and < 8 && rest[2] == 'e')
            {
                yield return (prefix, rest[3..]);
            }
            yield return (prefix, rest);
        }
        else if (rest.StartsWith("ny", StringComparison.Ordinal) && rest.Length > 2)
        {
            yield return (prefix, "s" + rest[2..]);
            yield return (prefix, rest);
        }
        else if (rest[0] == 'm' && rest.Length > 1)
        {
            if (IsVowel(rest[1]))
            {
                yield return (prefix, rest);
                yield return (prefix, "p" + rest[1..]);
            }
            else
            {
                yield return (prefix, rest[1..]);
            }
        }
        else if (rest[0] == 'n' && rest.Length > 1)
        {
            if (IsVowel(rest[1]))
            {
                yield return (prefix, "t" + rest[1..]);
                yield return (prefix, rest);
            }
            else
            {
                yield return (prefix, rest[1..]);
            }
        }
        else if (prefix == "pen" ? rest[0] != 'r' : rest[0] is 'l' or 'r' or 'w' or 'y')
        {
            // "petani", "pekerja", "pelaut"; "melihat", "merasa", "mewakili", "meyakini".
            yield return (prefix, rest);
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool Ends(string word, string suffix) => word.Length >= suffix.Length + 3 && word.EndsWith(suffix, StringComparison.Ordinal);
}
