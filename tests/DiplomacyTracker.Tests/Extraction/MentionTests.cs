using System.Text.Json;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class MentionTests
{
    private static readonly string[] Pieces =
    [
        "Presiden ", "Emir Qatar ", "Sheikh ", "Kepulauan Cook ", "Mark ", "Cap", "-", "les-", "bains", " – ", "KTT ", "Luar Biasa ", "(KTT) ", "ke-", "47 ", "Plus ", "ASEAN", "Editor: ", "Simak ", "\n", "\"",
        "ujar ", "kata ", "Jr. ", "A. ", "dan ", ", ", ". ", " ", "Moskow", "Beijing ", "Kedutaan Besar ", "(KBRI) ", "(", ")", "Republik ", "Trumpmengatakan ", "Macron", "negara bagian ", "Georgia ",
        "Delegasi ", "antara ", "menjadi tuan rumah ", "pertemuan para pemimpin ", "Forum Kepulauan Pasifik ", "Jalan ", "Airlines ", "mencatat bahwa ", "JAKARTA", "Pariskan ", "\0", "\ud83d\ude00", "e\u0301", "İ", "Dubes RI ",
    ];

    [Theory]
    [InlineData("Presiden Prancis Emmanuel Macron tiba.", "Emmanuel Macron", EntityType.Person, "emmanuel-macron")]
    [InlineData("Presiden Prancis Emmanuel Macron tiba.", "Prancis", EntityType.Country, "FR")]
    [InlineData("Rapat itu digelar di Paris kemarin.", "Paris", EntityType.Place, "paris")]
    [InlineData("Moskow menolak usulan itu.", "Moskow", EntityType.Country, "RU")]
    [InlineData("Delegasi tiba di Moskow.", "Moskow", EntityType.Place, "moscow")]
    [InlineData("Kementerian Luar Negeri Rusia menyampaikan nota.", "Kementerian Luar Negeri Rusia", EntityType.Organization, "ministry-of-foreign-affairs-of-russia")]
    [InlineData("Prabowo menghadiri KTT ASEAN ke-46 di Kuala Lumpur.", "KTT ASEAN ke-46", EntityType.Summit, "asean-summit-46")]
    [InlineData("KTT ke-46 ASEAN dibuka di Kuala Lumpur.", "KTT ke-46 ASEAN", EntityType.Summit, "asean-summit-46")]
    [InlineData("Para pemimpin menghadiri KTT Paris.", "KTT Paris", EntityType.Summit, "paris-summit")]
    [InlineData("Pasukan AS dan Inggris berlatih.", "AS", EntityType.Country, "US")]
    [InlineData("Perundingan dibuka oleh koalisi sukarela.", "koalisi sukarela", EntityType.Organization, "coalition-of-the-willing")]
    [InlineData("Delegasi Niger dan Nigeria bertemu.", "Niger", EntityType.Country, "NE")]
    public void A_name_is_found_with_its_type_and_link(string text, string surface, EntityType type, string key)
    {
        var mention = Assert.Single(Some.Tagged(text).Mentions, mention => mention.Surface == surface);

        Assert.Equal(type, mention.Type);
        Assert.Equal(key, mention.Link?.Key);
    }

    [Theory]
    [InlineData("2025-05-25", "asean-summit-46")]
    [InlineData("2025-08-01", "asean-summit")]
    [InlineData("2024-10-09", "asean-summit")]
    public void A_summit_without_number_is_the_edition_of_the_day_where_only_one_is_near(string day, string key)
    {
        var published = new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

        Assert.Equal(key, Assert.Single(Some.Tagged("Delegasi bersiap menghadiri KTT ASEAN.", published).Mentions, mention => mention.Type == EntityType.Summit).Link?.Key);
    }

    [Theory]
    [InlineData("Pada 2003, Coalition of the Willing dibentuk. Coalition of the Willing kemudian dibubarkan.", "2003-coalition-against-iraq")]
    [InlineData("Coalition of the Willing masuk ke Irak. Coalition of the Willing kemudian dibubarkan.", "2003-coalition-against-iraq")]
    [InlineData("Coalition of the Willing dibentuk untuk Ukraina. Coalition of the Willing bersidang lagi.", "coalition-of-the-willing")]
    public void Two_coalitions_of_one_name_are_told_apart_by_what_their_sentences_say(string text, string key) =>
        Assert.Equal([key, key], Some.Tagged(text).Mentions.Where(mention => mention.Surface == "Coalition of the Willing").Select(mention => mention.Link?.Key));

    [Theory]
    [InlineData("Warga Eropa dan Timur Tengah menanti.")]
    [InlineData("Harga naik dalam rupiah pada Senin.")]
    public void Vague_regions_currencies_and_days_are_no_mentions(string text) => Assert.Empty(Some.Tagged(text).Mentions);

    [Fact]
    public void An_abbreviation_in_brackets_is_a_name_of_its_own_in_an_article_and_part_of_the_name_in_a_lone_line_of_news()
    {
        const string Line = "Jakarta - Komisi Pemilihan Umum (KPU) menetapkan jadwal, kata juru bicara lembaga itu kepada wartawan di Jakarta, Senin (6/10).";

        Assert.Equal(["Komisi Pemilihan Umum", "KPU"], Bodies(Some.Tagged(Line)));
        Assert.Equal(["Komisi Pemilihan Umum (KPU)"], Bodies(new ArticleTagger(KnowledgeBase.Default).Tag(new ArticleText(null, Line, [], null, null))));

        static IEnumerable<string> Bodies(TaggedArticle tagged) => tagged.Mentions.Where(mention => mention.Type == EntityType.Organization).Select(mention => mention.Surface);
    }

    [Fact]
    public void A_surname_alone_points_to_the_full_name_of_the_same_article()
    {
        var tagged = Some.Tagged("Juru bicara Ratih Pramesti membuka rapat.\nMenurut Pramesti, rapat akan dilanjutkan.");

        Assert.Equal(["ratih-pramesti", "ratih-pramesti"], tagged.Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Link?.Key));
    }

    [Fact]
    public void A_title_is_kept_as_a_role_with_its_country()
    {
        var role = Assert.Single(Some.Tagged("Perdana Menteri Inggris Keir Starmer hadir.").Roles);

        Assert.Equal(("Perdana Menteri", "GB"), (role.Office, role.Country));
    }

    [Fact]
    public void The_envoy_of_a_president_is_the_one_behind_the_comma()
    {
        var roles = Some.Tagged("Utusan khusus Presiden AS Donald Trump, Steve Witkoff, tiba.").Roles;

        Assert.Contains(roles, role => role is { PersonKey: "steve-witkoff", Office: "Utusan Khusus", Country: "US" });
    }

    [Fact]
    public void Articles_that_are_tagged_together_have_what_each_has_alone()
    {
        var articles = SampleArticles.All.Select(article => new ArticleText(article.Title, string.Join('\n', article.Body), [], Some.Published, null)).ToList();

        Assert.Equal(
            articles.Select(article => JsonSerializer.Serialize(Some.Tagger.Tag(article))),
            Some.Tagger.TagAll(articles).Select(tagged => JsonSerializer.Serialize(tagged)));
    }

    [Fact]
    public void Decisions_are_laid_over_the_article_of_their_place()
    {
        var tagged = Some.Tagger.TagAll([Some.Text("Macron tiba."), Some.Text("Trump tiba.")], (i, found) => i == 0 ? [] : found);

        Assert.Empty(tagged[0].Mentions);
        Assert.Equal("Trump", Assert.Single(tagged[1].Mentions).Surface);
    }

    [Fact]
    public void Whatever_the_text_every_span_lies_inside_it_and_covers_its_own_words() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => AreItsOwnWords(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void However_names_and_signs_follow_each_other_every_span_covers_its_own_words() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), text => Assert.True(AreItsOwnWords(text), text)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool AreItsOwnWords(string text)
    {
        var article = Some.Text(text);
        var tagged = Some.Tagger.Tag(article);
        return tagged.Mentions.All(mention => article.Of(mention.Span) == mention.Surface)
            && tagged.Times.All(time => article.Of(time.Span) == time.Surface)
            && tagged.Statements.All(statement => statement.Span.End <= article.Body.Length)
            && tagged.Mentions.Zip(tagged.Mentions.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\0", 1000)]
    [InlineData("“Kami ", 1000)]
    [InlineData("\ud83d\ude00é ", 1000)]
    [InlineData("a", 300_000)]
    [InlineData("KTT Paris (", 2000)]
    public void Strange_texts_are_read_to_their_end(string piece, int times)
    {
        var tagged = Some.Tagged(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.All(tagged.Mentions, mention => Assert.True(mention.Span.End <= piece.Length * times));
    }
}
