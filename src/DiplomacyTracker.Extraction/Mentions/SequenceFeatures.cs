using System.Numerics;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Which features of more than one word: a word takes part in, or only shapes, gazetteer and lexicon.</summary>
[Flags]
internal enum FeatureKinds
{
    OfWords = 1,
    OfContext = 2,
    All = OfWords | OfContext,
}

/// <summary>
/// What the sequence model sees of a token, as hashes: its word, affixes and shape, the words around it, which of them are ordinary words of the language,
/// what gazetteer and lexicon know, and the run of capitalised words that it stands in. Features of one word alone are apart from those of words together,
/// so that their scores can be kept with the word.
/// </summary>
internal static class SequenceFeatures
{
    /// <summary>How far words alone are looked at: from two behind (+2) to three before (-3).</summary>
    public const int Positions = 6;

    public const int MostAlone = 24;
    public const int MostTogether = 34;

    private const int LongestRun = 6;
    private const uint NoWord = 12345;

    /// <summary>The features that word <paramref name="word"/> gives to the token <paramref name="position"/> - 2 places on; null stands for the text's edge.</summary>
    public static int Alone(Word? word, uint lists, int position, Span<uint> features)
    {
        var n = 0;
        var hash = word?.Hash ?? NoWord;
        var shape = word?.Shape ?? 0;
        var folded = (word?.Folded ?? "").AsSpan();
        var ordinary = Mix(Ordinary(word), shape);
        switch (position)
        {
            case 2:
                Put(features, ref n, 0, 0);
                Put(features, ref n, 1, hash);
                for (var length = 1u; length <= 4; length++)
                {
                    Put(features, ref n, 5 + length, Head(folded, (int)length));
                    Put(features, ref n, 9 + length, Tail(folded, (int)length));
                }
                Put(features, ref n, 14, shape);
                Put(features, ref n, 38, lists);
                Put(features, ref n, 45, Mix(lists, shape));
                for (var list = 0; list < 8; list++)
                {
                    if ((lists >> list & 1) != 0)
                    {
                        Put(features, ref n, 46, (uint)list);
                    }
                }
                Put(features, ref n, 52, Ordinary(word));
                Put(features, ref n, 53, ordinary);
                break;
            case 1:
                Put(features, ref n, 3, hash);
                Put(features, ref n, 33, Tail(folded, 3));
                Put(features, ref n, 34, Head(folded, 3));
                Put(features, ref n, 54, ordinary);
                Put(features, ref n, 55, lists);
                break;
            case 3:
                Put(features, ref n, 2, hash);
                Put(features, ref n, 32, Tail(folded, 3));
                Put(features, ref n, 56, ordinary);
                Put(features, ref n, 57, lists);
                Put(features, ref n, 58, Head(folded, 3));
                break;
            case 0:
                Put(features, ref n, 5, hash);
                Put(features, ref n, 47, shape);
                break;
            case 4:
                Put(features, ref n, 4, hash);
                Put(features, ref n, 59, ordinary);
                break;
            default:
                Put(features, ref n, 48, hash);
                break;
        }
        return n;
    }

    /// <summary>
    /// The features of token <paramref name="i"/> that take more than one word, or more than words: those that words take part in, and those of nothing but
    /// shapes and lists, of which few are ever seen.
    /// </summary>
    public static int Together(SentenceTokens sentence, ReadOnlySpan<byte> known, ReadOnlySpan<uint> lists, ReadOnlySpan<uint> phrases, int i, FeatureKinds kinds, Span<uint> features)
    {
        var tokens = sentence.Tokens;
        var n = 0;
        var (ofWords, ofContext) = ((kinds & FeatureKinds.OfWords) != 0, (kinds & FeatureKinds.OfContext) != 0);
        var (word, before, after, before2, after2) = (Hash(tokens, i), Hash(tokens, i - 1), Hash(tokens, i + 1), Hash(tokens, i - 2), Hash(tokens, i + 2));
        var (shape, shapeBefore, shapeAfter) = (Shape(tokens, i), Shape(tokens, i - 1), Shape(tokens, i + 1));
        var (kind, kindBefore, kindAfter) = (known[i], At(known, i - 1), At(known, i + 1));
        // In the order in which the model learned them: another order trains another model.
        if (ofContext)
        {
            Put(features, ref n, 15, Mix(shape, shapeBefore));
            Put(features, ref n, 16, Mix(shape, shapeAfter));
            Put(features, ref n, 17, Mix(Mix(shapeBefore, shape), shapeAfter));
            Put(features, ref n, 18, Mix(Shape(tokens, i - 2), Mix(shapeBefore, shape)));
        }
        if (ofWords)
        {
            Put(features, ref n, 19, Mix(before, shape));
            Put(features, ref n, 20, Mix(after, shape));
            Put(features, ref n, 21, Mix(before, word));
            Put(features, ref n, 22, Mix(word, after));
        }
        if (ofContext)
        {
            Put(features, ref n, 23, kind);
            Put(features, ref n, 24, Mix(kind, shape));
            Put(features, ref n, 25, Mix(kindBefore, kind));
            Put(features, ref n, 26, Mix(kind, kindAfter));
        }
        if (ofWords)
        {
            Put(features, ref n, 27, Mix(before, kind));
            Put(features, ref n, 28, Mix(before2, before));
        }
        if (ofContext)
        {
            Put(features, ref n, 29, i == 0 ? 1u : 0u);
        }
        if (ofWords)
        {
            Put(features, ref n, 30, Mix(Mix(before, shape), shapeAfter));
            Put(features, ref n, 31, Mix(Mix(after, shape), shapeBefore));
        }
        if (ofContext)
        {
            Put(features, ref n, 39, Mix(lists[i], At(lists, i + 1)));
            Put(features, ref n, 40, Mix(At(lists, i - 1), lists[i]));
        }
        if (ofWords)
        {
            Put(features, ref n, 41, Mix(after, after2));
        }
        if (ofContext)
        {
            Put(features, ref n, 49, phrases[i]);
            Put(features, ref n, 50, Mix(phrases[i], shape));
            Put(features, ref n, 51, Mix(At(phrases, i - 1), At(phrases, i + 1)));
        }
        if (ofWords && tokens[i].IsCapitalized)
        {
            PutRun(tokens, lists, i, features, ref n);
        }
        return n;
    }

