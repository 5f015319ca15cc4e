namespace DiplomacyTracker.Extraction.Text;

/// <summary>Says at a glance of most words that a larger table does not hold them; of the others the table itself has to be asked.</summary>
internal sealed class WordFilter
{
    private const int Bits = 1 << 16;

    private readonly ulong[] _marks = new ulong[Bits / 64];

    public void Add(Word word) => Add(word.Hash);

    public void Add(uint hash) => _marks[hash % Bits / 64] |= 1ul << (int)(hash % 64);

    public bool MayHold(Word word) => (_marks[word.Hash % Bits / 64] >> (int)(word.Hash % 64) & 1) != 0;
}
