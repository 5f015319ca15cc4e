using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Statements;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class StatementTests
{
    [Fact]
    public void A_quotation_has_its_speaker_and_verb()
    {
        var statement = Assert.Single(Some.Tagged("\"Kami menyambut baik usulan itu,\" kata Ratih Pramesti di Jakarta.").Statements);

        Assert.True(statement.Direct);
        Assert.Equal(("Ratih Pramesti", "kata"), (statement.SpeakerEntity?.Name, statement.Verb));
    }

    [Fact]
    public void The_words_of_ujarnya_are_those_of_whoever_was_named_last()
    {
        var statements = Some.Tagged("Ratih Pramesti membuka rapat.\n\"Rapat ini penting bagi kami,\" ujarnya.").Statements;

        Assert.Equal("Ratih Pramesti", Assert.Single(statements, statement => statement.Direct).SpeakerEntity?.Name);
    }

    [Fact]
    public void Reported_speech_has_no_quotation_marks()
    {
        var statement = Assert.Single(Some.Tagged("Ratih Pramesti menyatakan bahwa rapat akan dilanjutkan besok.").Statements);

        Assert.False(statement.Direct);
        Assert.Equal("menyatakan", statement.Verb);
    }

    [Fact]
    public void A_cited_wire_stands_in_the_chain() =>
        Assert.Equal(["Agence France-Presse"], Assert.Single(Some.Tagged("\"Rapat itu penting bagi kami,\" kata Ratih Pramesti, seperti dikutip AFP.").Statements).Via);

    [Fact]
    public void A_quotation_that_never_closes_ends_with_its_sentence()
    {
        const string Body = "Ratih Pramesti berkata, \"Rapat ini penting sekali bagi kami.\nAlinea lain.";

        Assert.All(Some.Tagged(Body).Statements, statement => Assert.True(statement.Span.End <= Body.IndexOf('\n', StringComparison.Ordinal)));
    }

    // States and people are invented.
    [Theory]
    [InlineData("\"Kami butuh waktu,\" kata Ketua Delegasi Veldania Ruvin Astermann.", "Ruvin Astermann")]
    [InlineData("\"Kami menolak tekanan itu,\" kata Wakil Menteri Pertahanan Halvenia, Jendral Pavo Reskin, di Brussel.", "Pavo Reskin")]
    [InlineData("\"Kami akan menyerahkan bukti,\" tulis Menteri Keamanan Zuberia Amadou Kessira di X.", "Amadou Kessira")]
    [InlineData("\"Kami akan hadir,\" ujar Prof. Dr. Hadi Sunarto, guru besar hukum internasional.", "Hadi Sunarto")]
    [InlineData("\"Kami kecewa,\" kata pemimpin oposisi Lusanda Raul Ibarrondo.", "Raul Ibarrondo")]
    public void Titles_and_states_that_nobody_knows_are_no_part_of_a_name(string body, string speaker) =>
        Assert.Equal(speaker, Assert.Single(Some.Tagged(body).Statements).SpeakerName);

    [Theory]
    [InlineData("Dubes Korval untuk Indonesia Sanne Iverold menyampaikan belasungkawa. Diplomat perempuan itu menegaskan hubungan kedua negara tidak berubah.", "Sanne Iverold")]
    [InlineData("Menlu Veldania Orsolin Takveh tiba di Jakarta. \"Saya senang berada di sini,\" katanya.", "Orsolin Takveh")]
    public void Whoever_a_sentence_is_about_speaks_in_the_next_also_when_nobody_knows_the_name(string body, string speaker) =>
        Assert.Equal(speaker, Assert.Single(Some.Tagged(body).Statements).SpeakerName);

    [Theory]
    [InlineData("Direktur Jenderal Kerja Sama Kemlu Ruvin Astermann menjelaskan bahwa agenda sudah disepakati.", "Ruvin Astermann")]
    [InlineData("Mantan perdana menteri Veldania itu, Kestur Mavlin, berpendapat bahwa perjanjian lama sudah usang.", "Kestur Mavlin")]
    [InlineData("Presiden Veldania Kestur Mavlin tiba di Jakarta. Kepala negara Veldania itu mengatakan bahwa ia membawa usulan.", "Kestur Mavlin")]
    [InlineData("Ratih Pramesti membuka rapat. Ditambahkannya, rapat akan dilanjutkan besok.", "Ratih Pramesti")]
    [InlineData("Ratih Pramesti mengatakan, para tamu dalam keadaan aman.", "Ratih Pramesti")]
    [InlineData("Ratih Pramesti menyambut baik usulan itu dan menyatakan bahwa rapat akan dilanjutkan.", "Ratih Pramesti")]
    public void Titles_and_verbs_lead_to_the_speaker(string body, string speaker) =>
        Assert.Equal(speaker, Assert.Single(Some.Tagged(body).Statements).SpeakerName);

    [Theory]
    [InlineData("presiden prancis", 2016, "francois-hollande")]
    [InlineData("presiden prancis", 2024, "emmanuel-macron")]
    [InlineData("menlu as", 2024, "antony-blinken")]
    [InlineData("presiden veldania", 2024, null)]
    public void An_office_without_a_name_is_linked_to_its_holder_on_the_day(string words, int year, string? key) =>
        Assert.Equal(key, new OfficeHolders(KnowledgeBase.Default).Of(words.Split(' '), new DateOnly(year, 3, 4))?.Key);
}
