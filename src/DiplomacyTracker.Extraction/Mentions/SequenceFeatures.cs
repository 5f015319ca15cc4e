using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>What the sequence model sees of a token: its word, affixes and shape, its neighbours, and what the gazetteer knows. Each is a hash.</summary>
internal static class SequenceFeatures
{
    public const int PerToken = 27;

    /// <summary>Fills <paramref name="features"/> with the feature hashes of token <paramref name="i"/>, modulo <paramref name="size"/>.</summary>
    public static void Fill(List<Token> tokens, string[] folded, byte[] known, int i, int size, Span<int> features)
    {
        var word = folded[i];
        var (before, after) = (At(folded, i - 1), At(folded, i + 1));
        var (shape, shapeBefore, shapeAfter) = (Shape(tokens, i), Shape(tokens, i - 1), Shape(tokens, i + 1));
        var n = 0;
        void Put(Span<int> target, int kind, uint hash) => target[n++] = (int)(Mix((uint)kind, hash) % (uint)size);
        Put(features, 1, Hash(word));
        Put(features, 2, Hash(before));
        Put(features, 3, Hash(after));
        Put(features, 4, Hash(At(folded, i - 2)));
        Put(features, 5, Hash(At(folded, i + 2)));
        Put(features, 6, Hash(Head(word, 3)));
        Put(features, 7, Hash(Tail(word, 3)));
        Put(features, 8, Hash(Head(word, 2)));
        Put(features, 9, Hash(Tail(word, 2)));
        Put(features, 10, Hash(Tail(word, 4)));
        Put(features, 11, shape);
        Put(features, 12, Mix(shape, shapeBefore));
        Put(features, 13, Mix(shape, shapeAfter));
        Put(features, 14, Mix(Hash(before), shape));
        Put(features, 15, Mix(Hash(after), shape));
        Put(features, 16, Mix(Hash(before), Hash(word)));
        Put(features, 17, Mix(Hash(word), Hash(after)));
        Put(features, 18, known[i]);
        Put(features, 19, Mix(known[i], shape));
        Put(features, 20, Mix(At(known, i - 1), known[i]));
        Put(features, 21, Mix(known[i], At(known, i + 1)));
        Put(features, 22, Mix(Hash(before), known[i]));
        Put(features, 23, Mix(Mix(shapeBefore, shape), shapeAfter));
        Put(features, 24, Mix(Hash(At(folded, i - 2)), Hash(before)));
        Put(features, 25, Mix(Shape(tokens, i - 2), Mix(shapeBefore, shape)));
        Put(features, 26, i == 0 ? 1u : 0u);
        Put(features, 0, 0);
    }

    private static string At(string[] words, int i) => i < 0 ? "<s>" : i >= words.Length ? "</s>" : words[i];

    private static uint At(byte[] known, int i) => i < 0 || i >= known.Length ? 255u : known[i];

    private static string Head(string word, int length) => word.Length <= length ? word : word[..length];

    private static string Tail(string word, int length) => word.Length <= length ? word : word[^length..];

    // Capitals, length class and digits: enough to tell names, abbreviations and figures apart.
    private static uint Shape(List<Token> tokens, int i)
    {
        if (i < 0 || i >= tokens.Count)
        {
            return 0;
        }
        var text = tokens[i].Text;
        if (!char.IsLetterOrDigit(text[0]))
        {
            return 100u + text[0];
        }
        return char.IsDigit(text[0]) ? 1u + (uint)Math.Min(text.Length, 5)
            : tokens[i].IsAllCaps ? 20u + (uint)Math.Min(text.Length, 6)
            : tokens[i].IsCapitalized ? (text.Length == 1 ? 30u : 31u)
            : text.Any(char.IsUpper) ? 40u
            : 41u;
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619;
        }
        return hash;
    }

    private static uint Mix(uint a, uint b)
    {
        var x = (a * 0x9E3779B1) ^ (b + 0x7F4A7C15 + (a << 6) + (a >> 2));
        x ^= x >> 16;
        x *= 0x85EBCA6B;
        return x ^ (x >> 13);
    }
}
