using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>Who holds a meeting and what it is about, with the words that say so.</summary>
public sealed class MeetingDetailTests
{
    [Theory]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Prancis menjadi tuan rumah KTT itu.", "FR")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Dalam KTT itu tuan rumah Prancis menerima enam pemimpin.", "FR")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025 dengan Prancis dan Swiss selaku tuan rumah bersama.", "FR CH")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Dalam KTT itu Amerika Serikat ditetapkan menjadi tuan rumah berikutnya.", "")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Dalam KTT itu Jepang bukan tuan rumah.", "")]
    public void A_host_is_whom_the_words_call_so(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Meeting(text).Hosts.Select(host => host.Entity.Key)));

    [Fact]
    public void The_words_of_a_host_hold_the_state_and_the_office()
    {
        const string Text = "KTT G7 dibuka di Evian pada 14 Juni 2025. Prancis menjadi tuan rumah KTT itu.";
        var host = Assert.Single(Meeting(Text).Hosts);

        Assert.Equal("Prancis menjadi tuan rumah", Text[host.Span.Start..host.Span.End]);
    }

    [Theory]
    [InlineData("KTT G7 membahas tarif dan rantai pasok di Evian pada 14 Juni 2025.", "tarif dan rantai pasok")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025 untuk membahas perubahan iklim, kata panitia.", "perubahan iklim")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Para pemimpin dalam KTT itu tidak membahas tarif.", "")]
    [InlineData("KTT G7 dibuka di Evian pada 14 Juni 2025. Para pemimpin dalam KTT itu membahas hal tersebut.", "")]
    public void The_agenda_is_what_the_words_say_is_talked_of(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Meeting(text).Agenda.Select(item => text[item.Span.Start..item.Span.End])));

    private static Report Meeting(string text) => Some.Tagged(text).Reports.Single(report => report.Summit?.Series == "g7-summit");
}
