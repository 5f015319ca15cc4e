using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;
using DiplomacyTracker.Scraper.Processing.Clustering;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>Which reports of a block are one event.</summary>
public sealed class EventClustererTests
{
    private static readonly DateOnly June = new(2025, 6, 17);

    [Fact]
    public void The_order_in_which_reports_come_changes_nothing()
    {
        var random = new Random(11);
        var tellings = Enumerable.Range(0, 120).Select(i => Telling(
            i, Pick(random, [EventType.Consult, EventType.Agree, EventType.Sanction]), June.AddDays(random.Next(40)),
            [Pick(random, ["ID", "US"]), Pick(random, ["FR", "GB"]), Pick(random, ["RU", "UA"])])).ToList();

        var expected = Shape(EventClusterer.Cluster(tellings));

        Assert.True(expected.Count is > 5 and < 120);
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tellings));
            Assert.Equal(expected, Shape(EventClusterer.Cluster(tellings)));
        }
    }

    [Fact]
    public void No_look_up_misses_a_group_that_a_report_fits()
    {
        var random = new Random(5);
        var fits = 0;
        for (var round = 0; round < 40; round++)
        {
            var (index, groups) = (new GroupIndex(), new List<EventGroup>());
            foreach (var telling in Enumerable.Range(0, 60).Select(i => Any(random, i)))
            {
                var fitting = groups.FindAll(group => group.FitOf(telling).Score > 0);
                var near = index.Near(telling);

                Assert.Empty(fitting.Except(near));
                Assert.Equal(near.Distinct().Count(), near.Count);
                fits += fitting.Count;
                var home = fitting.FirstOrDefault() ?? new EventGroup(groups.Count, telling.ReportId);
                if (fitting.Count == 0)
                {
                    groups.Add(home);
                }
                home.Add(telling);
                index.Add(home, telling);
            }
        }
        Assert.True(fits > 100, $"{fits}");
    }

    [Fact]
    public void Clustering_on_from_what_was_before_comes_to_what_clustering_anew_comes_to()
    {
        var random = new Random(23);
        var (tellings, next, again) = (new List<Telling>(), 0, 0);
        var before = EventClusterer.Cluster(tellings);
        for (var round = 0; round < 400; round++)
        {
            tellings.RemoveAll(_ => random.Next(12) == 0);
            tellings = tellings.ConvertAll(telling => random.Next(20) == 0 ? telling with { PublishedAt = telling.PublishedAt!.Value.AddDays(1), ReprintOfId = tellings[0].ArticleId } : telling);
            tellings.AddRange(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(5) == 0 ? AnyReference(random, next++) : Any(random, next++)));

            var anew = EventClusterer.Cluster(tellings);
            var on = EventClusterer.Cluster(tellings, before);

            Assert.Equal(Lines(anew), Lines(on));
            again += before.Placed.Select(Line).Intersect(Lines(on)).Count();
            before = on;
        }
        Assert.True(again > 5_000, $"{again}");
    }

    private static List<string> Lines(Clustering clustering) => [.. clustering.Placed.Select(Line)];

    private static string Line(Placed placed) => $"{placed.Telling.ReportId} in {placed.Home} for {placed.Why}";

    private static Telling AnyReference(Random random, int i) =>
        Reference(i, June.AddDays(random.Next(70)), Pick<string[]>(random, [["ID", "US"], ["FR", "US"], ["RU", "UA"]]), Pick(random, ["geneva", "paris"]));

    // Dated and undated, named and unnamed, put off and held, with one party to three.
    private static Telling Any(Random random, int i) => Telling(
        i,
        Pick(random, [EventType.Consult, EventType.Agree, EventType.Assault]),
        June.AddDays(random.Next(70)),
        Pick<string[]>(random, [["ID"], ["ID", "US"], ["FR", "US"], ["FR", "GB", "US"], ["RU", "UA"]]),
        series: Pick<string?>(random, [null, null, "g7-summit", "asean-summit"]),
        edition: Pick<int?>(random, [null, null, 46, 47]),
        place: Pick<string?>(random, [null, "geneva", "paris"]),
        isDated: random.Next(4) > 0,
        status: Pick(random, [EventStatus.Held, EventStatus.Held, EventStatus.Postponed]));

    [Fact]
    public void A_meeting_that_was_put_off_goes_on_under_its_later_day()
    {
        var off = Telling(1, EventType.Consult, June, ["FR", "SA"], series: "two-state-conference", status: EventStatus.Postponed);
        var held = Telling(2, EventType.Consult, new DateOnly(2025, 7, 28), ["FR", "SA"], series: "two-state-conference");
        var later = Telling(3, EventType.Consult, new DateOnly(2025, 9, 22), ["FR", "SA"], series: "two-state-conference");

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([later, off, held])));
    }

    [Fact]
    public void What_two_states_were_to_sign_and_signed_later_elsewhere_is_one_act()
    {
        var off = Telling(1, EventType.Agree, June, ["AU", "PG"], place: "port-moresby", status: EventStatus.Postponed);
        var held = Telling(2, EventType.Agree, June.AddDays(25), ["AU", "PG"], place: "canberra");
        var other = Telling(3, EventType.Agree, June.AddDays(25), ["AU", "FJ"], place: "canberra");

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([off, held, other])));
    }

    [Fact]
    public void A_reference_joins_what_was_done_at_its_place_and_day_and_makes_no_event()
    {
        var told = Telling(1, EventType.Consult, June, ["US", "UA"], place: "geneva");
        var reference = Reference(2, June, ["US", "UA", "RU"], "geneva");
        var elsewhere = Reference(3, June, ["US", "UA"], "berlin");
        var ofOthers = Reference(4, June, ["JP", "KR"], "geneva");

        Assert.Equal(["1 2"], Shape(EventClusterer.Cluster([elsewhere, reference, ofOthers, told])));
    }

    [Fact]
    public void A_place_and_what_the_words_say_holds_it_are_one_place()
    {
        var told = Telling(1, EventType.Consult, June, ["US", "UA"], place: "mar-a-lago", within: "florida");

        Assert.Equal(["1 2"], Shape(EventClusterer.Cluster([told, Reference(2, June, ["US", "UA"], "florida")])));
    }

    [Fact]
    public void A_block_takes_guests_only_for_what_its_own_reports_tell()
    {
        var own = Telling(1, EventType.Agree, June, ["JP", "PH"]);
        var guest = Telling(2, EventType.Agree, June.AddDays(1), ["JP", "PH"]);
        var stranger = Telling(3, EventType.Agree, June.AddDays(1), ["IN", "FR"]);

        Assert.Equal(["1 2"], Shape(EventClusterer.Cluster([own, guest, stranger]).GroupsOf(new HashSet<long> { own.ReportId })));
    }

    [Fact]
    public void A_meeting_that_was_held_is_not_the_next_of_its_series()
    {
        var first = Telling(1, EventType.Consult, June, ["FR", "SA"], series: "two-state-conference");
        var second = Telling(2, EventType.Consult, new DateOnly(2025, 7, 28), ["FR", "SA"], series: "two-state-conference");

        Assert.Equal(["1", "2"], Shape(EventClusterer.Cluster([first, second])));
    }

    [Fact]
    public void The_number_of_a_package_joins_days_that_differ_and_parts_days_that_agree()
    {
        var day = new DateOnly(2025, 10, 23);
        var told = Telling(1, EventType.Sanction, day, ["european-union"], serial: "paket 19");
        var dayAfter = Telling(2, EventType.Sanction, day.AddDays(1), ["european-union"], serial: "paket 19");
        var other = Telling(3, EventType.Sanction, day, ["european-union", "RU"], serial: "paket 18");

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([other, dayAfter, told])));
    }

    [Theory]
    [InlineData(EventType.Agree, new[] { "1 2" })]
    [InlineData(EventType.Consult, new[] { "1", "2" })]
    public void What_the_same_two_parties_do_a_day_apart_is_one_act_but_may_be_two_meetings(EventType type, string[] expected)
    {
        var one = Telling(1, type, June, ["ID", "US"]);
        var other = Telling(2, type, June.AddDays(1), ["ID", "US"]);

        Assert.Equal(expected, Shape(EventClusterer.Cluster([one, other])));
    }

    [Fact]
    public void An_edition_is_one_meeting_whatever_day_is_told_of_it()
    {
        var opened = Telling(1, EventType.Consult, June, ["BR"], series: "climate-conference", edition: 30);
        var closed = Telling(2, EventType.Consult, June.AddDays(12), ["TR"], series: "climate-conference", edition: 30);
        var next = Telling(3, EventType.Consult, June, ["BR"], series: "climate-conference", edition: 31);

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([closed, next, opened])));
    }

    [Fact]
    public void A_strike_on_one_place_is_one_though_the_tellings_name_other_parties()
    {
        var one = Telling(1, EventType.Assault, June, ["US", "IR", "donald-trump"], place: "fordow");
        var other = Telling(2, EventType.Assault, June, ["US", "international-atomic-energy-agency"], place: "fordow");
        var elsewhere = Telling(3, EventType.Assault, June, ["US", "YE"], place: "hodeidah");

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([one, other, elsewhere])));
    }

    [Fact]
    public void A_meeting_without_its_name_joins_the_named_one_only_with_the_same_states_on_the_same_day()
    {
        var named = Telling(1, EventType.Consult, June, ["RU", "UA", "TR"], series: "istanbul-talks");
        var unnamed = Telling(2, EventType.Consult, June, ["RU", "UA"]);
        var dayAfter = Telling(3, EventType.Consult, June.AddDays(1), ["RU", "UA"]);
        var summit = Telling(4, EventType.Consult, June, ["US", "CA", "GB", "FR", "DE", "IT", "JP"], series: "g7-summit");
        var aside = Telling(5, EventType.Consult, June, ["US", "CA"]);

        Assert.Equal(["1 2", "3", "4", "5"], Shape(EventClusterer.Cluster([aside, unnamed, dayAfter, named, summit])));
    }

    [Fact]
    public void Copies_of_a_text_tell_one_event_even_without_a_day()
    {
        var one = Telling(1, EventType.Agree, June, ["RU", "UA"], isDated: false);
        var copy = Telling(2, EventType.Agree, June.AddDays(1), ["RU", "UA"], isDated: false, copyOf: 1);
        var other = Telling(3, EventType.Agree, June.AddDays(1), ["RU", "UA"], isDated: false);

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([one, copy, other])));
    }

    [Fact]
    public void Who_names_one_side_of_a_fight_tells_the_fight_of_that_day()
    {
        var both = Telling(1, EventType.Assault, June, ["TH", "KH"]);
        var one = Telling(2, EventType.Assault, June, ["TH"]);
        var other = Telling(3, EventType.Assault, June, ["IL", "IR"]);

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([one, other, both])));
    }

    [Fact]
    public void Two_who_attend_a_parade_and_meet_on_that_day_meet_apart_from_it()
    {
        var parade = Telling(1, EventType.Consult, June, ["ID", "CN"], place: "beijing", isCeremony: true);
        var meeting = Telling(2, EventType.Consult, June, ["ID", "CN"], place: "beijing");
        var again = Telling(3, EventType.Consult, June, ["ID", "CN"], place: "beijing", isCeremony: true);

        Assert.Equal(["1 3", "2"], Shape(EventClusterer.Cluster([meeting, parade, again])));
    }

    [Fact]
    public void A_conference_told_by_its_days_and_place_is_the_one_that_others_name()
    {
        var named = Telling(1, EventType.Consult, June, ["FR", "SA"], series: "two-state-conference", place: "un-headquarters");
        var unnamed = Telling(2, EventType.Consult, June, [], place: "un-headquarters", isConference: true);
        var elsewhere = Telling(3, EventType.Consult, June, [], place: "geneva", isConference: true);

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([unnamed, elsewhere, named])));
    }

    [Fact]
    public void A_meeting_of_two_bodies_is_the_named_meeting_of_both_on_that_day()
    {
        var named = Telling(1, EventType.Consult, June, ["QA", "TR", "arab-league", "organisation-of-islamic-cooperation"], series: "arab-islamic-summit");
        var bodies = Telling(2, EventType.Consult, June, ["arab-league", "organisation-of-islamic-cooperation"]);
        var others = Telling(3, EventType.Consult, June, ["arab-league", "african-union"]);

        Assert.Equal(["1 2", "3"], Shape(EventClusterer.Cluster([others, bodies, named])));
    }

    private static T Pick<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static Telling Telling(
        int id, EventType type, DateOnly day, string[] actors, string? series = null, EventStatus status = EventStatus.Held, string? serial = null,
        bool isDated = true, long? copyOf = null, int? edition = null, string? place = null, bool isCeremony = false, bool isConference = false, bool isReference = false, string? within = null) => new(
            id, id, $"outlet.example/{id:000}", 0, type, status,
            new ReportFeatures(
                isDated ? new DateInterval(day, day, DatePrecision.Day) : null,
                isConference ? new SummitReference(null, null, null, place) : series is null ? null : new SummitReference(series, edition, null, null), place, actors, serial, isCeremony, isReference, within),
            new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero), "WIB", copyOf, "", null, null);

    private static Telling Reference(int id, DateOnly day, string[] states, string place) => Telling(id, EventType.Consult, day, states, place: place, status: EventStatus.Reported, isReference: true);

    private static List<string> Shape(Clustering clustering) => Shape(clustering.Groups);

    private static List<string> Shape(List<List<Placed>> groups) =>
        [.. groups.Select(cluster => string.Join(' ', cluster.Select(placed => placed.Telling.ReportId).Order())).Order(StringComparer.Ordinal)];
}
