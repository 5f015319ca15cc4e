using System.IO.Compression;
using System.Reflection;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// A linear sequence model over BIO tags of person, organization and location with hashed features, trained by <see cref="SequenceTrainer"/>
/// (averaged structured perceptron, Collins 2002) and decoded by Viterbi. Weights are kept as signed bytes.
/// </summary>
internal sealed class SequenceModel
{
    public const int Tags = 7;
    public const int Outside = 0;
    public const int Size = 1 << 17;

    private readonly sbyte[] _weights;
    private readonly sbyte[] _transitions;

    public SequenceModel(sbyte[] weights, sbyte[] transitions)
    {
        _weights = weights;
        _transitions = transitions;
    }

    /// <summary>The model that is built into the program.</summary>
    public static SequenceModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("model/names.bin")
            ?? throw new InvalidOperationException("The model of names is not part of the program.");
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        var bytes = new byte[(Size * Tags) + (Tags * Tags)];
        brotli.ReadExactly(bytes);
        var values = Array.ConvertAll(bytes, value => unchecked((sbyte)value));
        return new SequenceModel(values[..(Size * Tags)], values[(Size * Tags)..]);
    }

    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        brotli.Write(Array.ConvertAll(_weights, value => unchecked((byte)value)));
        brotli.Write(Array.ConvertAll(_transitions, value => unchecked((byte)value)));
    }

    /// <summary>One tag a token: 0 outside, then B and I of person (1, 2), organization (3, 4) and location (5, 6).</summary>
    public int[] Decode(List<Token> tokens, string[] folded, byte[] known)
    {
        var emissions = new int[tokens.Count * Tags];
        Span<int> features = stackalloc int[SequenceFeatures.PerToken];
        for (var i = 0; i < tokens.Count; i++)
        {
            SequenceFeatures.Fill(tokens, folded, known, i, Size, features);
            foreach (var feature in features)
            {
                for (var tag = 0; tag < Tags; tag++)
                {
                    emissions[(i * Tags) + tag] += _weights[(feature * Tags) + tag];
                }
            }
        }
        return Viterbi.Best(emissions, tokens.Count, (from, to) => _transitions[(from * Tags) + to]);
    }
}