    /// <summary>One number for what the features of nothing but shapes and lists look at in each token, the edges before and behind among them.</summary>
    public static void FillContexts(List<Token> tokens, ReadOnlySpan<byte> known, ReadOnlySpan<uint> lists, ReadOnlySpan<uint> phrases, Span<ulong> contexts)
    {
        for (var i = -1; i <= tokens.Count; i++)
        {
            var part = Shape(tokens, i) | ((ulong)At(known, i) << 24) | ((ulong)At(lists, i) << 32);
            var mixed = (part ^ (At(phrases, i) * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
            contexts[i + 1] = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
        }
    }

    /// <summary>The same for a token with those around it that its features look at. Of 64 bits: two contexts of one number, which nobody has seen, would share their scores.</summary>
    public static ulong ContextOf(List<Token> tokens, ReadOnlySpan<ulong> contexts, int i)
    {
        var mixed = (contexts[i] * 3) + BitOperations.RotateLeft(contexts[i + 1], 21) + BitOperations.RotateLeft(contexts[i + 2], 43) + (Shape(tokens, i - 2) * 0x9E3779B97F4A7C15);
        // Odd, and so never that of a place where nothing is kept yet.
        return ((mixed ^ (mixed >> 29)) * 0xD6E8FEB86659FD93) | 1;
    }

    // The words just outside the run of capitalised words, and its first and last word; what the lists say of them names runs that were never seen.
    private static void PutRun(List<Token> tokens, ReadOnlySpan<uint> lists, int i, Span<uint> features, ref int n)
    {
        var (first, last) = (i - 1, i + 1);
        while (first >= 0 && tokens[first].IsCapitalized && i - first < LongestRun)
        {
            first--;
        }
        while (last < tokens.Count && tokens[last].IsCapitalized && last - i < LongestRun)
        {
            last++;
        }
        Put(features, ref n, 35, Hash(tokens, first));
        Put(features, ref n, 36, Hash(tokens, last));
        Put(features, ref n, 37, Mix((uint)(i - first), (uint)(last - i)));
        Put(features, ref n, 42, Hash(tokens, first + 1));
        Put(features, ref n, 43, Hash(tokens, last - 1));
        Put(features, ref n, 44, Mix(Hash(tokens, first - 1), Hash(tokens, first)));
        Put(features, ref n, 60, At(lists, first + 1));
        Put(features, ref n, 61, At(lists, last - 1));
        Put(features, ref n, 62, At(lists, first));
        Put(features, ref n, 63, Mix(At(lists, first + 1), (uint)(i - first)));
    }

    // A word with a root of the language begins a sentence with a capital more often than it names anybody; a few thousand sentences show the fewest of them.
    private static uint Ordinary(Word? word) => word is not { IsWord: true } ? 2u : SearchWords.IsStop(word) || Stemmer.Default.HasRoot(word) ? 1u : 0u;

    private static void Put(Span<uint> features, ref int n, uint kind, uint value) => features[n++] = Mix(kind, value);

    private static uint Hash(List<Token> tokens, int i) => i < 0 ? NoWord - 1 : i >= tokens.Count ? NoWord : tokens[i].Word.Hash;

    private static uint Shape(List<Token> tokens, int i) => i < 0 || i >= tokens.Count ? 0 : tokens[i].Word.Shape;

    private static uint At(ReadOnlySpan<byte> values, int i) => i < 0 || i >= values.Length ? 255u : values[i];

    private static uint At(ReadOnlySpan<uint> values, int i) => i < 0 || i >= values.Length ? 0u : values[i];

    private static uint Head(ReadOnlySpan<char> word, int length) => Word.HashOf(word.Length <= length ? word : word[..length]);

    private static uint Tail(ReadOnlySpan<char> word, int length) => Word.HashOf(word.Length <= length ? word : word[^length..]);

    private static uint Mix(uint a, uint b)
    {
        var x = (a * 0x9E3779B1) ^ (b + 0x7F4A7C15 + (a << 6) + (a >> 2));
        x ^= x >> 16;
        x *= 0x85EBCA6B;
        return x ^ (x >> 13);
    }
}
