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

    [Fact]
    public void Each_date_of_a_sentence_tells_its_own_act()
    {
        var reports = Some.Tagged("Armenia dan Azerbaijan meneken gencatan senjata pada Sabtu (10/1/2026) setelah bentrokan yang pecah pada 3 Januari.").Reports;

        Assert.Equal([(EventType.Agree, "2026-01-10"), (EventType.Assault, "2026-01-03")], reports.Select(report => (report.Type, report.Time!.Value)));
        Assert.All(reports, report => Assert.Equal(["AM", "AZ"], report.Actors.Select(actor => actor.Key)));
    }

    [Fact]
    public void A_distance_in_days_dates_the_meeting_that_it_counts_from()
    {
        var reports = Some.Tagged("Presiden Prancis bertemu Presiden Serbia di Wina, Senin (12/1/2026), tiga hari setelah KTT G7.").Reports;

        Assert.Equal("2026-01-09", reports.Single(report => report.Summit?.Series == "g7-summit").Time?.Value);
        Assert.Equal("2026-01-12", reports.Single(report => report.Summit is null).Time?.Value);
    }

    [Fact]
    public void What_is_met_for_beside_a_summit_tells_its_day_too() =>
        Assert.Contains(
            Some.Tagged("Presiden Prancis bertemu Presiden Serbia di Evian, Senin (12/1/2026), di sela-sela KTT G7.").Reports,
            report => report is { Summit.Series: "g7-summit", Time.Value: "2026-01-12" });

    [Fact]
    public void What_happened_on_the_day_just_said_has_that_day() =>
        Assert.Equal(
            "2026-01-09",
            Some.Tagged("Prancis mengusir duta besar Iran pada Jumat (9/1/2026), hari ketika Rusia menyerang Ukraina.").Reports.Single(report => report.Type == EventType.Assault).Time?.Value);

    [Fact]
    public void The_same_city_is_the_one_named_before() =>
        Assert.Equal(
            "istanbul",
            Some.Tagged("Rusia dan Ukraina bertemu di Istanbul, Rabu (7/1/2026).\nSebelumnya mereka berhadapan di kota yang sama pada 2 Januari.").Reports.Single(report => report.Time?.Value == "2026-01-02").Place?.Entity.Key);

    [Fact]
    public void Leaders_of_a_body_meet_in_its_summit_and_its_ministers_do_not()
    {
        Assert.Equal("nato-summit", Assert.Single(Some.Tagged("Para pemimpin NATO bertemu di Oslo pada 12 Januari 2026.").Reports).Summit?.Series);
        Assert.Null(Assert.Single(Some.Tagged("Para menteri pertahanan NATO bertemu di Oslo pada 12 Januari 2026.").Reports).Summit);
    }

    [Fact]
    public void An_act_without_names_is_that_of_those_just_named()
    {
        var reports = Some.Tagged("Rusia dan Ukraina bertemu di Istanbul, Rabu (14/1/2026).\nPutaran sebelumnya digelar pada 2 Januari.").Reports;

        Assert.Equal(["RU", "UA"], reports.Single(report => report.Time?.Value == "2026-01-02").Actors.Select(actor => actor.Key));
    }

    [Fact]
    public void A_day_of_announcing_dates_the_act_of_the_sentence_before()
    {
        var report = Assert.Single(Some.Tagged("Polandia menutup konsulat Rusia di Krakow.\nMenteri Luar Negeri mengumumkannya pada Rabu (14/1/2026).").Reports);

        Assert.Equal((EventType.Sanction, "2026-01-14"), (report.Type, report.Time?.Value));
    }

    [Fact]
    public void A_visit_that_is_put_off_is_a_visit() =>
        Assert.Equal(
            (EventType.Consult, EventStatus.Postponed),
            Some.Tagged("Kunjungan Presiden Prancis ke Serbia pada 12 Januari 2026 ditangguhkan.").Reports.Select(report => (report.Type, report.Status)).Single());

    [Fact]
    public void A_moved_meeting_has_its_new_day() =>
        Assert.Equal("2026-01-22", Assert.Single(Some.Tagged("Pertemuan Prancis dan Serbia yang semula dijadwalkan pada 16 Januari diundur ke 22 Januari 2026.").Reports).Time?.Value);

    [Theory]
    [InlineData("Tiga puluh dua negara anggota NATO menghadiri KTT NATO di Oslo pada 12 Januari 2026.", "negara anggota", 32)]
    [InlineData("Dewan Keamanan PBB mengesahkan resolusi di New York, Senin (12/1/2026).\nTiga belas anggota mendukung, sedangkan Rusia abstain.", "suara mendukung", 13)]
    [InlineData("Serangan Rusia ke Ukraina pada 12 Januari 2026 menewaskan sedikitnya 30 orang.", "tewas", 30)]
    [InlineData("Prancis menyalurkan bantuan 2,5 miliar dolar AS ke Ukraina pada 12 Januari 2026.", "uang (USD)", 2_500_000_000)]
    [InlineData("AS mengenakan tarif 19 persen terhadap Indonesia pada 12 Januari 2026.", "tarif (persen)", 19)]
    public void Numbers_are_read_in_words_and_figures(string text, string of, long value) =>
        Assert.Contains(Some.Tagged(text).Reports.SelectMany(report => report.Figures), figure => figure.Of == of && figure.Value == value);

    [Fact]
    public void Signatories_are_kept_with_the_states_that_they_sign_for()
    {
        var report = Assert.Single(Some.Tagged("Dokumen tentang Suriah diteken di Wina, Senin (12/1/2026).\nPenandatangannya tiga negara: Prancis, Serbia, dan Jerman.").Reports, one => one.Time is not null);

        Assert.Equal(["FR", "RS", "DE"], report.Signatories.Select(signatory => signatory.State));
    }

    [Fact]
    public void Whoever_stands_in_is_told_with_the_one_who_stays_away()
    {
        var report = Assert.Single(Some.Tagged("Perdana Menteri China Li Qiang mewakili Presiden Xi Jinping dalam KTT G20 di Johannesburg, Sabtu (10/1/2026).").Reports);

        Assert.Equal(Attendance.Present, AttendanceOf(report, "li-qiang"));
        Assert.Equal(Attendance.Represented, AttendanceOf(report, "xi-jinping"));
        Assert.Equal("li-qiang", report.Participants.Single(participant => participant.Entity.Key == "CN").By?.Key);
    }

    private static Attendance AttendanceOf(Report report, string key) => report.Participants.Single(participant => participant.Entity.Key == key).Attendance;

    [Fact]
    public void Who_comes_for_a_body_stands_for_no_state()
    {
        var tagged = Some.Tagged("KTT ASEAN ke-47 dibuka di Kuala Lumpur pada 26 Oktober 2025. Sekretaris Jenderal ASEAN Sinta Wirawan dan Presiden Laut Aruma Bima Hartawan hadir dalam KTT itu.");

        var secretary = Assert.Single(tagged.Reports.SelectMany(report => report.Participants), participant => participant.Entity.Name == "Sinta Wirawan");
        Assert.Equal(("Sekretaris Jenderal ASEAN", null), (secretary.Office, secretary.Entity.Country));
    }

    [Fact]
    public void A_state_that_names_a_zone_does_nothing()
    {
        var tagged = Some.Tagged("Jepang dan Filipina menandatangani perjanjian di Manila, Selasa malam (6/1/2026) waktu Prancis.");

        Assert.All(tagged.Reports, report => Assert.DoesNotContain(report.Actors.Concat(report.Targets), link => link.Key == "FR"));
        Assert.Contains(tagged.Reports, report => report.Actors.Any(link => link.Key == "JP"));
    }

    [Theory]
    [InlineData("Jepang dan Filipina akan menandatangani perjanjian di Manila pada 12 Januari 2026.", EventStatus.Planned)]
    [InlineData("Jepang dan Filipina menandatangani perjanjian di Manila pada 8 Januari 2026.", EventStatus.Held)]
    [InlineData("Jepang dan Filipina sedianya akan menandatangani perjanjian di Manila pada 8 Januari 2026.", EventStatus.Reported)]
    public void A_plan_is_one_only_while_its_day_is_to_come(string text, EventStatus expected) =>
        Assert.Equal(expected, Assert.Single(Some.Tagged(text).Reports).Status);

    [Fact]
    public void Whoever_stands_in_does_so_for_his_own_state_and_not_for_the_one_that_he_visits()
    {
        var report = Assert.Single(Some.Tagged("Wakil Presiden Gibran Rakabuming Raka menghadiri KTT G20 di Johannesburg, Afrika Selatan, Sabtu (10/1/2026), mewakili Presiden Prabowo Subianto.").Reports);

        Assert.Equal("gibran-rakabuming-raka", report.Participants.Single(participant => participant.Entity.Key == "ID").By?.Key);
        Assert.DoesNotContain(report.Participants, participant => participant.Entity.Key == "ZA");
    }
}
