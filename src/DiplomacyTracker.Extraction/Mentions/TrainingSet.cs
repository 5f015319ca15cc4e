using System.Text.Json;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Builds the model of names from labelled sentences: JSON lines <c>{"text","entities":[{"start","end","type"}]}</c> with types PER, ORG and LOC.</summary>
public static class TrainingSet
{
    /// <summary>Trains on every <c>*.train.jsonl</c> of a folder, in the order of their names, and writes the model. The same files give the same bytes.</summary>
    public static void Train(string folder, string output, int epochs, Action<string> report)
    {
        var gazetteer = new Gazetteer(KnowledgeBase.Default);
        var tagger = new NameTagger(gazetteer, new TitleWords(KnowledgeBase.Default));
        var sentences = new List<TaggedSentence>();
        foreach (var file in Directory.GetFiles(folder, "*.train.jsonl").Order(StringComparer.Ordinal))
        {
            // The set that is drawn from an encyclopedia labels whole addresses and institutions as places; the model keeps the two ways of labelling apart.
            var register = Path.GetFileName(file).Contains("news", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("idner", StringComparison.Ordinal) ? Register.News : Register.Reference;
            sentences.AddRange(File.ReadLines(file).Select(line => Read(tagger, line, register)).Where(sentence => sentence.Tags.Length > 0));
            report($"{Path.GetFileName(file)}: {sentences.Count} sentences so far");
        }
        var model = SequenceTrainer.Train(sentences, epochs, report);
        using var stream = File.Create(output);
        model.Save(stream);
    }

    private static TaggedSentence Read(NameTagger tagger, string line, Register register)
    {
        using var row = JsonDocument.Parse(line);
        var text = row.RootElement.GetProperty("text").GetString() ?? "";
        var sentence = tagger.Read(text, new TextSpan(TextPart.Body, 0, text.Length));
        var tags = new int[sentence.Tokens.Count];
        // The sets count code points; almost every text has none beyond the basic plane, and a shifted label there is left out.
        foreach (var entity in row.RootElement.GetProperty("entities").EnumerateArray())
        {
            var (start, end) = (entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32());
            var begin = entity.GetProperty("type").GetString() switch { "PER" => 1, "ORG" => 3, "LOC" => 5, _ => 0 };
            var first = sentence.Tokens.FindIndex(token => token.Start == start);
            for (var i = first; begin > 0 && first >= 0 && i < tags.Length && sentence.Tokens[i].End <= end; i++)
            {
                tags[i] = i == first ? begin : begin + 1;
            }
        }
        return new TaggedSentence(sentence, tagger.KnownClasses(sentence), tags, register);
    }
}
