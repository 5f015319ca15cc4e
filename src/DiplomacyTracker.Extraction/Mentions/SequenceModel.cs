using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>How a text was labelled that the model learned from, and so how it reads a text: as news, or as works of reference.</summary>
internal enum Register
{
    News,
    Reference,
}

/// <summary>
/// A linear-chain conditional random field (Lafferty et al. 2001) over BIO tags of person, organization and location with hashed features and one set of
/// weights a register, trained by <see cref="SequenceTrainer"/> and decoded by Viterbi. Weights are signed bytes. Thread-safe.
/// </summary>
internal sealed class SequenceModel
{
    public const int Tags = 7;
    public const int Outside = 0;
    public const int TableBits = 19;

    /// <summary>Tokens of a sentence whose scores have room on the stack.</summary>
    public const int LongestOnStack = 256;

    private const int Registers = 2;
    private const int LookBack = 3;
    private const int LookAhead = 2;
    private const int KeptContexts = 1 << 15;
    private readonly WeightTable[] _weights;
    private readonly sbyte[][] _transitions;
    private readonly Vector256<int>[][] _steps;
    private readonly NameLexicon _lexicon = NameLexicon.Default;
    private readonly ContextScores[][] _contexts = [new ContextScores[KeptContexts], new ContextScores[KeptContexts]];
    private readonly PositionScores[] _edges;

    public SequenceModel(WeightTable[] weights, sbyte[][] transitions, RegisterGuess guess)
    {
        Guess = guess;
        _weights = weights;
        _transitions = transitions;
        _steps = Array.ConvertAll(transitions, row => Viterbi.Steps(row));
        _edges = Array.ConvertAll(weights, table => ScoresOf(table, null, 0));
    }

    public RegisterGuess Guess { get; }

