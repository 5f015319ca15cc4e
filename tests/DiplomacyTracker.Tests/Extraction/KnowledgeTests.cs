using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class KnowledgeTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.Default;

    [Fact]
    public void The_reference_data_holds_together() => Assert.Empty(KnowledgeCheck.Faults(Knowledge));

    [Theory]
    [InlineData("FR", "president", 2026, "emmanuel-macron")]
    [InlineData("FR", "president", 2016, "francois-hollande")]
    [InlineData("nato", "secretary-general", 2026, "mark-rutte")]
    [InlineData("nato", "secretary-general", 2015, "jens-stoltenberg")]
    [InlineData("ID", "foreign-minister", 1995, "ali-alatas")]
    [InlineData("ID", "foreign-minister", 2012, "marty-natalegawa")]
    [InlineData("ID", "trade-minister", 2016, "thomas-lembong")]
    [InlineData("US", "foreign-minister", 2010, "hillary-clinton")]
    [InlineData("US", "president", 2019, "donald-trump")]
    [InlineData("US", "president", 2023, "joe-biden")]
    [InlineData("ES", "foreign-minister", 2024, "jose-manuel-albares")]
    [InlineData("JP", "defence-minister", 2019, "takeshi-iwaya")]
    [InlineData("asean", "secretary-general", 2020, "lim-jock-hoi")]
    [InlineData("international-atomic-energy-agency", "director-general", 2018, "yukiya-amano")]
    public void An_office_at_a_date_is_a_person(string body, string office, int year, string person) =>
        Assert.Equal(person, Knowledge.HolderOf(body, office, new DateOnly(year, 3, 1)));

    [Fact]
    public void The_same_office_of_two_states_has_two_holders() =>
        Assert.NotEqual(Knowledge.HolderOf("IE", "foreign-minister", new DateOnly(2022, 3, 1)), Knowledge.HolderOf("GB", "foreign-minister", new DateOnly(2022, 3, 1)));

    // Bosnia and Herzegovina and San Marino have several heads at once, so no one of them is "the" head.
    [Fact]
    public void Somebody_has_led_every_other_member_of_the_United_Nations()
    {
        string[] heads =
            ["president", "prime-minister", "chancellor", "king", "sultan", "emir", "supreme-leader", "pope", "taoiseach", "leader", "chairperson", "prince", "acting-president"];
        var led = Knowledge.Tenures.Where(row => heads.Contains(row.Office)).Select(row => row.Body).ToHashSet();

        Assert.Equal(["BA", "SM"], Knowledge.Countries.Where(row => row.Source.Contains("UN member", StringComparison.Ordinal) && !led.Contains(row.Code)).Select(row => row.Code).Order());
    }

    [Theory]
    [InlineData("president", "AR BR CN CY FR ID KR MX PH RU TR US ZA")]
    [InlineData("prime-minister", "AU BE BG CA CZ DK EE ES FI GB GR HR HU IN IT JP KH LA LT LU LV MT MY NL PL PT RO SE SG SI SK TH TL VN")]
    [InlineData("chancellor", "AT DE")]
    [InlineData("king", "SA")]
    [InlineData("sultan", "BN")]
    [InlineData("taoiseach", "IE")]
    public void Who_led_the_G20_ASEAN_and_EU_is_known_for_every_spring_since_2014(string office, string codes)
    {
        var unknown = codes.Split(' ').SelectMany(code => Enumerable.Range(2014, 12).Select(year => (Code: code, Day: new DateOnly(year, 3, 12))))
            .Where(at => Knowledge.HolderOf(at.Code, office, at.Day) is null);

        // South Korea had no president from the removal of 10 March 2017 to the election in May.
        Assert.Equal(office == "president" ? [("KR", new DateOnly(2017, 3, 12))] : [], unknown);
    }

    [Theory]
    [InlineData("asean-summit", 7, 49)]
    [InlineData("east-asia-summit", 1, 20)]
    [InlineData("g20-summit", 1, 21)]
    [InlineData("g7-summit", 26, 52)]
    [InlineData("apec-economic-leaders-meeting", 8, 33)]
    [InlineData("brics-summit", 1, 18)]
    [InlineData("cop", 6, 31)]
    [InlineData("un-general-assembly", 55, 80)]
    [InlineData("sco-summit", 1, 26)]
    [InlineData("non-aligned-movement-summit", 13, 19)]
    [InlineData("oic-summit", 9, 15)]
    [InlineData("arab-league-summit", 13, 34)]
    [InlineData("nuclear-security-summit", 1, 4)]
    public void A_series_has_each_of_its_editions_since_2000(string series, int first, int last) =>
        Assert.Equal(Enumerable.Range(first, last - first + 1), Knowledge.SummitEditions.Where(row => row.Series == series && row.Edition is not null).Select(row => row.Edition!.Value).Order());

    [Fact]
    public void The_knowledge_reaches_over_the_field()
    {
        Assert.True(Knowledge.Countries.Count >= 250, $"{Knowledge.Countries.Count} countries");
        Assert.True(Knowledge.Organizations.Count >= 1000, $"{Knowledge.Organizations.Count} organizations");
        Assert.True(Knowledge.Places.Count >= 1500, $"{Knowledge.Places.Count} places");
        Assert.True(Knowledge.Persons.Count >= 2000, $"{Knowledge.Persons.Count} persons");
        Assert.True(Knowledge.Tenures.Count >= 2000, $"{Knowledge.Tenures.Count} tenures");
        Assert.True(Knowledge.SummitSeries.Count >= 100, $"{Knowledge.SummitSeries.Count} series");
        Assert.True(Knowledge.SummitEditions.Count >= 600, $"{Knowledge.SummitEditions.Count} editions");
    }
}
