using System.Text.Json;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class MentionTests
{
    [Theory]
    [InlineData("Presiden Prancis Emmanuel Macron tiba.", "Emmanuel Macron", EntityType.Person, "emmanuel-macron")]
    [InlineData("Presiden Prancis Emmanuel Macron tiba.", "Prancis", EntityType.Country, "FR")]
    [InlineData("Rapat itu digelar di Paris kemarin.", "Paris", EntityType.Place, "paris")]
    [InlineData("Moskow menolak usulan itu.", "Moskow", EntityType.Country, "RU")]
    [InlineData("Delegasi tiba di Moskow.", "Moskow", EntityType.Place, "moscow")]
    [InlineData("Kementerian Luar Negeri Rusia menyampaikan nota.", "Kementerian Luar Negeri Rusia", EntityType.Organization, "ministry-of-foreign-affairs-of-russia")]
    [InlineData("Prabowo menghadiri KTT ASEAN ke-46 di Kuala Lumpur.", "KTT ASEAN ke-46", EntityType.Summit, "asean-summit-46")]
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
    [InlineData("Warga Eropa dan Timur Tengah menanti.")]
    [InlineData("Harga naik dalam rupiah pada Senin.")]
    public void Vague_regions_currencies_and_days_are_no_mentions(string text) => Assert.Empty(Some.Tagged(text).Mentions);

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
    public void Whatever_the_text_every_span_lies_inside_it_and_covers_its_own_words() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var article = Some.Text(text ?? "");
            var tagged = Some.Tagger.Tag(article);
            return tagged.Mentions.All(mention => article.Of(mention.Span) == mention.Surface)
                && tagged.Times.All(time => article.Of(time.Span) == time.Surface)
                && tagged.Statements.All(statement => statement.Span.End <= article.Body.Length)
                && tagged.Mentions.Zip(tagged.Mentions.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
        }).QuickCheckThrowOnFailure();

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

    [Fact]
    public void Names_in_the_labelled_sample_are_found_well_enough()
    {
        var rows = File.ReadLines(Repository.SharedOrSkip("gold/dev.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var (right, found, labelled) = (0, 0, 0);
        foreach (var row in rows)
        {
            var text = row.GetProperty("text").GetString()!;
            var gold = row.GetProperty("mentions").EnumerateArray()
                .Select(label => (label.GetProperty("surface").GetString(), label.GetProperty("type").GetString())).ToList();
            var ours = Some.Tagged(text).Mentions.Select(mention => (mention.Surface, mention.Type.ToString().ToLowerInvariant())).ToList();
            labelled += gold.Count;
            found += ours.Count;
            // Surfaces and types as multisets: offsets are scored by scripts/score-tag.
            right += gold.GroupBy(item => item).Sum(group => Math.Min(group.Count(), ours.Count(item => item.Item1 == group.Key.Item1 && item.Item2 == group.Key.Item2)));
        }

        var f1 = 2.0 * right / (found + labelled);
        Assert.True(f1 >= 0.8, $"F1 is {f1:0.000}");
    }
}
