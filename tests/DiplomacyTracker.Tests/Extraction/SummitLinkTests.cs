using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Tests.Extraction;

/// <summary>The editions that the names of meetings are linked to, in articles of 20 November 2025.</summary>
public sealed class SummitLinkTests
{
    private static readonly DateTimeOffset Published = new(2025, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Presiden menghadiri KTT G20 Johannesburg.", "G20 Summit 2025")]
    [InlineData("Presiden menghadiri KTT APEC di Gyeongju.", "APEC Summit 2025")]
    [InlineData("Presiden menghadiri KTT G20 di Rio de Janeiro.", "G20 Summit 2024")]
    [InlineData("Presiden mengenang KTT G20 Bali.", "G20 Summit 2022")]
    [InlineData("Presiden menghadiri KTT APEC di Seoul.", "APEC Summit 2025")]
    public void The_place_of_a_meeting_tells_its_edition(string body, string name) => Assert.Equal(name, LinkIn(body));

    [Theory]
    [InlineData("Presiden menghadiri KTT ASEAN ke-46.", "ASEAN Summit 46")]
    [InlineData("Presiden menghadiri KTT ASEAN.", "ASEAN Summit 47")]
    [InlineData("Presiden menghadiri KTT APEC 2026.", "APEC Summit 2026")]
    [InlineData("Presiden menghadiri KTT G7 ke-51.", "G7 Summit 51")]
    [InlineData("Presiden mengenang Konferensi Asia-Afrika yang digelar di Bandung tahun 1955.", "Asian-African Conference 1955")]
    public void A_number_or_a_year_tells_the_edition_as_the_series_counts_them(string body, string name) => Assert.Equal(name, LinkIn(body));

    [Theory]
    [InlineData("Presiden menghadiri KTT ke-28 ASEAN Plus Three.", "ASEAN Plus Three Summit 28")]
    [InlineData("Presiden menghadiri pertemuan ke-53 para pemimpin Forum Kepulauan Pasifik.", "Pacific Islands Forum Leaders Meeting 53")]
    public void A_body_names_its_own_series_where_no_other_is_named(string body, string name) => Assert.Equal(name, LinkIn(body));

    [Theory]
    [InlineData("KTT Lubang berlangsung hampir empat tahun setelah invasi pada Februari 2022.", "KTT Lubang")]
    [InlineData("KTT Paris berlangsung hampir empat tahun setelah invasi pada Februari 2022.", "Paris summit")]
    [InlineData("KTT ASEAN di Kuala Lumpur berlangsung sepuluh tahun sejak KTT di Kuala Lumpur tahun 2015.", "ASEAN Summit 47")]
    public void A_year_of_something_else_tells_no_edition(string body, string name) =>
        Assert.Equal(name, Some.Tagged(body, Published).Mentions.First(mention => mention.Type == EntityType.Summit).Link?.Name);

    [Theory]
    [InlineData("Presiden menghadiri KTT Peringatan ASEAN-Selandia Baru.", "ASEAN-New Zealand Commemorative Summit 2025")]
    [InlineData("Presiden menghadiri KTT ASEAN--Perserikatan Bangsa-Bangsa.", "ASEAN-United Nations Summit 2025")]
    [InlineData("Presiden menghadiri KTT Indonesia-Turki.", "Indonesia-Turkey Summit 2025")]
    [InlineData("Presiden menghadiri pertemuan tahunan APEC.", "APEC Summit 2025")]
    public void Partners_and_bodies_name_the_meeting(string body, string name) => Assert.Equal(name, LinkIn(body));

    [Fact]
    public void One_head_stands_for_two_meetings() =>
        Assert.Equal(["KTT ASEAN", "APEC"], Some.Tagged("Presiden menghadiri KTT ASEAN dan APEC.", Published).Mentions.Where(mention => mention.Type == EntityType.Summit).Select(mention => mention.Surface));

    private static string? LinkIn(string body) => Assert.Single(Some.Tagged(body, Published).Mentions, mention => mention.Type == EntityType.Summit).Link?.Name;
}
