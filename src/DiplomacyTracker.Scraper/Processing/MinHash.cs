using System.Numerics;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>
/// MinHash signature of a text's five-word shingles (Broder 1997): the share of equal places in two signatures estimates how much of the texts is
/// common. Banded for look-up (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3): 32 bands of 2 find nearly every pair above 0.4.
/// </summary>
internal static class MinHash
{
    public const int Bands = 32;
    private const int Rows = 2;
    private const int Size = Bands * Rows;
    private const int ShingleWords = 5;

    /// <summary>Null where the text has fewer words than one shingle.</summary>
    public static uint[]? Signature(string text)
    {
        var words = WordHashes(text);
        if (words.Count < ShingleWords)
        {
            return null;
        }
        var signature = new uint[Size];
        Array.Fill(signature, uint.MaxValue);
        for (var i = 0; i + ShingleWords <= words.Count; i++)
        {
            ulong shingle = 14695981039346656037;
            for (var j = 0; j < ShingleWords; j++)
            {
                shingle = (BitOperations.RotateLeft(shingle, 13) ^ words[i + j]) * 1099511628211;
            }
            for (var k = 0; k < Size; k++)
            {
                signature[k] = Math.Min(signature[k], (uint)(Mix(shingle + ((ulong)k * 0x9E3779B97F4A7C15)) >> 32));
            }
        }
        return signature;
    }

    public static double Similarity(uint[] a, uint[] b)
    {
        var same = 0;
        for (var k = 0; k < Size; k++)
        {
            same += a[k] == b[k] ? 1 : 0;
        }
        return same / (double)Size;
    }

    public static IEnumerable<(short Band, long Hash)> BandHashes(uint[] signature)
    {
        for (short band = 0; band < Bands; band++)
        {
            ulong hash = 14695981039346656037;
            for (var row = 0; row < Rows; row++)
            {
                hash = Mix(hash ^ signature[(band * Rows) + row]);
            }
            yield return (band, unchecked((long)hash));
        }
    }

    private static List<ulong> WordHashes(string text)
    {
        var hashes = new List<ulong>(text.Length / 6);
        ulong word = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word = (word * 1099511628211) ^ (char.ToLowerInvariant(c) + 1UL);
            }
            else if (word != 0)
            {
                hashes.Add(word);
                word = 0;
            }
        }
        if (word != 0)
        {
            hashes.Add(word);
        }
        return hashes;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
