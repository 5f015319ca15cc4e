using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Tells the registers of single sentences apart: logistic regression over their words, hashed, by AdaGrad steps.</summary>
internal sealed class RegisterGuess(sbyte[] weights)
{
    public const int Size = 1 << 14;

    // In doubt a sentence is news, which is what the extractor is for.
    private const int Doubt = 50;
    private const int Epochs = 12;
    private const uint SpacedHyphen = 1;

    public ReadOnlySpan<sbyte> Weights => weights;

    public Register Of(List<Token> tokens) => FeaturesOf(tokens).Sum(feature => weights[feature]) > Doubt ? Register.Reference : Register.News;

    public static RegisterGuess Train(IReadOnlyList<TaggedSentence> sentences)
    {
        const double Rate = 0.3;
        var (learned, squares) = (new double[Size], new double[Size]);
        var random = new Random(7);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var features = FeaturesOf(sentences[at].Sentence.Tokens);
                var length = Math.Sqrt(features.Count);
                var probability = 1 / (1 + Math.Exp(-features.Sum(feature => learned[feature]) / length));
                var gradient = (probability - (sentences[at].Register == Register.Reference ? 1 : 0)) / length;
                foreach (var feature in features)
                {
                    squares[feature] += gradient * gradient;
                    learned[feature] -= Rate * gradient / Math.Sqrt(squares[feature] + 1e-6);
                }
            }
        }
        var scale = 127 / learned.Max(Math.Abs);
        return new RegisterGuess(Array.ConvertAll(learned, weight => (sbyte)Math.Round(weight * scale)));
    }

    // Each word once; texts that were cut into words before are known by their hyphens between spaces.
    private static HashSet<int> FeaturesOf(List<Token> tokens)
    {
        var features = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            features.Add((int)(tokens[i].Word.Hash % Size));
            if (i > 0 && i + 1 < tokens.Count && tokens[i].Text == "-" && tokens[i - 1].End < tokens[i].Start && tokens[i].End < tokens[i + 1].Start)
            {
                features.Add((int)SpacedHyphen);
            }
        }
        return features;
    }
}
