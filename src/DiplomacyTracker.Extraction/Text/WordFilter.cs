namespace DiplomacyTracker.Extraction.Text;

/// <summary>
/// Some words by one bit of their hashes each (a Bloom filter with one hash): says at a glance of most words that they are not among them; of the others whatever it stands
/// for has to be asked.
/// </summary>
/// <param name="bits">A power of two; <see cref="OfSentences"/> where filters are held against one another.</param>
internal sealed class WordFilter(int bits = WordFilter.OfTables)
{
    public const int OfTables = 1 << 16;
    public const int OfSentences = 1 << 10;

    private readonly ulong[] _marks = new ulong[bits / 64];

    public static WordFilter Of(List<Token> tokens)
    {
        var filter = new WordFilter(OfSentences);
        foreach (var token in tokens)
        {
            filter.Add(token.Word.Hash);
        }
        return filter;
    }

    public void Add(Word word) => Add(word.Hash);

    public void Add(uint hash) => _marks[PlaceOf(hash)] |= 1ul << (int)(hash % 64);

    public bool MayHold(Word word) => (_marks[PlaceOf(word.Hash)] >> (int)(word.Hash % 64) & 1) != 0;

    /// <summary>False where surely no word is in both, which must be of one size.</summary>
    public bool MayMeet(WordFilter other)
    {
        ulong both = 0;
        for (var i = 0; i < _marks.Length; i++)
        {
            both |= _marks[i] & other._marks[i];
        }
        return both != 0;
    }

    private uint PlaceOf(uint hash) => (hash & (uint)(bits - 1)) / 64;
}
