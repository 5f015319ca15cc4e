using System.Collections;
using System.Runtime.CompilerServices;

namespace DiplomacyTracker.Extraction.Text;

/// <summary>A fixed set of folded words. It says "no" of most words, and of most sentences, from the hashes of words alone.</summary>
[CollectionBuilder(typeof(WordSet), nameof(Of))]
internal sealed class WordSet : IEnumerable<string>
{
    // Of more words than these the hashes say little.
    private const int MostHashed = 100;

    private readonly FrozenSet<string> _words;
    private readonly WordHashes _hashes = new();
    private readonly WordFilter? _filter;

    private WordSet(FrozenSet<string> words)
    {
        _words = words;
        foreach (var word in words)
        {
            _hashes.Add(Word.HashOf(word));
        }
        if (words.Count > MostHashed)
        {
            _filter = new WordFilter();
            foreach (var word in words)
            {
                _filter.Add(Word.HashOf(word));
            }
        }
    }

    public static WordSet Of(ReadOnlySpan<string> words) => new(FrozenSet.Create(StringComparer.Ordinal, words));

    public static WordSet Of(IEnumerable<string> words) => new(words.ToFrozenSet(StringComparer.Ordinal));

    public bool Contains(string folded) => _words.Contains(folded);

    public bool Contains(Word word) => (_filter?.MayHold(word) ?? _hashes.MayHold(word.Hash)) && _words.Contains(word.Folded);

    /// <summary>False where none of the words behind the hashes is in the set; true says nothing.</summary>
    public bool MayMeet(WordHashes hashes) => _hashes.Meets(hashes);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
