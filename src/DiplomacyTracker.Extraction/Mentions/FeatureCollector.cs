namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>All features of each token of a sentence, as <see cref="SequenceModel.Decode"/> would look them up.</summary>
internal static class FeatureCollector
{
    public static uint[][] Of(TaggedSentence tagged)
    {
        var tokens = tagged.Sentence.Tokens;
        var lists = tokens.ConvertAll(token => NameLexicon.Default.ListsOf(token.Word)).ToArray();
        var phrases = new uint[tokens.Count];
        NameLexicon.Default.FillPhrases(tokens, phrases);
        var all = new uint[tokens.Count][];
        Span<uint> features = stackalloc uint[Math.Max(SequenceFeatures.MostAlone, SequenceFeatures.MostTogether)];
        for (var i = 0; i < all.Length; i++)
        {
            var found = new List<uint>();
            for (var position = 0; position < SequenceFeatures.Positions; position++)
            {
                var at = i + 2 - position;
                var inside = at >= 0 && at < all.Length;
                var alone = SequenceFeatures.Alone(inside ? tokens[at].Word : null, inside ? lists[at] : 0, position, features);
                found.AddRange(features[..alone]);
            }
            var together = SequenceFeatures.Together(tagged.Sentence, tagged.Known, lists, phrases, i, FeatureKinds.All, features);
            found.AddRange(features[..together]);
            all[i] = [.. found];
        }
        return all;
    }
}
