using System.Collections;
using System.Runtime.CompilerServices;

namespace DiplomacyTracker.Extraction.Text;

/// <summary>A fixed set of folded words. It says "no" of most words, and of most sentences, from the hashes of words alone.</summary>
[CollectionBuilder(typeof(WordSet), nameof(Of))]
internal sealed class WordSet : IEnumerable<string>
{
    // Of more words than these a small filter says little.
    private const int MostInSmall = 100;

    private readonly FrozenSet<string> _words;
    private readonly WordFilter _filter;
    private readonly WordFilter _small;

    private WordSet(FrozenSet<string> words)
    {
        _words = words;
        _small = new WordFilter(WordFilter.OfSentences);
        _filter = words.Count > MostInSmall ? new WordFilter() : _small;
        foreach (var hash in words.Select(word => Word.HashOf(word)))
        {
            _small.Add(hash);
            _filter.Add(hash);
        }
    }

    public static WordSet Of(ReadOnlySpan<string> words) => new(FrozenSet.Create(StringComparer.Ordinal, words));

    public static WordSet Of(IEnumerable<string> words) => new(words.ToFrozenSet(StringComparer.Ordinal));

    public bool Contains(string folded) => _words.Contains(folded);

    public bool Contains(Word word) => _filter.MayHold(word) && _words.Contains(word.Folded);

    /// <summary>False where none of a sentence's words is in the set; true says nothing.</summary>
    public bool MayMeet(WordFilter sentence) => _small.MayMeet(sentence);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
