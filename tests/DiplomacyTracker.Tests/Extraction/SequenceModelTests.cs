using System.Security.Cryptography;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class SequenceModelTests
{
    private static readonly string[] Labelled =
    [
        """{"text":"Ratih Pramesti tiba di Surabaya.","entities":[{"start":0,"end":14,"type":"PER"},{"start":23,"end":31,"type":"LOC"}]}""",
        """{"text":"Menurut Bagas Wirawan, rapat digelar di Malang.","entities":[{"start":8,"end":21,"type":"PER"},{"start":40,"end":46,"type":"LOC"}]}""",
        """{"text":"Lembaga Samudra menolak usulan itu.","entities":[{"start":0,"end":15,"type":"ORG"}]}""",
        """{"text":"Rapat itu ditunda sampai pekan depan.","entities":[]}""",
    ];

    [Fact]
    public void The_model_that_ships_is_the_one_whose_hash_is_written_down()
    {
        var folder = Path.Combine(Repository.Root, "src", "DiplomacyTracker.Extraction", "Mentions", "Model");

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "names.bin.sha256"))[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "names.bin")))));
    }

    [Fact]
    public void The_same_sentences_train_the_same_model_and_it_has_learned_them()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "news.train.jsonl"), Labelled);
            var (first, second) = (Path.Combine(folder.FullName, "1.bin"), Path.Combine(folder.FullName, "2.bin"));
            TrainingSet.Train(folder.FullName, first, 10, _ => { });
            TrainingSet.Train(folder.FullName, second, 10, _ => { });

            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
            Assert.Equal([1, 2, 0, 0, 5, 0], Tags(first, "Ratih Pramesti tiba di Surabaya."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_sentence_is_tagged_alike_whatever_was_tagged_before()
    {
        var names = new NameTagger(new Gazetteer(KnowledgeBase.Default), new TitleWords(KnowledgeBase.Default));
        var texts = SampleArticles.All.SelectMany(article => article.Body).Distinct().Take(300).ToList();
        var sentences = texts.ConvertAll(text => names.Read(text, new TextSpan(TextPart.Body, 0, text.Length)));

        Assert.Equal(TagsIn(sentences, names), Enumerable.Reverse(TagsIn(Enumerable.Reverse(sentences), names)));
    }

    private static List<int[]> TagsIn(IEnumerable<SentenceTokens> sentences, NameTagger names)
    {
        var model = SequenceModel.Load();
        return [.. sentences.Select(sentence => model.Decode(sentence, names.KnownClasses(sentence), Register.News))];
    }

    private static int[] Tags(string file, string text)
    {
        using var stream = File.OpenRead(file);
        var names = new NameTagger(new Gazetteer(KnowledgeBase.Default), new TitleWords(KnowledgeBase.Default));
        var sentence = names.Read(text, new TextSpan(TextPart.Body, 0, text.Length));
        return SequenceModel.Read(stream).Decode(sentence, names.KnownClasses(sentence), Register.News);
    }
}
