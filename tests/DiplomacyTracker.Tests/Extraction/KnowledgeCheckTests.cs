using System.Text;
using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class KnowledgeCheckTests
{
    // Two invented states with one president and one capital each, a body with one summit.
    private static readonly Dictionary<string, string> Sound = new()
    {
        ["countries.tsv"] = """
            code|name_en|name_id|aliases|abbreviations|demonyms|capital|seats|nicknames|since|until|wikidata|source|as_of
            AA|Avalon|Avalon||AV||Avalon City|Avalon City||1950||Q1|atlas|2025
            BB|Borduria|Borduria||||Szohod|Szohod|||1995|Q2|atlas|2025-06
            """,
        ["places.tsv"] = """
            key|name_en|name_id|aliases|country|kind|common_word|wikidata|source|as_of
            avalon-city|Avalon City|Avalon City||AA|city||Q3|atlas|2025
            szohod|Szohod|Szohod||BB|city|||atlas|2025
            """,
        ["organizations.tsv"] = """
            key|name_en|name_id|aliases|abbreviations|kind|country|wikidata|source|as_of
            league|League|Liga||LG|igo||Q4|charter|2025
            """,
        ["titles.tsv"] = """
            office|title_en|titles_id|abbreviations|kind|holders|source|as_of
            president|President|Presiden||head-of-state|one|dictionary|2025
            spokesperson|Spokesperson|Juru Bicara||diplomat|many|dictionary|2025
            """,
        ["persons.tsv"] = """
            key|name|aliases|short|country|wikidata|source|as_of
            ana-one|Ana One|||AA||gazette|2025
            ben-two|Ben Two|||BB|Q5|gazette|2025
            """,
        ["tenures.tsv"] = """
            body|office|person|from|to|local_title|source|as_of
            AA|president|ana-one|2010-01-01|2020-01-01||gazette|2025
            AA|president|ben-two|2020-01-01|||gazette|2025
            BB|president|ben-two|1990|1995||gazette|2025
            """,
        ["summit-series.tsv"] = """
            key|name_en|name_id|aliases|body|partners|kind|numbered|source|as_of
            league-summit|League Summit|KTT Liga||league||series||charter|2025
            """,
        ["summit-editions.tsv"] = """
            series|edition|year|from|to|city|country|name_en|source|as_of
            league-summit|1|2024|2024-05-01|2024-05-02|Szohod|BB|League Summit 1|charter|2025
            """,
        ["shared-names.tsv"] = """
            name|type|keys|source|as_of
            """,
    };

    [Fact]
    public void Sound_tables_have_no_fault() => Assert.Empty(KnowledgeCheck.Faults(With("shared-names.tsv", "")));

    [Theory]
    [InlineData("persons.tsv", "cid|Cid Three|||AA|||2025", "no source")]
    [InlineData("persons.tsv", "cid|Cid Three|||AA||gazette|lately", "'lately' is no date")]
    [InlineData("persons.tsv", "cid|Cid Three|||ZZ||gazette|2025", "unknown country 'ZZ'")]
    [InlineData("persons.tsv", "ana-one|Cid Three|||AA||gazette|2025", "key 2 times")]
    [InlineData("persons.tsv", "cid|Cid Three|||AA|Q5|gazette|2025", "Wikidata id 2 times")]
    [InlineData("persons.tsv", "cid|Cid Three|||AA|5|gazette|2025", "no Wikidata id")]
    [InlineData("persons.tsv", "cid|Cid Three|ANA ONE||AA||gazette|2025", "'ana one' names ana-one, cid")]
    [InlineData("places.tsv", "new-szohod|New Szohod|Szohod||AA|city|||atlas|2025", "'szohod' names szohod, new-szohod")]
    [InlineData("organizations.tsv", "guild|Guild|Gilda||LG|igo|||charter|2025", "'lg' names league, guild")]
    [InlineData("shared-names.tsv", "Liga|organization|league,guild|charter|2025", "nobody shares this name")]
    [InlineData("countries.tsv", "CC|Cagliostro|Cagliostro||||Lupin||||||atlas|2025", "unknown place 'Lupin'")]
    [InlineData("tenures.tsv", "AA|president|ana-one|2019-06-01|2021-01-01||gazette|2025", "begins before ana-one has left")]
    [InlineData("tenures.tsv", "AA|president|ana-one|2024|||gazette|2025", "begins before ben-two has left")]
    [InlineData("tenures.tsv", "AA|president|ana-one|1949|1950||gazette|2025", "the state in 1950")]
    [InlineData("tenures.tsv", "BB|president|ana-one|1995|1996||gazette|2025", "outlives the state")]
    [InlineData("tenures.tsv", "league|president|ana-one|2020|2019||gazette|2025", "ends before it begins")]
    [InlineData("tenures.tsv", "league|president|ana-one|2020-13|||gazette|2025", "no span of dates")]
    [InlineData("tenures.tsv", "league|president|ana-one|2026|||gazette|2025", "begins after the date as of which")]
    [InlineData("tenures.tsv", "league|tsar|ana-one|2020|||gazette|2025", "unknown office 'tsar'")]
    [InlineData("tenures.tsv", "guild|president|ana-one|2020|||gazette|2025", "unknown body 'guild'")]
    [InlineData("tenures.tsv", "league|president|cid|2020|||gazette|2025", "unknown person 'cid'")]
    [InlineData("tenures.tsv", "AA|president|ben-two|2020-01-01|2021||gazette|2025", "row 2 times")]
    [InlineData("summit-editions.tsv", "league-summit|2|2025|2025-05-03|2025-05-02|Szohod|BB|League Summit 2|charter|2025", "ends before it begins")]
    [InlineData("summit-editions.tsv", "league-summit|2|2025|2024-05-03|2024-05-04|Szohod|BB|League Summit 2|charter|2025", "not in 2025")]
    [InlineData("summit-editions.tsv", "league-summit|2|2025|2025-05-32||Szohod|BB|League Summit 2|charter|2025", "no span of dates")]
    [InlineData("summit-editions.tsv", "league-summit|1|2025|2025-05-03||Szohod|BB|League Summit 2|charter|2025", "2 editions with the number 1")]
    [InlineData("summit-editions.tsv", "guild-summit|2|2025|2025-05-03||Szohod|BB|Guild Summit 2|charter|2025", "unknown series 'guild-summit'")]
    [InlineData("summit-editions.tsv", "league-summit|2|2025|2025-05-03||Klow|BB|League Summit 2|charter|2025", "unknown place 'Klow'")]
    [InlineData("summit-series.tsv", "guild-summit|Guild Summit|KTT Gilda||guild||series||charter|2025", "unknown body 'guild'")]
    [InlineData("summit-series.tsv", "guild-summit|Guild Summit|KTT Gilda||league|guild|series||charter|2025", "unknown partner 'guild'")]
    public void A_row_that_does_not_fit_is_named(string file, string row, string fault) =>
        Assert.Contains(KnowledgeCheck.Faults(With(file, row)), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_shared_name_with_a_rule_is_no_fault()
    {
        var tables = new Dictionary<string, string>(Sound);
        tables["persons.tsv"] += "\ncid|Cid Three|Ana One||BB||gazette|2025";
        tables["shared-names.tsv"] += "\nAna One|person|ana-one,cid|gazette|2025";

        Assert.Empty(KnowledgeCheck.Faults(Read(tables)));
    }

    [Fact]
    public void A_rule_names_the_entity_that_stands_first()
    {
        var tables = new Dictionary<string, string>(Sound);
        tables["persons.tsv"] += "\ncid|Cid Three|Ana One||BB||gazette|2025";
        tables["shared-names.tsv"] += "\nAna One|person|cid,ana-one|gazette|2025";

        Assert.Contains(KnowledgeCheck.Faults(Read(tables)), fault => fault.Contains("cid has to stand before ana-one", StringComparison.Ordinal));
    }

    [Fact]
    public void People_may_share_an_office_that_many_hold()
    {
        var tables = new Dictionary<string, string>(Sound);
        tables["tenures.tsv"] += "\nleague|spokesperson|ana-one|2020|||gazette|2025\nleague|spokesperson|ben-two|2021|||gazette|2025";

        Assert.Empty(KnowledgeCheck.Faults(Read(tables)));
    }

    [Fact]
    public void A_row_with_too_few_cells_is_an_error_that_names_its_line()
    {
        var error = Assert.Throws<FormatException>(() => With("persons.tsv", "cid|Cid Three"));

        Assert.Contains("persons.tsv line 4", error.Message, StringComparison.Ordinal);
    }

    private static KnowledgeBase With(string file, string row)
    {
        var tables = new Dictionary<string, string>(Sound);
        tables[file] += "\n" + row;
        return Read(tables);
    }

    // In the samples a bar stands for the tab and a comma for the bar.
    private static KnowledgeBase Read(Dictionary<string, string> tables) =>
        new(file => new MemoryStream(Encoding.UTF8.GetBytes(tables[file].Replace('|', '\t').Replace(',', '|'))));
}
