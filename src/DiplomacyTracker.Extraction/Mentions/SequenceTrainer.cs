using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>A sentence with one tag a token and the register it is labelled in, to learn from.</summary>
internal sealed record TaggedSentence(SentenceTokens Sentence, byte[] Known, int[] Tags, Register Register);

/// <summary>
/// Trains a <see cref="SequenceModel"/> by stochastic gradient ascent on the likelihood: AdaGrad steps (Duchi et al. 2011), features left out at random
/// so that rare words do not carry a name alone (Wang and Manning 2013), each feature once for both registers and once for its own
/// (Daumé 2007), weights averaged over the later epochs. Deterministic for a given order of sentences.
/// </summary>
internal sealed class SequenceTrainer
{
    private const int Tags = SequenceModel.Tags;
    private const int Lanes = 8;
    private const int Registers = 2;
    private const int LeastCount = 1;
    private const int Runs = 4;
    private const float LeftOut = 0.6f;
    private const float Rate = 0.15f;

    private readonly Dictionary<(uint Feature, int Register), int> _index = [];
    private readonly List<int[][]> _features;
    private readonly IReadOnlyList<TaggedSentence> _sentences;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly double[] _sums;
    private readonly float[][] _transitions = [new float[Tags * Tags], new float[Tags * Tags]];
    private readonly float[][] _transitionSquares = [new float[Tags * Tags], new float[Tags * Tags]];
    private readonly double[][] _transitionSums = [new double[Tags * Tags], new double[Tags * Tags]];

    private SequenceTrainer(IReadOnlyList<TaggedSentence> sentences)
    {
        _sentences = sentences;
        var raw = sentences.Select(FeatureCollector.Of).ToList();
        var counts = new Dictionary<(uint, int), int>();
        foreach (var (token, register) in raw.SelectMany((tokens, at) => tokens.Select(token => (token, (int)sentences[at].Register))))
        {
            foreach (var feature in token)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (feature, -1), out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (feature, register), out _)++;
            }
        }
        foreach (var (key, count) in counts)
        {
            if (count >= LeastCount)
            {
                _index[key] = _index.Count;
            }
        }
        _features = raw.Select((tokens, at) => Array.ConvertAll(tokens, token => Indices(token, (int)sentences[at].Register))).ToList();
        _weights = new float[_index.Count * Lanes];
        _squares = new float[_weights.Length];
        _sums = new double[_weights.Length];
    }

    public static SequenceModel Train(IReadOnlyList<TaggedSentence> sentences, int epochs, Action<string> report)
    {
        var trainer = new SequenceTrainer(sentences);
        var averaged = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var order = Enumerable.Range(0, sentences.Count).ToArray();
            trainer.Forget();
            for (var epoch = 1; epoch <= epochs; epoch++)
            {
                random.Shuffle(order);
                var loss = order.Sum(at => trainer.Step(at, random));
                report($"run {run + 1}, epoch {epoch}: loss {loss:0}");
                if (epoch > epochs / 2)
                {
                    trainer.AddToAverage();
                    averaged++;
                }
            }
        }
        return trainer.Quantize(averaged);
    }

    private int[] Indices(uint[] token, int register)
    {
        var indices = new List<int>(token.Length * 2);
        foreach (var feature in token)
        {
            if (_index.TryGetValue((feature, -1), out var shared))
            {
                indices.Add(shared * Lanes);
            }
            if (_index.TryGetValue((feature, register), out var own))
            {
                indices.Add(own * Lanes);
            }
        }
        return [.. indices];
    }

    private double Step(int at, Random random)
    {
        var sentence = _sentences[at];
        var register = (int)sentence.Register;
        var kept = Array.ConvertAll(_features[at], token => Array.FindAll(token, _ => random.NextSingle() >= LeftOut));
        const float Scale = 1 / (1 - LeftOut);
        var scores = new float[kept.Length * Tags];
        for (var i = 0; i < kept.Length; i++)
        {
            var sum = Vector256<float>.Zero;
            foreach (var feature in kept[i])
            {
                sum += Vector256.LoadUnsafe(ref _weights[feature]);
            }
            sum *= Scale;
            for (var tag = 0; tag < Tags; tag++)
            {
                scores[(i * Tags) + tag] = sum[tag];
            }
        }
        var transitionGradient = new float[Tags * Tags];
        var (gradient, loss) = ForwardBackward.Gradient(scores, _transitions[register], sentence.Tags, transitionGradient);
        for (var i = 0; i < kept.Length; i++)
        {
            var token = Vector256.Create(gradient.AsSpan(i * Lanes, Lanes)) * Scale;
            foreach (var feature in kept[i])
            {
                var squares = Vector256.LoadUnsafe(ref _squares[feature]) + (token * token);
                squares.StoreUnsafe(ref _squares[feature]);
                (Vector256.LoadUnsafe(ref _weights[feature]) - (Rate * token / Vector256.Sqrt(squares + Vector256.Create(1e-3f)))).StoreUnsafe(ref _weights[feature]);
            }
        }
        for (var k = 0; k < transitionGradient.Length; k++)
        {
            _transitionSquares[register][k] += transitionGradient[k] * transitionGradient[k];
            _transitions[register][k] -= Rate * transitionGradient[k] / MathF.Sqrt(_transitionSquares[register][k] + 1e-3f);
        }
        return loss;
    }

    private void Forget()
    {
        foreach (var values in new[] { _weights, _squares }.Concat(_transitions).Concat(_transitionSquares))
        {
            Array.Clear(values);
        }
    }

    private void AddToAverage()
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            _sums[i] += _weights[i];
        }
        for (var register = 0; register < Registers; register++)
        {
            for (var k = 0; k < Tags * Tags; k++)
            {
                _transitionSums[register][k] += _transitions[register][k];
            }
        }
    }

    private SequenceModel Quantize(int averaged)
    {
        var merged = Enumerable.Range(0, Registers).Select(register => Merged(register, averaged)).ToArray();
        // A few outliers may saturate; the many small weights need the resolution more.
        var scale = 127 / (merged.SelectMany(features => features).Max(feature => feature.Weights.Max(Math.Abs)) * 0.4);
        sbyte Byte(double value) => (sbyte)Math.Clamp(Math.Round(value * scale), -127, 127);
        return new SequenceModel(
            Array.ConvertAll(merged, features => WeightTable.Build(
                features.Select(feature => (feature.Feature, Weights: Array.ConvertAll(feature.Weights, Byte))).Where(feature => feature.Weights.Any(weight => Math.Abs((int)weight) > 3)),
                SequenceModel.TableBits)),
            Array.ConvertAll(_transitionSums, sums => Array.ConvertAll(sums, sum => Byte(sum / averaged))),
            RegisterGuess.Train(_sentences));
    }

    // What is shared and what is the register's own are one weight once trained.
    private List<(uint Feature, double[] Weights)> Merged(int register, int averaged)
    {
        var merged = new List<(uint, double[])>();
        foreach (var ((feature, owner), shared) in _index.Where(pair => pair.Key.Register < 0))
        {
            var own = _index.TryGetValue((feature, register), out var at) ? at : -1;
            merged.Add((feature, [.. Enumerable.Range(0, Tags).Select(tag =>
                (_sums[(shared * Lanes) + tag] + (own < 0 ? 0 : _sums[(own * Lanes) + tag])) / averaged)]));
        }
        merged.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return merged;
    }
}
