using System.Runtime.CompilerServices;

namespace DiplomacyTracker.Extraction.Text;

/// <summary>
/// A word or sign as it is written, with what every stage asks of it worked out once. Frequent words are kept in a pool of fixed size,
/// so a text costs few allocations and the pool never grows with the number of articles. Thread-safe.
/// </summary>
public sealed class Word
{
    /// <summary>How many words the pool keeps; a newcomer takes the place of the word in its slot.</summary>
    internal const int PoolSize = 1 << 16;

    private const int LongestPooled = 40;
    private static readonly Word?[] Pool = new Word?[PoolSize];

    private Word(string text, int slot)
    {
        Text = text;
        Folded = NormalForm.Fold(text);
        Slot = slot;
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

    /// <summary>The word's place in the pool; words that share one are told apart by reference.</summary>
    internal int Slot { get; }

    internal static Word Of(ReadOnlySpan<char> text)
    {
        var slot = (int)(HashOf(text) % PoolSize);
        if (text.Length > LongestPooled)
        {
            return new Word(text.ToString(), slot);
        }
        var pooled = Pool[slot];
        if (pooled is null || !text.SequenceEqual(pooled.Text))
        {
            // Two threads may make the same word at once; either will do.
            Pool[slot] = pooled = new Word(text.ToString(), slot);
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
