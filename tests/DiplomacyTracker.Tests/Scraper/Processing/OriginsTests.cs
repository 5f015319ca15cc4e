using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Processing;
using Article = DiplomacyTracker.Data.Articles.Article;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Where a telling comes from.</summary>
public sealed class OriginsTests
{
    private readonly Origins _origins = new([("Kantor Berita Lintang", "lintang"), ("Harian Selat", "selat-harian"), ("Majalah Selat", "selat-majalah"), ("Pena Kota", "pena-kota")]);

    [Theory]
    [InlineData("Kantor Berita Lintang", "lintang")]
    [InlineData("Berita Lintang", "lintang")]
    [InlineData("Lintang", "lintang")]
    [InlineData("Harian Selat", "selat-harian")]
    [InlineData("Selat", "selat")]
    [InlineData("AFP", "afp")]
    [InlineData("Kantor Berita", "kantor-berita")]
    public void A_cited_outlet_of_ours_is_known_by_its_name_unless_two_share_it(string cited, string expected) => Assert.Equal(expected, OriginOf(cited));

    [Fact]
    public void Who_cites_nobody_is_the_origin() => Assert.Equal("pena-kota", OriginOf());

    private string OriginOf(params string[] via)
    {
        var tagged = Some.Tagged("Presiden Prancis Emmanuel Macron bertemu Kanselir Jerman Friedrich Merz di Berlin pada 8 Januari 2026.");
        var article = new Article { ArticleKey = "a", Source = new Source { Key = "pena-kota", Name = "Pena Kota", Family = "Pena", Zone = "WIB" } };
        return _origins.Of(tagged.Reports[0] with { Via = via }, new TaggedRow(article, [], tagged));
    }
}
