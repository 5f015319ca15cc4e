namespace DiplomacyTracker.Extraction.Text;

/// <summary>Some words by a few bits of their hashes (a Bloom filter with one hash): what it does not hold is surely not among them.</summary>
internal sealed class WordHashes
{
    private const int Bits = 1024;

    private readonly ulong[] _marks = new ulong[Bits / 64];

    public static WordHashes Of(List<Token> tokens)
    {
        var hashes = new WordHashes();
        foreach (var token in tokens)
        {
            hashes.Add(token.Word.Hash);
        }
        return hashes;
    }

    public void Add(uint hash) => _marks[hash % Bits / 64] |= 1ul << (int)(hash % 64);

    public bool MayHold(uint hash) => (_marks[hash % Bits / 64] >> (int)(hash % 64) & 1) != 0;

    public bool Meets(WordHashes other)
    {
        ulong both = 0;
        for (var i = 0; i < _marks.Length; i++)
        {
            both |= _marks[i] & other._marks[i];
        }
        return both != 0;
    }
}
