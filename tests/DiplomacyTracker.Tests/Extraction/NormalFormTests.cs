using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

/// <summary>The forms that names are looked up and addressed by.</summary>
public sealed class NormalFormTests
{
    [Theory]
    [InlineData("Radosław Sikorski", "radoslaw-sikorski")]
    [InlineData("Lars Løkke Rasmussen", "lars-lokke-rasmussen")]
    [InlineData("Cevdet Yılmaz", "cevdet-yilmaz")]
    [InlineData("Großbritannien", "grossbritannien")]
    [InlineData("Mette Frederiksen – Nuuk", "mette-frederiksen-nuuk")]
    [InlineData("Shavkat O‘zbekiston", "shavkat-ozbekiston")]
    public void A_letter_with_a_stroke_is_addressed_by_its_plain_letter(string name, string slug)
    {
        Assert.Equal(slug, EntitySlug.Of(name));
    }

    [Fact]
    public void An_address_is_plain_letters_and_hyphens_whatever_the_name()
    {
        Prop.ForAll<string?>(name =>
        {
            var slug = EntitySlug.Of(name ?? "");
            return slug.Length is > 0 and <= 80 && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && slug[0] != '-' && slug[^1] != '-' && EntitySlug.Of(slug) == slug;
        }).QuickCheckThrowOnFailure();
    }
}
