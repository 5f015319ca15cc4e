using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Search;

/// <summary>
/// Takes Indonesian affixes off a word until a root of the list is left: confix stripping by Nazief and Adriani (1996) as published by Adriani, Asian,
/// Nazief, Tahaghoghi and Williams (2007), with Asian's corrections (2007) and the enhanced rules of Arifin, Mahendra and Ciptaningtyas (2009).
/// A word that leads to no root stays as it is. One word takes a bounded number of steps, whatever its letters.
/// </summary>
/// <remarks>
/// The published algorithm strips first and restores suffixes where that failed. Here the same steps are a search that tries the suffixes in the
/// published order and goes back by itself, so that restoring needs no rules of its own.
/// </remarks>
public sealed class Stemmer
{
    private const int ShortestWord = 4;
    private const int LongestWord = 40;
    private const int MostPrefixes = 3;

    private readonly HashSet<string> _roots;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="roots">Roots in small letters.</param>
    public Stemmer(IEnumerable<string> roots)
    {
        _roots = new HashSet<string>(roots, StringComparer.Ordinal);
        _lookup = _roots.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The stemmer over the roots of this project.</summary>
    public static Stemmer Default { get; } = new(WordList.Words("search/roots.txt"));

    /// <summary>Whether the word, in small letters, is itself a root.</summary>
    public bool IsRoot(string word) => _roots.Contains(word);

    internal bool IsRoot(Word word) => KnownOf(word).IsRoot;

    /// <summary>Whether the word is a root or made of one.</summary>
    internal bool HasRoot(Word word) => KnownOf(word).HasRoot;

    /// <summary>The stem of a pooled word, which is worked out once.</summary>
    internal string Stem(Word word) => KnownOf(word).Stem;

    /// <summary>The stem in small letters: a root, or the folded word itself where there is none.</summary>
    public string Stem(string word)
    {
        var folded = NormalForm.Fold(word);
        if (folded.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen < folded.Length - 1)
        {
            return OfRepeated(folded, folded[..hyphen], folded[(hyphen + 1)..]);
        }
        return RootOf(folded) ?? folded;
    }

    private Known KnownOf(Word word)
    {
        if (word.Stem is not Known known || !ReferenceEquals(known.Stemmer, this))
        {
            var stem = Stem(word.Folded);
            word.Stem = known = new Known(this, stem, IsRoot(word.Folded), IsRoot(stem));
        }
        return known;
    }

    // "negara-negara", "tembak-menembak" and "kehati-hatian" are one word said twice; "lalu-lintas" is not.
    private string OfRepeated(string whole, string first, string second)
    {
        var (left, right) = (RootOf(first) ?? first, RootOf(second) ?? second);
        return left == right ? left
            : left.EndsWith(right, StringComparison.Ordinal) && RootOf(first) is null ? right
            : _roots.Contains(whole) ? whole
            : RootOf(first + second) ?? whole;
    }

    private string? RootOf(string word)
    {
        if (word.Length < ShortestWord || word.Length > LongestWord || _roots.Contains(word))
        {
            return _roots.Contains(word) ? word : null;
        }
        var isPrefixFirst = PrefixFirst(word);
        return (isPrefixFirst ? WithoutPrefixes(word, "", MostPrefixes, null) : null) ?? WithoutSuffixes(word);
    }

    // Asian's rule precedence: such words lose the prefix before the suffix ("menguasai", "berjalan").
    private static bool PrefixFirst(string word) =>
        (word.StartsWith("be", StringComparison.Ordinal) && (word.EndsWith("lah", StringComparison.Ordinal) || word.EndsWith("an", StringComparison.Ordinal)))
        || (word.EndsWith('i') && (word.StartsWith("me", StringComparison.Ordinal) || word.StartsWith("di", StringComparison.Ordinal)
            || word.StartsWith("pe", StringComparison.Ordinal) || word.StartsWith("te", StringComparison.Ordinal)));

    private string? WithoutSuffixes(string word)
    {
        foreach (var inflected in Affixes.WithoutInflection(word))
        {
            foreach (var (stem, suffix) in Affixes.WithoutDerivation(inflected))
            {
                if (_lookup.TryGetValue(stem, out var root) || (root = WithoutPrefixes(stem.ToString(), suffix, MostPrefixes, null)) is not null)
                {
                    return root;
                }
            }
        }
        return null;
    }

    private string? WithoutPrefixes(string word, string suffix, int left, string? former)
    {
        if (left == 0 || word.Length < ShortestWord)
        {
            return null;
        }
        foreach (var (prefix, rest) in Affixes.WithoutPrefix(word))
        {
            // One prefix does not stand twice, and some go with no such suffix.
            if (prefix == former || rest.Length < 3 || (former is null && Affixes.IsImpossible(prefix, suffix, rest)))
            {
                continue;
            }
            if (_roots.Contains(rest))
            {
                return rest;
            }
            if (WithoutPrefixes(rest, suffix, left - 1, prefix) is { } root)
            {
                return root;
            }
        }
        return null;
    }

    private sealed record Known(Stemmer Stemmer, string Stem, bool IsRoot, bool HasRoot);
}
