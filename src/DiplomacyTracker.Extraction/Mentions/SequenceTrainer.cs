using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>A sentence with one tag a token, to learn from.</summary>
internal sealed record TaggedSentence(List<Token> Tokens, string[] Folded, byte[] Known, int[] Tags);

/// <summary>Trains a <see cref="SequenceModel"/>: averaged structured perceptron (Collins 2002), deterministic for a given order of sentences.</summary>
internal static class SequenceTrainer
{
    private const int Tags = SequenceModel.Tags;

    public static SequenceModel Train(IReadOnlyList<TaggedSentence> sentences, int epochs, Action<string> report)
    {
        var weights = new int[SequenceModel.Size * Tags];
        var totals = new long[SequenceModel.Size * Tags];
        var transitions = new int[Tags * Tags];
        var transitionTotals = new long[Tags * Tags];
        var features = sentences.Select(FeaturesOf).ToList();
        var random = new Random(7);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var step = 1;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var index in order)
            {
                var gold = sentences[index].Tags;
                var guess = Viterbi.Best(Emissions(features[index], weights, gold.Length), gold.Length, (from, to) => transitions[(from * Tags) + to]);
                for (var i = 0; i < gold.Length; i++)
                {
                    if (guess[i] != gold[i])
                    {
                        wrong++;
                        foreach (var feature in features[index].AsSpan(i * SequenceFeatures.PerToken, SequenceFeatures.PerToken))
                        {
                            Update(weights, totals, (feature * Tags) + gold[i], 1, step);
                            Update(weights, totals, (feature * Tags) + guess[i], -1, step);
                        }
                    }
                    if (i > 0 && (guess[i] != gold[i] || guess[i - 1] != gold[i - 1]))
                    {
                        Update(transitions, transitionTotals, (gold[i - 1] * Tags) + gold[i], 1, step);
                        Update(transitions, transitionTotals, (guess[i - 1] * Tags) + guess[i], -1, step);
                    }
                }
                step++;
            }
            report($"epoch {epoch}: {wrong} tokens wrong");
        }
        return Quantize(weights, totals, transitions, transitionTotals, step);
    }

    // The average over all steps is the present weight less what later updates added too early (Daumé's trick).
    private static void Update(int[] weights, long[] totals, int at, int by, int step)
    {
        weights[at] += by;
        totals[at] += (long)by * step;
    }

    private static int[] Emissions(int[] features, int[] weights, int length)
    {
        var emissions = new int[length * Tags];
        for (var i = 0; i < length; i++)
        {
            foreach (var feature in features.AsSpan(i * SequenceFeatures.PerToken, SequenceFeatures.PerToken))
            {
                for (var tag = 0; tag < Tags; tag++)
                {
                    emissions[(i * Tags) + tag] += weights[(feature * Tags) + tag];
                }
            }
        }
        return emissions;
    }

    private static int[] FeaturesOf(TaggedSentence sentence)
    {
        var features = new int[sentence.Tokens.Count * SequenceFeatures.PerToken];
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            SequenceFeatures.Fill(
                sentence.Tokens, sentence.Folded, sentence.Known, i, SequenceModel.Size,
                features.AsSpan(i * SequenceFeatures.PerToken, SequenceFeatures.PerToken));
        }
        return features;
    }

    private static SequenceModel Quantize(int[] weights, long[] totals, int[] transitions, long[] transitionTotals, int steps)
    {
        var averaged = Average(weights, totals, steps);
        var averagedTransitions = Average(transitions, transitionTotals, steps);
        var largest = averaged.Concat(averagedTransitions).Max(Math.Abs);
        // A few outliers may saturate; the many small weights need the resolution more.
        var scale = 127 / (largest * 0.5);
        sbyte Byte(double value) => (sbyte)Math.Clamp(Math.Round(value * scale), -127, 127);
        return new SequenceModel(Array.ConvertAll(averaged, Byte), Array.ConvertAll(averagedTransitions, Byte));
    }

    private static double[] Average(int[] weights, long[] totals, int steps)
    {
        var averaged = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            averaged[i] = weights[i] - (totals[i] / (double)steps);
        }
        return averaged;
    }
}
