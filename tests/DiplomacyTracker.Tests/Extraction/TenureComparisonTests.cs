namespace DiplomacyTracker.Tests.Extraction;

public sealed class TenureComparisonTests
{
    [Fact]
    public void Whom_the_table_does_not_know_in_an_office_is_a_lead_for_an_editor()
    {
        var role = Assert.Single(Some.Tagged("Presiden Prancis Gerard Lemaitre tiba di Jakarta.").Roles);

        Assert.Equal("Emmanuel Macron", role.Mismatch);
    }

    [Theory]
    [InlineData("Presiden Prancis Emmanuel Macron tiba di Jakarta.")]
    [InlineData("Mantan Presiden Prancis François Hollande tiba di Jakarta.")]
    public void Who_holds_the_office_or_held_it_once_is_none(string text) => Assert.All(Some.Tagged(text).Roles, role => Assert.Null(role.Mismatch));
}
