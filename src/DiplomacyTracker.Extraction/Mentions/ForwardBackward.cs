namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The gradient of a conditional random field's negative log-likelihood, by the scaled forward and backward recursions (Rabiner 1989).</summary>
internal static class ForwardBackward
{
    private const int Tags = SequenceModel.Tags;
    private const int Lanes = 8;

    /// <param name="scores">Scores of each tag at each token.</param>
    /// <param name="transitions">Scores of each step; steps that no path may take are left out.</param>
    /// <param name="transitionGradient">Receives the gradient by step.</param>
    /// <returns>The gradient by token and tag, eight lanes a token, and the loss.</returns>
    public static (float[] Gradient, double Loss) Gradient(float[] scores, float[] transitions, int[] gold, float[] transitionGradient)
    {
        var length = gold.Length;
        var steps = new float[Tags * Tags];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = Viterbi.MayFollow(step / Tags, step % Tags) ? MathF.Exp(transitions[step]) : 0;
        }
        var (forward, backward, scale) = (new float[length * Tags], new float[length * Tags], new float[length]);
        var loss = Forward(scores, transitions, gold, steps, forward, scale);
        Backward(scores, steps, backward, scale);
        var gradient = new float[length * Lanes];
        for (var i = 0; i < length; i++)
        {
            for (var tag = 0; tag < Tags; tag++)
            {
                gradient[(i * Lanes) + tag] = (forward[(i * Tags) + tag] * backward[(i * Tags) + tag]) - (tag == gold[i] ? 1 : 0);
                for (var from = 0; i > 0 && from < Tags; from++)
                {
                    var step = (from * Tags) + tag;
                    var expected = forward[((i - 1) * Tags) + from] * steps[step] * scores[(i * Tags) + tag] * backward[(i * Tags) + tag] / scale[i];
                    transitionGradient[step] += expected - (gold[i - 1] == from && gold[i] == tag ? 1 : 0);
                }
            }
        }
        return (gradient, loss);
    }

    // Turns the scores into their exponentials on the way.
    private static double Forward(float[] scores, float[] transitions, int[] gold, float[] steps, float[] forward, float[] scale)
    {
        var loss = 0.0;
        for (var i = 0; i < gold.Length; i++)
        {
            var token = scores.AsSpan(i * Tags, Tags);
            var most = float.MinValue;
            foreach (var score in token)
            {
                most = Math.Max(most, score);
            }
            loss += most - token[gold[i]] - (i > 0 ? transitions[(gold[i - 1] * Tags) + gold[i]] : 0);
            for (var tag = 0; tag < Tags; tag++)
            {
                token[tag] = MathF.Exp(token[tag] - most);
                var reached = i > 0 ? 0f : Viterbi.IsInside(tag) ? 0 : 1;
                for (var from = 0; i > 0 && from < Tags; from++)
                {
                    reached += forward[((i - 1) * Tags) + from] * steps[(from * Tags) + tag];
                }
                forward[(i * Tags) + tag] = reached * token[tag];
                scale[i] += forward[(i * Tags) + tag];
            }
            loss += Math.Log(scale[i]);
            for (var tag = 0; tag < Tags; tag++)
            {
                forward[(i * Tags) + tag] /= scale[i];
            }
        }
        return loss;
    }

    private static void Backward(float[] scores, float[] steps, float[] backward, float[] scale)
    {
        backward.AsSpan(backward.Length - Tags).Fill(1);
        for (var i = scale.Length - 2; i >= 0; i--)
        {
            for (var from = 0; from < Tags; from++)
            {
                var sum = 0f;
                for (var tag = 0; tag < Tags; tag++)
                {
                    sum += steps[(from * Tags) + tag] * scores[((i + 1) * Tags) + tag] * backward[((i + 1) * Tags) + tag];
                }
                backward[(i * Tags) + from] = sum / scale[i + 1];
            }
        }
    }
}