    /// <summary>The model that is built into the program.</summary>
    public static SequenceModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("model/names.bin")
            ?? throw new InvalidOperationException("The model of names is not part of the program.");
        return Read(stream);
    }

    public static SequenceModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        var weights = new WeightTable[Registers];
        var transitions = new sbyte[Registers][];
        for (var register = 0; register < Registers; register++)
        {
            var slots = new ulong[1 << TableBits];
            brotli.ReadExactly(MemoryMarshal.AsBytes(slots.AsSpan()));
            transitions[register] = new sbyte[Tags * Tags];
            brotli.ReadExactly(MemoryMarshal.AsBytes(transitions[register].AsSpan()));
            weights[register] = new WeightTable(slots);
        }
        var guess = new sbyte[RegisterGuess.Size];
        brotli.ReadExactly(MemoryMarshal.AsBytes(guess.AsSpan()));
        return new SequenceModel(weights, transitions, new RegisterGuess(guess));
    }

    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        for (var register = 0; register < Registers; register++)
        {
            brotli.Write(MemoryMarshal.AsBytes(_weights[register].Slots));
            brotli.Write(MemoryMarshal.AsBytes(_transitions[register].AsSpan()));
        }
        brotli.Write(MemoryMarshal.AsBytes(Guess.Weights));
    }

    /// <summary>One tag a token: 0 outside, then B and I of person (1, 2), organization (3, 4) and location (5, 6).</summary>
    public int[] Decode(SentenceTokens sentence, ReadOnlySpan<byte> known, Register register)
    {
        var tokens = sentence.Tokens;
        var (table, edge) = (_weights[(int)register], _edges[(int)register]);
        var isLong = tokens.Count > LongestOnStack;
        Span<Vector128<short>> emissions = isLong ? new Vector128<short>[tokens.Count] : stackalloc Vector128<short>[tokens.Count];
        Span<uint> lists = isLong ? new uint[tokens.Count] : stackalloc uint[tokens.Count];
        Span<uint> phrases = isLong ? new uint[tokens.Count] : stackalloc uint[tokens.Count];
        for (var i = -LookBack; i < tokens.Count + LookAhead; i++)
        {
            if (i < 0 || i >= tokens.Count)
            {
                edge.AddTo(emissions, i);
                continue;
            }
            var word = ScoresOf(tokens[i].Word, (int)register);
            lists[i] = word.Lists;
            word.Positions.AddTo(emissions, i);
        }
        _lexicon.FillPhrases(tokens, phrases);
        Span<ulong> contexts = isLong ? new ulong[tokens.Count + 2] : stackalloc ulong[tokens.Count + 2];
        SequenceFeatures.FillContexts(tokens, known, lists, phrases, contexts);
        // The table is larger than the nearest cache: what is asked for while the token before is summed up has come when it is needed.
        Span<uint> features = stackalloc uint[SequenceFeatures.MostTogether];
        Span<uint> coming = stackalloc uint[SequenceFeatures.MostTogether];
        var count = 0;
        for (var i = 0; i <= emissions.Length; i++)
        {
            var next = i < emissions.Length ? SequenceFeatures.Together(sentence, known, lists, phrases, i, FeatureKinds.OfWords, coming) : 0;
            table.Fetch(coming[..next]);
            if (i > 0)
            {
                ref var scores = ref emissions[i - 1];
                var context = SequenceFeatures.ContextOf(tokens, contexts, i - 1);
                scores += ContextScoresOf(sentence, known, lists, phrases, i - 1, context, (int)register);
                table.AddTo(ref scores, features[..count]);
            }
            var done = features;
            features = coming;
            coming = done;
            count = next;
        }
        return Viterbi.Best(emissions, _steps[(int)register]);
    }

    /// <summary>The runs of tokens that tags mark as names.</summary>
    public static IEnumerable<(int First, int End, EntityType Type)> Spans(int[] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == Outside)
            {
                continue;
            }
            var first = i;
            while (i + 1 < tags.Length && Viterbi.IsInside(tags[i + 1]))
            {
                i++;
            }
            yield return (first, i + 1, tags[first] switch { 1 or 2 => EntityType.Person, 3 or 4 => EntityType.Organization, _ => EntityType.Place });
        }
    }

    private WordScores ScoresOf(Word word, int register)
    {
        if (word.Scores is not WordScores scores || !ReferenceEquals(scores.Weights, _weights[register]))
        {
            var lists = _lexicon.ListsOf(word);
            word.Scores = scores = new WordScores(_weights[register], lists, ScoresOf(_weights[register], word, lists));
        }
        return scores;
    }

    private Vector128<short> ContextScoresOf(SentenceTokens sentence, ReadOnlySpan<byte> known, ReadOnlySpan<uint> lists, ReadOnlySpan<uint> phrases, int i, ulong context, int register)
    {
        ref var kept = ref _contexts[register][(int)(context >> 32) & (KeptContexts - 1)];
        var scores = kept;
        if (!scores.AreOf(context))
        {
            Span<uint> features = stackalloc uint[SequenceFeatures.MostTogether];
            var count = SequenceFeatures.Together(sentence, known, lists, phrases, i, FeatureKinds.OfContext, features);
            var sum = Vector128<short>.Zero;
            _weights[register].AddTo(ref sum, features[..count]);
            kept = scores = new ContextScores(context, sum);
        }
        return scores.Sum;
    }

    private static PositionScores ScoresOf(WeightTable table, Word? word, uint lists)
    {
        var positions = default(PositionScores);
        Span<uint> features = stackalloc uint[SequenceFeatures.MostAlone];
        for (var position = 0; position < SequenceFeatures.Positions; position++)
        {
            var count = SequenceFeatures.Alone(word, lists, position, features);
            table.AddTo(ref positions[position], features[..count]);
        }
        return positions;
    }

    /// <summary>
    /// What the shapes and lists around a token add to its tags; few of them make up most of a text. Its parts are written one by one while another thread
    /// may read them: the check is the context mixed with both others, so that parts of two writers are told from those of one (Hyatt and Mann 2002).
    /// </summary>
    private readonly struct ContextScores(ulong context, Vector128<short> sum)
    {
        private readonly ulong _lower = sum.AsUInt64().GetElement(0);
        private readonly ulong _upper = sum.AsUInt64().GetElement(1);
        private readonly ulong _check = context ^ sum.AsUInt64().GetElement(0) ^ sum.AsUInt64().GetElement(1);

        public Vector128<short> Sum => Vector128.Create(_lower, _upper).AsInt16();

        public bool AreOf(ulong context) => (_check ^ _lower ^ _upper) == context;
    }

    /// <summary>What a word alone adds to the tags of the tokens around it, kept as long as the word is.</summary>
    private sealed class WordScores(WeightTable weights, uint lists, PositionScores positions)
    {
        private readonly PositionScores _positions = positions;

        public WeightTable Weights => weights;

        public uint Lists => lists;

        public ref readonly PositionScores Positions => ref _positions;
    }

    [InlineArray(SequenceFeatures.Positions)]
    private struct PositionScores
    {
        private Vector128<short> _first;

        /// <summary>Adds what a word at <paramref name="at"/>, inside a sentence or beyond its ends, gives to the tokens around it.</summary>
        public readonly void AddTo(Span<Vector128<short>> emissions, int at)
        {
            for (var position = 0; position < SequenceFeatures.Positions; position++)
            {
                var token = at - LookAhead + position;
                if ((uint)token < (uint)emissions.Length)
                {
                    emissions[token] += this[position];
                }
            }
        }
    }
}
