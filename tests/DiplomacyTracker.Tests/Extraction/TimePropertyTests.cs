using System.Globalization;
using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;
using DiplomacyTracker.Newsroom;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class TimePropertyTests
{
    private static readonly DateTimeOffset Published = new(2026, 1, 7, 12, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Pieces =
        ["Senin", " (7/1/2026)", " 31 ", "Februari", " 2025", "-", "/", " pukul 13.55 WIB", " kemarin", " pekan lalu", "tahun ", " hingga ", "26-28 Oktober", " akhir ", "😀", "e\u0301", "\0", "\n", "9999", " abad ke-19", ".",
            " besok", " lusa", " bulan depan", " Senin depan", " 999 dekade lalu", " 500 tahun lagi", "99999 hari", " kemudian", " sebelumnya", " tadi malam", " tanggal 31", " kuartal IV tahun depan", " akhir pekan depan"];

    private static Arbitrary<string> Texts => Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary();

    [Fact]
    public void Whatever_the_text_every_time_stands_where_it_says() => Prop.ForAll(Texts, text =>
        TimeTagger.Find(text, TextPart.Body, Published).All(time => text[time.Span.Start..time.Span.End] == time.Surface)).QuickCheckThrowOnFailure();

    [Fact]
    public void Times_do_not_overlap_and_stand_in_order() => Prop.ForAll(Texts, text =>
    {
        var times = TimeTagger.Find(text, TextPart.Body, Published);
        return times.Zip(times.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_value_of_a_day_lies_in_its_interval() => Prop.ForAll(Texts, text =>
        TimeTagger.Find(text, TextPart.Body, Published).All(time => time.Interval is not { IsDay: true, From: { } day }
            || (time.Value!.StartsWith(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal) && time.Edtf == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).QuickCheckThrowOnFailure();

    [Fact]
    public void An_interval_never_ends_before_it_begins() => Prop.ForAll(Texts, text =>
        TimeTagger.Find(text, TextPart.Body, Published).All(time => time.Interval is not { From: { } from, To: { } to } || from <= to)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_day_of_publication_and_no_distance_leaves_the_calendar() => Prop.ForAll(Texts, Gen.Choose(0, 9).SelectMany(edge => Gen.Choose(0, 400).Select(days => (edge, days))).ToArbitrary(), (text, day) =>
    {
        var published = day.edge switch
        {
            < 3 => DateTimeOffset.MinValue.AddDays(day.days),
            < 6 => DateTimeOffset.MaxValue.AddDays(-day.days),
            < 9 => new DateTimeOffset(1 + (day.days * 24), 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day.days),
            _ => (DateTimeOffset?)null,
        };
        return TimeTagger.Find(text, TextPart.Body, published).All(time => time.Span.End <= text.Length);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("300 dekade lalu")]
    [InlineData("999 dekade lagi")]
    public void A_distance_beyond_the_calendar_is_a_duration_and_no_date(string text) =>
        Assert.Equal(TimeKind.Duration, Assert.Single(TimeTagger.Find(text, TextPart.Body, Published)).Kind);

    [Theory]
    [InlineData("Jumat, 31 Desember 9999. Besok, pekan depan, bulan depan, tahun depan dan Senin depan.", 6)]
    [InlineData("Sejak tahun 9999. Rapat dibuka Jumat (31/12) dan ditutup besok.", 2)]
    public void Nothing_is_counted_from_a_day_at_the_calendars_end(string text, int count) =>
        Assert.Equal(new string?[count], TimeTagger.Find(text, TextPart.Body, null).Select(time => time.Value));

    [Fact]
    public void A_rule_is_tried_wherever_its_pattern_fits() => Prop.ForAll(Texts, text => Missed(text).Length == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void In_no_sample_article_a_rule_is_left_untried_where_its_pattern_fits() =>
        Assert.Empty(SampleArticles.All.SelectMany(article => Missed(string.Join("\n", article.Body))));

    // What patterns find in the whole text, begun anywhere, and the scanner does not; a match that cuts a word is no match.
    private static string[] Missed(string text)
    {
        var tried = new TimeScanner(TimeTagger.Rules).Matches(text).Select(found => (found.Rule, found.Match.Index)).ToHashSet();
        return
        [
            .. from rule in Enumerable.Range(0, TimeTagger.Rules.Length)
               from match in Regex.Matches(text, $@"\b(?:{TimeTagger.Rules[rule].Pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
               where !tried.Contains((rule, match.Index))
               select $"{rule}: {match.Value}",
        ];
    }

    // Nearly every pattern begins at every word and fails late.
    [Theory]
    [InlineData("hari Senin malam 1 ")]
    [InlineData("tanggal 1     sampai     ")]
    [InlineData("akhir tahun pukul 7  siang  waktu  ")]
    [InlineData("antara tahun 2020 dan  ")]
    public void Words_that_begin_times_without_end_are_read_to_the_end(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 200_000 / words.Length)) + ". Rapat pada 12 November 2025.";

        Assert.Equal("2025-11-12", TimeTagger.Find(text, TextPart.Body, Published)[^1].Value);
    }

    [Fact]
    public void Without_a_publication_a_date_without_year_lies_near_one_that_has_it()
    {
        var times = TimeTagger.Find("Sidang dibuka pada 12 November 2025. Sidang ditutup pada 21 November.", TextPart.Body, null);

        Assert.Equal(["2025-11-12", "2025-11-21"], times.Select(time => time.Value));
    }

    [Fact]
    public void Without_any_year_a_date_stays_without_value() =>
        Assert.Null(Assert.Single(TimeTagger.Find("Sidang ditutup pada 21 November.", TextPart.Body, null)).Value);
}
