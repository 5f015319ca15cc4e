using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class StemmerTests
{
    private static string Sample(string name) => Path.Combine(Repository.Root, "tests", "DiplomacyTracker.Tests", "Samples", name);

    [Fact]
    public void The_forms_of_a_family_meet_in_one_stem()
    {
        var apart = File.ReadLines(Sample("stems.tsv")).Select(line => line.Split('\t'))
            .SelectMany(cells => cells[1].Split(' ').Where(form => Stemmer.Default.Stem(form) != Stemmer.Default.Stem(cells[0]))).ToList();

        Assert.Empty(apart);
    }

    [Fact]
    public void Unrelated_words_hardly_ever_meet()
    {
        var pairs = File.ReadLines(Sample("unrelated.tsv")).Select(line => line.Split('\t')).ToList();

        Assert.InRange(pairs.Count(pair => Stemmer.Default.Stem(pair[0]) == Stemmer.Default.Stem(pair[1])), 0, pairs.Count / 50);
    }

    [Theory]
    [InlineData("bertemu", "temu")]
    [InlineData("mengungkapkannya", "ungkap")]
    [InlineData("negara-negara", "negara")]
    [InlineData("tembak-menembak", "tembak")]
    [InlineData("kehati-hatian", "hati")]
    [InlineData("mengesahkan", "sah")]
    [InlineData("menteri", "menteri")]
    [InlineData("Zelenskyy", "zelenskyy")]
    public void A_stem_is_a_root_or_the_word_itself(string word, string stem) => Assert.Equal(stem, Stemmer.Default.Stem(word));

    [Fact]
    public void A_stem_that_is_kept_with_its_word_is_the_stem() => Prop.ForAll<NonEmptyString>(word =>
        Stemmer.Default.Stem(Word.Of(word.Get)) == Stemmer.Default.Stem(word.Get) && Stemmer.Default.IsRoot(Word.Of(word.Get)) == Stemmer.Default.IsRoot(NormalForm.Fold(word.Get))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_the_letters_a_stem_is_its_own_stem_or_shorter() => Prop.ForAll<NonNull<string>>(word =>
        Stemmer.Default.Stem(word.Get).Length <= NormalForm.Fold(word.Get).Length).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_are_indexed_as_they_stand_and_other_words_by_their_stem_too()
    {
        var article = new ArticleText("Pertemuan ditunda", "Menteri Serangan bertemu dengan tamunya.", [], null, null);
        Mention[] mentions = [new(new TextSpan(TextPart.Body, 0, 16), "Menteri Serangan", EntityType.Person, null, 1)];

        var words = SearchWords.Of(article, mentions).ToList();

        Assert.Contains(new SearchWord("temu", 1, TextPart.Headline), words);
        Assert.Contains(new SearchWord("serangan", 4, TextPart.Body), words);
        Assert.DoesNotContain(words, word => word.Word is "serang" or "dengan");
        Assert.Equal(["bertemu", "temu"], SearchWords.FormsOf("Bertemu"));
    }
}
