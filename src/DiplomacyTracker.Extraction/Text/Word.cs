using System.Runtime.CompilerServices;

namespace DiplomacyTracker.Extraction.Text;

/// <summary>
/// A word or sign as it is written, with what every stage asks of it worked out once. Frequent words are kept in a pool of fixed size,
/// so a text costs few allocations and the pool never grows with the number of articles. Thread-safe.
/// </summary>
public sealed class Word
{
    // A newcomer takes the place of the word in its slot.
    private const int PoolSize = 1 << 16;

    private const int LongestPooled = 40;
    private static readonly Word?[] Pool = new Word?[PoolSize];

    private Word(string text)
    {
        Text = text;
        Folded = NormalForm.Fold(text);
        Hash = HashOf(Folded);
        IsWord = char.IsLetterOrDigit(text[0]);
        IsCapitalized = char.IsUpper(text[0]);
        var hasSmall = text.Any(char.IsLower);
        IsAllCaps = text.Length > 1 && IsCapitalized && !hasSmall;
        Shape = ShapeOf(this);
    }

    public string Text { get; }

    /// <summary>The form that is looked up: see <see cref="NormalForm.Fold"/>.</summary>
    public string Folded { get; }

    public bool IsWord { get; }

    public bool IsCapitalized { get; }

    /// <summary>Two letters or more, all of them capitals.</summary>
    public bool IsAllCaps { get; }

    /// <summary>FNV-1a of the folded form.</summary>
    internal uint Hash { get; }

    /// <summary>Capitals, length class and digits: enough to tell names, abbreviations and figures apart.</summary>
    internal uint Shape { get; }

    /// <summary>What the sequence model worked out of the word, kept as long as the word is. Whoever reads it knows its own by reference.</summary>
    internal object? Scores { get; set; }

    /// <summary>The same of the stemmer.</summary>
    internal object? Stem { get; set; }

    /// <summary>The same of the gazetteer.</summary>
    internal object? Names { get; set; }

    internal static Word Of(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPooled)
        {
            return new Word(text.ToString());
        }
        ref var slot = ref Pool[HashOf(text) % PoolSize];
        var pooled = slot;
        if (pooled is null || !text.SequenceEqual(pooled.Text))
        {
            // Two threads may make the same word at once; either will do.
            slot = pooled = new Word(text.ToString());
        }
        return pooled;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619;
        }
        return hash;
    }

    private static uint ShapeOf(Word word)
    {
        var text = word.Text;
        return !word.IsWord ? 100u + text[0]
            : char.IsDigit(text[0]) ? 1u + (uint)Math.Min(text.Length, 5)
            : word.IsAllCaps ? 20u + (uint)Math.Min(text.Length, 6)
            : word.IsCapitalized ? text.Length == 1 ? 30u : text.Skip(1).Any(char.IsUpper) ? 32u : 31u
            : text.Any(char.IsUpper) ? 40u
            : 41u;
    }
}
