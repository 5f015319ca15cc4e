using System.Numerics;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>
/// The five-word shingles of a text (Broder 1997). Two bodies are one text where most of the shorter one's shingles stand in the longer one, so that a
/// shortened copy is found like a full one. For look-up, every sentence is sampled by one shingle (the least of its hashes) and paired with the
/// three before it and with the first of all, whichever comes first: copies keep the lead, or sentences that stand near each other, with some left out or
/// moved, while a phrase that every outlet uses is no reason to compare two texts.
/// </summary>
internal sealed class Shingles
{
    private const int Words = 5;

    // A sentence with fewer words ("Demikian.", "Baca juga") says nothing about where it comes from.
    private const int FewestWordsOfSample = 8;

    // How many sentences before it a sentence is paired with.
    private const int Paired = 3;

    private const double SameText = 0.5;

    // So short a text must stand in the other nearly whole.
    private const int ShortText = 24;
    private const double SameShortText = 0.8;

    private readonly HashSet<ulong> _all = [];
    private readonly HashSet<long> _samples = [];
    private readonly Queue<ulong> _before = new(Paired);
    private ulong? _lead;

    public Shingles(string text)
    {
        var words = new List<ulong>(32);
        ulong word = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word = (word * 1099511628211) ^ (char.ToLowerInvariant(c) + 1UL);
                continue;
            }
            End(words, ref word);
            if (c is '.' or '!' or '?' or '\n')
            {
                Take(words);
            }
        }
        End(words, ref word);
        Take(words);
        if (_samples.Count == 0 && _before.TryPeek(out var only))
        {
            _samples.Add(unchecked((long)only));
        }
    }

    /// <summary>What is looked up to find texts that may be the same.</summary>
    public IReadOnlyCollection<long> Samples => _samples;

    /// <summary>Whether the shorter of two texts stands mostly in the longer one.</summary>
    public bool IsSameTextAs(Shingles other)
    {
        var (shorter, longer) = _all.Count <= other._all.Count ? (_all, other._all) : (other._all, _all);
        return shorter.Count >= Words
            && shorter.Count(longer.Contains) >= (shorter.Count < ShortText ? SameShortText : SameText) * shorter.Count;
    }

    private static void End(List<ulong> words, ref ulong word)
    {
        if (word != 0)
        {
            words.Add(word);
            word = 0;
        }
    }

    private void Take(List<ulong> words)
    {
        var least = ulong.MaxValue;
        for (var i = 0; i + Words <= words.Count; i++)
        {
            ulong shingle = 14695981039346656037;
            for (var j = 0; j < Words; j++)
            {
                shingle = (BitOperations.RotateLeft(shingle, 13) ^ words[i + j]) * 1099511628211;
            }
            shingle = Mix(shingle);
            _all.Add(shingle);
            least = Math.Min(least, shingle);
        }
        if (words.Count >= FewestWordsOfSample)
        {
            foreach (var before in _before)
            {
                Pair(before, least);
            }
            if (_lead is not { } lead)
            {
                _lead = least;
            }
            else if (!_before.Contains(lead))
            {
                Pair(lead, least);
            }
            if (_before.Count == Paired)
            {
                _before.Dequeue();
            }
            _before.Enqueue(least);
        }
        words.Clear();
    }

    private void Pair(ulong one, ulong other)
    {
        var (low, high) = one < other ? (one, other) : (other, one);
        _samples.Add(unchecked((long)Mix(low ^ BitOperations.RotateLeft(high, 29))));
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
