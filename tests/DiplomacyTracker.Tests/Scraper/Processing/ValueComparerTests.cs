using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

namespace DiplomacyTracker.Tests.Scraper.Processing;

/// <summary>How two values that are told of one event stand to each other, and what holds of any two.</summary>
public sealed class ValueComparerTests
{
    private static readonly KnownNames Names = new(KnowledgeBase.Default);
    private static readonly ValueComparer Comparer = new(Names);
    private static readonly EntityLink Anchorage = new("anchorage", "Anchorage", "US");
    private static readonly string[] ZoneNames = ["WIB", "WITA", "WIT", "GMT", "CET", "EEST", "MSK", "IST", "JST", "NZDT", "EST", "PDT", "HST", "BRT"];

    [Theory]
    [InlineData(15, null, 16, null, DifferenceClass.Discrepancy)]
    [InlineData(15, "setempat", 16, null, DifferenceClass.Discrepancy)]
    [InlineData(15, "Anchorage", 16, null, DifferenceClass.Discrepancy)]
    [InlineData(15, "Amerika Serikat", 16, null, DifferenceClass.Discrepancy)]
    [InlineData(15, null, 16, "WIB", DifferenceClass.TimeZone)]
    [InlineData(15, "setempat", 16, "WIB", DifferenceClass.TimeZone)]
    [InlineData(15, "New York", 16, "GMT", DifferenceClass.TimeZone)]
    [InlineData(15, null, 18, "WIB", DifferenceClass.Discrepancy)]
    [InlineData(15, "GMT", 16, "WIB", DifferenceClass.TimeZone)]
    [InlineData(16, "GMT", 15, "WIB", DifferenceClass.Discrepancy)]
    public void Neighbouring_days_in_two_zones_are_one_moment(int day, string? zone, int otherDay, string? otherZone, DifferenceClass expected)
    {
        Assert.Equal(expected, Comparer.Compare(ClaimField.Date, Day(day, zone), Day(otherDay, otherZone)));
        Assert.Equal(expected, Comparer.Compare(ClaimField.Date, Day(otherDay, otherZone), Day(day, zone)));
    }

    [Theory]
    [InlineData("WIB", "Jakarta", "ID")]
    [InlineData("WITA", "Denpasar", "ID")]
    [InlineData("Prancis", "Paris", "FR")]
    public void The_venues_own_zone_is_no_other(string stated, string place, string country) =>
        Assert.Null(Zones.Of(stated, new EntityLink(place.ToLowerInvariant(), place, country), Names));

    [Theory]
    [InlineData("2026-01-06", EventStatus.Planned, "2026-01-09", EventStatus.Held, "pada", DifferenceClass.LaterUpdate)]
    [InlineData("2026-01-06", EventStatus.Postponed, "2026-01-09", EventStatus.Planned, "pada", DifferenceClass.LaterUpdate)]
    [InlineData("2026-01-06", EventStatus.Held, "2026-01-09", EventStatus.Held, "pada", DifferenceClass.Discrepancy)]
    [InlineData("2026-01-06", EventStatus.Held, "2026-01-09", EventStatus.Held, "dibuka", DifferenceClass.Compatible)]
    [InlineData("2026-01-09", EventStatus.Held, "2026-01-06", EventStatus.Held, "ditutup", DifferenceClass.Compatible)]
    [InlineData("2026-01-06", EventStatus.Held, "2026-01-06/2026-01-08", EventStatus.Held, "pada", DifferenceClass.Compatible)]
    [InlineData("2026-01-06/2026-01-08", EventStatus.Held, "2026-01-07/2026-01-09", EventStatus.Held, "pada", DifferenceClass.Discrepancy)]
    [InlineData("2026-W02", EventStatus.Held, "2026-01-11/2026-01-20~", EventStatus.Held, "pada", DifferenceClass.Compatible)]
    public void Days_are_told_apart_by_what_came_of_them(string a, EventStatus status, string b, EventStatus otherStatus, string words, DifferenceClass expected) =>
        Assert.Equal(expected, Comparer.Compare(ClaimField.Date, Told(a, words) with { Status = status }, Told(b, "pada") with { Status = otherStatus }));

    [Theory]
    [InlineData("KTT Paris", "KTT Koalisi Sukarela", DifferenceClass.Compatible)]
    [InlineData("KTT NATO ke-35", "KTT NATO 2024", DifferenceClass.Compatible)]
    [InlineData("KTT Andoria ke-3", "KTT Andoria ke-4", DifferenceClass.Discrepancy)]
    [InlineData("Dewan Pemulihan Sarawela", "Badan Pembangunan Sarawela", DifferenceClass.Discrepancy)]
    public void A_meeting_has_many_names_and_a_body_one(string a, string b, DifferenceClass expected) =>
        Assert.Equal(expected, Comparer.Compare(ClaimField.Name, Told(a, a), Told(b, b)));

