using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class ReportTests
{
    [Fact]
    public void A_meeting_is_reported_with_place_day_and_those_who_were_there()
    {
        var report = Assert.Single(Some.Tagged(
            "Koalisi sukarela menggelar pertemuan di Paris pada Selasa (6/1/2026).\nKeir Starmer dan Friedrich Merz hadir dalam pertemuan itu.\nMark Rutte dijadwalkan hadir.\nRusia tidak termasuk dalam agenda pertemuan ini.").Reports);

        Assert.Equal(EventType.Consult, report.Type);
        Assert.Equal("coalition-of-the-willing-summit", report.Summit?.Series);
        Assert.Equal(("paris", "2026-01-06"), (report.Place?.Entity.Key, report.Time?.Value));
        Assert.Equal(Attendance.Present, AttendanceOf(report, "keir-starmer"));
        Assert.Equal(Attendance.Expected, AttendanceOf(report, "mark-rutte"));
        Assert.Equal(Attendance.Absent, AttendanceOf(report, "RU"));
    }

    [Fact]
    public void A_state_that_sends_envoys_is_represented_by_them()
    {
        var report = Assert.Single(Some.Tagged(
            "KTT G7 dibuka di Evian pada 14 Juni 2025.\nWashington diwakili oleh Utusan Khusus Presiden AS Donald Trump, Steve Witkoff, dalam KTT itu.").Reports);

        Assert.Equal(Attendance.Represented, AttendanceOf(report, "US"));
        Assert.Equal(Attendance.Present, AttendanceOf(report, "steve-witkoff"));
        Assert.DoesNotContain(report.Participants, participant => participant.Entity.Key == "donald-trump");
    }

    [Fact]
    public void Two_editions_in_one_article_are_two_reports()
    {
        var reports = Some.Tagged("KTT ASEAN ke-46 digelar pada 26 Mei 2025.\nKTT ASEAN ke-47 digelar pada 26 Oktober 2025.").Reports;

        Assert.Equal([46, 47], reports.Select(report => report.Summit?.Edition));
    }

    [Fact]
    public void Background_is_reported_at_its_own_date()
    {
        var report = Assert.Single(Some.Tagged("Pada Desember 2025, Rusia menuduh Polandia.").Reports);

        Assert.Equal((EventType.Accuse, "2025-12"), (report.Type, report.Time?.Value));
    }

    [Fact]
    public void A_postponed_visit_says_so() =>
        Assert.Equal(EventStatus.Postponed, Assert.Single(Some.Tagged("Prabowo Subianto menunda kunjungan ke China pada 9 Januari 2026.").Reports).Status);

    [Fact]
    public void A_number_of_states_is_kept_with_its_words()
    {
        var figure = Assert.Single(Assert.Single(Some.Tagged("Sekitar 35 negara menghadiri KTT G7 di Evian pada 14 Juni 2025.").Reports).Figures);

        Assert.Equal(("negara", 35, true), (figure.Of, figure.Value, figure.Approximate));
    }

    [Fact]
    public void Who_reports_it_is_kept_as_a_chain() =>
        Assert.Equal(["Reuters"], Assert.Single(Some.Tagged("Rusia menuduh Polandia pada 9 Januari 2026, seperti dilansir Reuters.").Reports).Via);

    [Fact]
    public void Football_and_weather_tell_of_no_event() =>
        Assert.Empty(Some.Tagged("Persib menang 2-1 pada Minggu malam.\nHujan lebat turun sepanjang pekan ini.").Reports);

    private static Attendance AttendanceOf(Report report, string key) => report.Participants.Single(participant => participant.Entity.Key == key).Attendance;
}
