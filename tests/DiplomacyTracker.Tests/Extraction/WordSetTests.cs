using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class WordSetTests
{
    private static readonly string[] Known = [.. Enumerable.Range(0, 3000).Select(i => $"kata{i}"), "dan", "setelah", "KTT", "Él-Yas", "2025", "\"", "😀"];

    private static Gen<string[]> Words => Gen.ArrayOf(Gen.Elements(Known));

    // Some sets are larger than what hashes alone can tell apart.
    private static Gen<string[]> Sets => Gen.OneOf(Words, Gen.Choose(150, 400).SelectMany(size => Gen.ArrayOf(Gen.Elements(Known), size)));

    [Fact]
    public void A_set_holds_a_word_whether_it_is_asked_by_text_or_by_word() => Prop.ForAll(Sets.ToArbitrary(), Words.ToArbitrary(), (held, asked) =>
    {
        var set = WordSet.Of(held.Select(NormalForm.Fold));
        return asked.All(text => set.Contains(Word.Of(text)) == held.Select(NormalForm.Fold).Contains(NormalForm.Fold(text)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sentence_has_one_of_some_words_where_a_look_at_each_finds_one() => Prop.ForAll(Sets.ToArbitrary(), Words.ToArbitrary(), (held, said) =>
    {
        var set = WordSet.Of(held.Select(NormalForm.Fold));
        var sentence = View(string.Join(' ', said));
        return sentence.Find(set) == sentence.Folded.FindIndex(word => set.Contains(word));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clause_answers_for_its_own_words_alone()
    {
        var sentence = View("mereka bertemu setelah bentrokan");

        var clause = sentence.Part(0, 2);

        Assert.True(sentence.Has(["setelah"]));
        Assert.False(clause.Has(["setelah"]));
        Assert.True(clause.Has(["bertemu"]));
    }

    [Fact]
    public void A_pair_is_found_where_the_second_word_stands_right_behind()
    {
        Assert.True(View("kedua negara sepakat").HasPair(["kedua"], next => next == "negara"));
        Assert.False(View("kedua pihak di negara itu").HasPair(["kedua"], next => next == "negara"));
        Assert.False(View("negara kedua").HasPair(["kedua"], next => next == "negara"));
    }

    private static SentenceView View(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return new SentenceView(new TextSpan(TextPart.Body, 0, text.Length), tokens, tokens.ConvertAll(token => token.Folded), [], []);
    }
}
