using System.Globalization;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>Which day, which place and whom of its words an act has for its own.</summary>
public sealed class ReportScopeTests
{
    [Fact]
    public void Days_in_a_list_tell_as_many_meetings()
    {
        var reports = Told("Delegasi Ukraina dan Rusia berunding di Istanbul pada 16 Mei dan 2 Juni.", "2025-07-25").Reports;

        Assert.Equal([new DateOnly(2025, 5, 16), new DateOnly(2025, 6, 2)], reports.Select(report => report.Time!.Interval!.From!.Value));
        Assert.All(reports, report => Assert.True(report.Time!.Interval!.IsDay));
    }

    [Fact]
    public void Days_that_follow_one_another_are_one_meeting()
    {
        var report = Assert.Single(Told("Delegasi Ukraina dan Amerika Serikat berunding di Berlin pada 14 dan 15 Desember.", "2025-12-16").Reports);

        Assert.Equal((new DateOnly(2025, 12, 14), new DateOnly(2025, 12, 15)), (report.Time!.Interval!.From, report.Time.Interval.To));
    }

    [Fact]
    public void A_day_long_gone_belongs_to_the_fight_that_it_stands_beside()
    {
        var reports = Told("Liga Arab menandatangani naskah yang mengutuk serangan Hamas pada 7 Oktober 2023.", "2025-08-02").Reports;

        var fight = Assert.Single(reports, report => report.Time is not null);
        Assert.Equal((EventType.Assault, "hamas", new DateOnly(2023, 10, 7)), (fight.Type, Assert.Single(fight.Actors).Key, fight.Time!.Interval!.From));
    }

    [Fact]
    public void Who_is_only_the_reason_takes_no_part()
    {
        var report = Assert.Single(Told("Prancis dan Arab Saudi menunda konferensi di New York pada 17 Juni karena perang antara Israel dan Iran.", "2025-06-14").Reports);

        Assert.Equal(EventStatus.Postponed, report.Status);
        Assert.Equal(["FR", "SA"], report.Actors.Concat(report.Targets).Select(link => link.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_day_that_is_said_of_somebody_in_passing_dates_nothing_else()
    {
        var reports = Told(
            "KTT Asia Timur ke-20 berlangsung di Kuala Lumpur, Senin (27/10/2025). Presiden AS Donald Trump, yang berada di Malaysia sehari sebelumnya, sudah terbang ke Jepang.", "2025-10-27").Reports;

        Assert.DoesNotContain(reports, report => report.Time?.Interval?.From == new DateOnly(2025, 10, 26));
    }

    [Fact]
    public void The_day_since_which_somebody_holds_office_is_no_meeting()
    {
        var reports = Told("Perdana Menteri Jepang Sanae Takaichi bertatap muka dengan Presiden China Xi Jinping di Gyeongju, Jumat (31/10/2025). Itulah perjumpaan pertama mereka sejak Takaichi menjabat pada 21 Oktober.", "2025-11-01").Reports;

        Assert.Equal(new DateOnly(2025, 10, 31), Assert.Single(reports).Time?.Interval?.From);
    }

    [Fact]
    public void Both_sides_of_a_fight_are_those_whom_the_article_is_about()
    {
        var fight = Told(
            "Perdana Menteri Thailand Phumtham Wechayachai dan Perdana Menteri Kamboja Hun Manet berunding di Putrajaya, Malaysia, Senin (28/7/2025). Duta besar Amerika Serikat dan China ikut di dalam ruangan. "
            + "Pertempuran yang meletus pada 24 Juli memaksa ratusan ribu orang di kedua sisi mengungsi.", "2025-07-28").Reports.Single(report => report.Type == EventType.Assault);

        Assert.Equal(["KH", "TH"], fight.Actors.Concat(fight.Targets).Select(link => link.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void That_state_is_the_one_that_was_named_last()
    {
        var sanction = Told("Iran memanggil pulang duta besarnya dari Berlin, Sabtu (27/9/2025). Sanksi PBB atas negara itu pulih pada Minggu (28/9/2025).", "2025-09-28").Reports.Single(report => report.Type == EventType.Sanction);

        Assert.Contains(sanction.Actors.Concat(sanction.Targets), link => link.Key == "IR");
    }

    [Fact]
    public void The_summits_of_three_years_are_three_meetings()
    {
        var meetings = Told(
            "Pekan lalu di Den Haag, para pemimpin NATO memutuskan bahwa perjumpaan mereka pada 2026 akan digelar di Ankara. Tiga tahun silam, pada akhir Juni 2022, KTT NATO di Madrid menyebut Rusia sebagai ancaman langsung.", "2025-07-01").Reports;

        Assert.Equal(
            [("madrid", EventStatus.Held), ("the-hague", EventStatus.Held), ("ankara", EventStatus.Planned)],
            meetings.OrderBy(report => report.Time!.Interval!.From).Select(report => (report.Place!.Entity.Key, report.Status)));
        Assert.All(meetings, report => Assert.Equal("nato-summit", report.Summit?.Series));
    }

    [Fact]
    public void A_body_that_stands_for_its_meeting_keeps_the_meetings_number_and_days()
    {
        var report = Assert.Single(Told("Pertemuan Pemimpin Forum Kepulauan Pasifik ke-54 ditutup di Honiara. Selama sepekan, 8-12 September 2025, Perdana Menteri Jeremiah Manele menjadi tuan rumah.", "2025-09-12").Reports);

        Assert.Equal(("pacific-islands-forum-leaders-meeting", 54), (report.Summit?.Series, report.Summit?.Edition));
        Assert.Equal((new DateOnly(2025, 9, 8), new DateOnly(2025, 9, 12)), (report.Time?.Interval?.From, report.Time?.Interval?.To));
    }

    [Theory]
    [InlineData("Sanae Takaichi bertatap muka dengan Xi Jinping di Gyeongju, Jumat (31/10/2025), di sela pertemuan APEC.", "apec-economic-leaders-meeting", 31)]
    [InlineData("Naskah itu diteken di Kuala Lumpur, Selasa (28/10/2025). Penandatanganan dilakukan sehari setelah KTT Asia Timur di kota yang sama.", "east-asia-summit", 27)]
    public void A_meeting_that_only_dates_another_act_is_told_with_its_day(string text, string series, int day)
    {
        var meeting = Told(text, "2025-11-01").Reports.Single(report => report.Summit is not null);

        Assert.Equal((series, new DateOnly(2025, 10, day)), (meeting.Summit!.Series, meeting.Time?.Interval?.From));
    }

    [Fact]
    public void What_was_put_off_and_takes_place_at_last_is_held()
    {
        var report = Assert.Single(Told("Pertemuan khusus ASEAN yang sempat diundur itu akhirnya terlaksana di Kuala Lumpur, Senin (22/12/2025).", "2025-12-22").Reports);

        Assert.Equal(EventStatus.Held, report.Status);
    }

    private static TaggedArticle Told(string text, string day) => Some.Tagged(text, DateTimeOffset.Parse(day + "T18:00:00+07:00", CultureInfo.InvariantCulture));
}
