using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Times;
using DiplomacyTracker.Scraper.Processing.Clustering;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>What an event is called, which may say no more than its reports do.</summary>
public sealed class EventTitlesTests
{
    private static readonly EntityLink Thailand = new("TH", "Thailand", "TH");
    private static readonly EntityLink Cambodia = new("KH", "Cambodia", "KH");
    private static readonly EntityLink Spokesman = new("bima-hartawan", "Bima Hartawan", "TH");
    private static readonly EntityLink Agency = new("international-atomic-energy-agency", "IAEA", null);
    private static readonly EventTitles Titles = new(KnowledgeBase.Default);

    [Fact]
    public void Nobody_fights_in_person_where_a_state_is_named_and_nobody_is_said_to_have_begun()
    {
        var (id, en) = Titles.Of(Facts(EventType.Assault, [Spokesman, Thailand, Cambodia]));

        Assert.Equal(("Pertempuran yang melibatkan Thailand dan Kamboja", "Fighting that involves Thailand and Cambodia"), (id, en));
    }

    [Fact]
    public void A_body_without_a_state_is_no_side_of_a_fight() =>
        Assert.Equal("Thailand launches an attack", Titles.Of(Facts(EventType.Assault, [Thailand, Agency])).En);

    [Theory]
    [InlineData(EventType.Agree, "Thailand and Cambodia reach an agreement")]
    [InlineData(EventType.Consult, "Thailand and Cambodia hold talks")]
    [InlineData(EventType.Retreat, "Thailand and Cambodia withdraw")]
    public void Two_actors_take_a_plural_verb(EventType type, string expected) => Assert.Equal(expected, Titles.Of(Facts(type, [Thailand, Cambodia])).En);

    [Fact]
    public void People_of_two_states_meet_each_other() =>
        Assert.Equal("Bima Hartawan and Sok Dara hold talks", Titles.Of(Facts(EventType.Consult, [Spokesman, new("ratna-sari", "Ratna Sari", "TH"), new("sok-dara", "Sok Dara", "KH")])).En);

    [Fact]
    public void Where_people_of_one_state_alone_are_named_the_two_states_meet() =>
        Assert.Equal("Thailand and Cambodia hold talks", Titles.Of(Facts(EventType.Consult, [Spokesman, Thailand, Cambodia])).En);

    [Theory]
    [InlineData("alaska-summit", "anchorage", "KTT Alaska 2025")]
    [InlineData("summer-davos", "tianjin", "Davos Musim Panas Tianjin")]
    [InlineData("coalition-of-the-willing-summit", "paris", "KTT Coalition of the Willing Paris")]
    public void A_meeting_is_called_by_its_city_unless_its_name_says_where_it_was(string series, string city, string expected) =>
        Assert.Equal(expected, Titles.Of(Facts(EventType.Consult, [Thailand, Cambodia]) with { Summit = new SummitReference(series, null, 2025, city) }).Id);

    [Theory]
    [InlineData(DatePrecision.Day, "ktt-nato", "ktt-nato-2026-03")]
    [InlineData(DatePrecision.Year, "ktt-nato", "ktt-nato-2026")]
    [InlineData(DatePrecision.Year, "ktt-nato-2026", "ktt-nato-2026")]
    public void An_address_says_the_month_only_where_it_is_told(DatePrecision precision, string title, string expected) =>
        Assert.Equal(expected, Facts(EventType.Consult, [Thailand], precision).SlugOf(title));

    private static EventFacts Facts(EventType type, List<EntityLink> actors, DatePrecision precision = DatePrecision.Day)
    {
        var day = new DateOnly(2026, 3, 4);
        var content = Some.Tagged("Jepang dan Filipina menandatangani perjanjian di Manila pada 8 Januari 2026.").Reports[0];
        var report = new EventReport { Type = type, Content = content, Features = new ReportFeatures(null, null, null, [], null), Origin = "harian-contoh", Digest = "", Block = "" };
        return new EventFacts(
            type, EventStatus.Held, null, new DateInterval(day, day, precision), null, null, day, null, [], actors, [], null, [], [], [], [], 1, 1, report, report);
    }
}
