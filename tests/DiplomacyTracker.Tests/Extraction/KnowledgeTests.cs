using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class KnowledgeTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.Default;

    [Fact]
    public void Keys_are_unique()
    {
        Assert.Empty(Repeated(Knowledge.Countries.Select(row => row.Code)));
        Assert.Empty(Repeated(Knowledge.Places.Select(row => row.Key)));
        Assert.Empty(Repeated(Knowledge.Organizations.Select(row => row.Key)));
        Assert.Empty(Repeated(Knowledge.Persons.Select(row => row.Key)));
        Assert.Empty(Repeated(Knowledge.SummitSeries.Select(row => row.Key)));
    }

    [Fact]
    public void Every_tenure_names_a_known_person_office_and_body()
    {
        var persons = Knowledge.Persons.Select(row => row.Key).ToHashSet();
        var offices = Knowledge.Titles.Select(row => row.Office).ToHashSet();
        var bodies = Knowledge.Countries.Select(row => row.Code).Concat(Knowledge.Organizations.Select(row => row.Key)).ToHashSet();

        Assert.DoesNotContain(Knowledge.Tenures, row => !persons.Contains(row.Person) || !offices.Contains(row.Office) || !bodies.Contains(row.Body));
    }

    [Fact]
    public void Nobody_succeeds_before_the_predecessor_has_left()
    {
        var overlapping = Knowledge.Tenures.Where(row => row.Office is "president" or "prime-minister" or "foreign-minister" or "chancellor" or "defence-minister" && row.From.Length == 10)
            .GroupBy(row => (row.Body, row.Office))
            .SelectMany(group => group.OrderBy(row => row.From).Zip(group.OrderBy(row => row.From).Skip(1)))
            .Where(pair => pair.First.To.Length == 0 || (pair.First.To.Length == 10 && string.CompareOrdinal(pair.First.To, pair.Second.From) > 0));

        Assert.Empty(overlapping);
    }

    [Fact]
    public void Every_edition_belongs_to_a_known_series_and_ends_after_it_begins()
    {
        var series = Knowledge.SummitSeries.Select(row => row.Key).ToHashSet();

        Assert.All(Knowledge.SummitEditions, row =>
        {
            Assert.Contains(row.Series, series);
            Assert.True(row.To.Length == 0 || string.CompareOrdinal(row.From, row.To) <= 0, row.NameEn);
        });
    }

    [Fact]
    public void Places_lie_in_known_countries()
    {
        var codes = Knowledge.Countries.Select(row => row.Code).ToHashSet();

        Assert.DoesNotContain(Knowledge.Places, row => row.Country.Length > 0 && !codes.Contains(row.Country));
    }

    [Theory]
    [InlineData("FR", "president", 2026, "emmanuel-macron")]
    [InlineData("FR", "president", 2016, "francois-hollande")]
    [InlineData("nato", "secretary-general", 2026, "mark-rutte")]
    public void An_office_at_a_date_is_a_person(string body, string office, int year, string person) =>
        Assert.Equal(person, Knowledge.HolderOf(body, office, new DateOnly(year, 3, 1)));

    [Fact]
    public void The_knowledge_holds_what_a_first_version_promises()
    {
        Assert.True(Knowledge.Countries.Count >= 198, $"{Knowledge.Countries.Count} countries");
        Assert.True(Knowledge.Organizations.Count >= 100, $"{Knowledge.Organizations.Count} organizations");
        Assert.True(Knowledge.SummitSeries.Count >= 30, $"{Knowledge.SummitSeries.Count} series");
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> keys) => keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key);
}
