using System.Globalization;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>What later words add to an act, and acts that are told by their number, their chairs or their city.</summary>
public sealed class ActDetailTests
{
    [Fact]
    public void Who_signed_that_text_is_more_of_the_act_and_no_second_one()
    {
        var report = Assert.Single(Told(
            "Thailand dan Kamboja meneken gencatan senjata pada Sabtu (27/12/2025). Dari pihak Kamboja, naskah itu ditandatangani Menteri Pertahanan Tea Seiha.", "2025-12-28").Reports);

        Assert.Contains(report.Signatories, signatory => signatory.Entity.Key == "tea-seiha");
    }

    [Fact]
    public void Guests_that_are_counted_right_after_a_ceremony_are_its_guests()
    {
        var report = Assert.Single(Told("Parade militer digelar pada Rabu (3/9/2025) di Beijing, China. Presiden Xi Jinping menjamu 24 kepala negara, termasuk Presiden Prabowo Subianto.", "2025-09-03").Reports);

        Assert.Equal(24, Assert.Single(report.Figures, figure => figure.Of == "kepala negara").Value);
        Assert.Contains(report.Actors, actor => actor.Key == "xi-jinping");
    }

    [Theory]
    [InlineData("Presiden Prabowo Subianto bertemu Perdana Menteri Anwar Ibrahim di Kuala Lumpur pada 24 Oktober 2025, menjelang KTT ASEAN ke-47.", Occasion.Before, "asean-summit 47")]
    [InlineData("Presiden Prabowo Subianto bertemu Perdana Menteri Pham Minh Chinh pada 26 Mei 2025 di sela-sela KTT ASEAN ke-46.", Occasion.Beside, "asean-summit 46")]
    [InlineData("Presiden Volodymyr Zelenskyy bertemu Presiden Donald Trump di Washington pada Senin (18/8/2025), tiga hari setelah KTT Alaska.", Occasion.After, "alaska-summit")]
    public void An_act_keeps_the_meeting_that_it_is_set_beside(string text, Occasion when, string meeting)
    {
        var act = Told(text, "2025-12-01").Reports.Where(report => report.Occasions.Count > 0).ToList();

        Assert.Equal((when, meeting), Assert.Single(act).Occasions.Select(occasion => (occasion.When, MeetingKey.Of(occasion.Meeting))).Single());
    }

    [Fact]
    public void A_meeting_is_no_occasion_of_itself() =>
        Assert.All(Told("KTT ASEAN ke-47 digelar di Kuala Lumpur pada 26 Oktober 2025.", "2025-10-27").Reports, report => Assert.Empty(report.Occasions));

    [Fact]
    public void A_numbered_package_is_one_of_the_unions_sanctions()
    {
        var report = Assert.Single(Told("Sanksi terhadap Rusia bertambah lagi. Paket ke-19, yang menutup keran gas cair, lolos pada 23 Oktober.", "2025-10-27").Reports, report => report.Time is not null);

        Assert.Equal((EventType.Sanction, "european-union"), (report.Type, Assert.Single(report.Actors).Key));
    }

    [Fact]
    public void A_package_of_another_kind_is_no_sanction() =>
        Assert.DoesNotContain(Told("Parlemen Prancis bersidang lagi. Paket ke-2 anggaran itu disahkan di Paris pada 23 Oktober.", "2025-10-27").Reports, report => report.Type == EventType.Sanction);

    [Fact]
    public void A_conference_is_known_by_those_who_chair_it_together() =>
        Assert.Equal(
            "two-state-solution-conference",
            Assert.Single(Told("Konferensi yang diketuai bersama oleh Prancis dan Arab Saudi itu ditangguhkan.", "2025-06-15").Reports).Summit?.Series);

    [Fact]
    public void Who_follows_does_the_same_to_the_same()
    {
        var reports = Told("Prancis menyatakan akan mengakui Palestina. Di akhir Juli, London menyusul dengan janji bersyarat.", "2025-08-02").Reports;

        var followed = Assert.Single(reports, report => report.Time is not null);
        Assert.Equal((EventType.Support, "GB", "PS"), (followed.Type, Assert.Single(followed.Actors).Key, Assert.Single(followed.Targets).Key));
    }

    [Fact]
    public void What_follows_an_event_is_not_done_by_who_follows() =>
        Assert.DoesNotContain(
            Told("Prancis menyatakan akan mengakui Palestina. Israel menyusul serangan itu pada 30 Juli.", "2025-08-02").Reports, report => report is { Type: EventType.Support, Time: not null });

    [Fact]
    public void The_day_that_was_planned_stays_with_what_was_put_off()
    {
        var report = Assert.Single(Told("Penandatanganan perjanjian Australia-Papua Nugini di Port Moresby, yang direncanakan Rabu (17/9/2025), ditunda.", "2025-09-17").Reports);

        Assert.Equal((EventStatus.Postponed, "2025-09-17"), (report.Status, report.Time?.Edtf));
    }

    [Fact]
    public void A_city_and_a_month_name_an_earlier_edition_of_the_series_that_is_spoken_of()
    {
        var reports = Told("COP30 ditutup di Belem, Brasil, Sabtu (22/11/2025). Setahun yang lalu, di Baku pada November 2024, mereka masih berharap.", "2025-11-26").Reports;

        Assert.Equal([29, 30], reports.Select(report => report.Summit?.Edition).Order());
    }

    private static TaggedArticle Told(string text, string publishedOn) =>
        Some.Tagged(text, DateTimeOffset.Parse(publishedOn + "T18:00:00+07:00", CultureInfo.InvariantCulture));
}