    [Theory]
    [InlineData("li-qiang", "xi-jinping", DifferenceClass.Discrepancy)]
    [InlineData("li-qiang", "li-qiang, wang-yi", DifferenceClass.Compatible)]
    public void Who_came_for_a_state_came_alone_or_with_others(string a, string b, DifferenceClass expected) => Assert.Equal(
        expected,
        Comparer.Compare(ClaimField.Participant, Told($"{a}: {AttendanceValues.StandIn}", "") with { Of = "CN" }, Told($"{b}: {AttendanceValues.StandIn}", "") with { Of = "CN" }));

    [Theory]
    [InlineData("FR, GB, UA", "FR, GB, PL", DifferenceClass.Discrepancy)]
    [InlineData("FR, GB, UA", "FR, GB", DifferenceClass.Compatible)]
    [InlineData("FR, GB", "FR, UA", DifferenceClass.Compatible)]
    public void Lists_of_signatories_disagree_where_one_stands_in_anothers_place(string a, string b, DifferenceClass expected) =>
        Assert.Equal(expected, Comparer.Compare(ClaimField.Signatory, Told(a, "ditandatangani"), Told(b, "ditandatangani")));

    [Fact]
    public void A_state_beside_whoever_signed_for_it_says_less() =>
        Assert.Equal(DifferenceClass.Compatible, Comparer.Compare(ClaimField.Signatory, Told("FR", "diteken") with { Of = "FR" }, Told("emmanuel-macron", "diteken") with { Of = "FR" }));

    [Fact]
    public void The_order_of_two_values_changes_nothing()
    {
        foreach (var (field, values) in SampleValues())
        {
            foreach (var (a, b) in values.SelectMany(a => values.Select(b => (a, b))))
            {
                Assert.True(Comparer.Compare(field, a, b) == Comparer.Compare(field, b, a), $"{field}: {a} and {b}");
            }
        }
    }

    [Fact]
    public void A_value_differs_from_itself_in_nothing() =>
        Assert.All(SampleValues().SelectMany(field => field.Values.Select(value => (field.Field, Value: value))), one => Assert.Null(Comparer.Compare(one.Field, one.Value, one.Value with { })));

    [Fact]
    public void A_wider_date_that_holds_the_day_is_compatible()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var day = new DateOnly(2024, 1, 1).AddDays(random.Next(1200));
            var (first, last) = (day.AddDays(-random.Next(4)), day.AddDays(1 + random.Next(3)));
            string[] wider =
            [
                Text(day, "yyyy"), Text(day, "yyyy-MM"), $"{Iso(first)}/{Iso(last)}", $"{Iso(first)}/{Iso(last)}~", $"{Iso(first)}/..", $"../{Iso(last)}",
                string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}"),
            ];
            Assert.All(wider, value => Assert.Equal(DifferenceClass.Compatible, Comparer.Compare(ClaimField.Date, Told(Iso(day), "pada"), Told(value, "pada"))));
        }
    }

    [Fact]
    public void One_moment_in_two_zones_is_no_disagreement()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var moment = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(200_000));
            var (zone, other) = (ZoneNames[random.Next(ZoneNames.Length)], ZoneNames[random.Next(ZoneNames.Length)]);
            foreach (var (format, otherFormat) in new[] { ("yyyy-MM-dd", "yyyy-MM-dd"), ("yyyy-MM-dd", "yyyy-MM-ddTHH:mm"), ("yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm") })
            {
                var (a, b) = (At(moment, zone, format), At(moment, other, otherFormat));
                var found = Comparer.Compare(ClaimField.Date, a, b);
                Assert.True(found is null or DifferenceClass.TimeZone or DifferenceClass.Compatible, $"{a} and {b}: {found}");
            }
        }
    }

    [Fact]
    public void A_number_told_roughly_agrees_with_what_it_rounds()
    {
        var random = new Random(13);
        for (var i = 0; i < 300; i++)
        {
            var value = random.Next(20, 400);
            var near = Math.Round(value / 10m) * 10;
            var found = Comparer.Compare(ClaimField.Count, Told(value.ToString(CultureInfo.InvariantCulture), "peserta"), Told($"{near.ToString(CultureInfo.InvariantCulture)}~", "sekitar"));
            Assert.True(Math.Abs(value - near) > near * 0.15m || found == DifferenceClass.Compatible, $"{value} and about {near}: {found}");
        }
    }

    private static ToldValue At(DateTime moment, string zone, string format) =>
        Told((moment + Zones.OffsetOf(zone)!.Value).ToString(format, CultureInfo.InvariantCulture), "pada") with { Zone = zone };

    private static ToldValue Day(int day, string? zone) => Told($"2025-08-{day}", "pada") with { Zone = Zones.Of(zone, Anchorage, Names) };

    private static ToldValue Told(string value, string words) => new(value, words, null, Some.Published);

    private static string Iso(DateOnly day) => Text(day, "yyyy-MM-dd");

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<(ClaimField Field, List<ToldValue> Values)> SampleValues() =>
        ValuePair.Sample().GroupBy(pair => pair.Field).Select(field => (field.Key, field.SelectMany(pair => new[] { pair.A, pair.B }).ToList()));
}
