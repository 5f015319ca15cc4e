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
}
