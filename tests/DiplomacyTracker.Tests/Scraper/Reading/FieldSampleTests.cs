using System.Globalization;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Scraper.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Scraper.Reading;

public sealed class FieldSampleTests
{
    // Languages whose months no other one calls by another number's name.
    private static readonly string[] Languages =
        ["id", "ms", "en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da", "fi", "pl", "cs", "sk", "sl", "ro", "bg", "ru", "uk", "el", "tr", "et", "he", "hi", "bn", "ur", "ar", "ka"];

    public static TheoryData<string> Names => [.. FieldSample.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Headline_authors_and_day_are_read_in_many_languages_and_habits(string name)
    {
        var sample = FieldSample.All[name];
        var reading = PageReader.Read(sample.Address, sample.Html, null);
        var article = (reading.Article ?? reading.TooShort)!;

        Assert.Equal((sample.Title, sample.Byline, sample.Published), (article.Title, article.Byline, article.Published?.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Any_day_written_out_in_any_of_the_languages_is_that_day() => Prop.ForAll(
        Gen.Choose(0, 36000).SelectMany(days => Gen.Elements(Languages).Select(language => (Day: new DateOnly(1999, 1, 1).AddDays(days), language))).ToArbitrary(),
        written =>
        {
            var text = $"{written.Day.Day} {CultureInfo.GetCultureInfo(written.language).DateTimeFormat.MonthGenitiveNames[written.Day.Month - 1]} {written.Day.Year}";
            Assert.Equal(written.Day, DateOnly.FromDateTime(PageDates.Parse(text, "WIB")!.At.DateTime));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_instant_in_the_standard_form_keeps_its_offset() => Prop.ForAll(
        Gen.Choose(0, 2_000_000_000).SelectMany(seconds => Gen.Choose(-11 * 4, 14 * 4).Select(quarters => DateTimeOffset.FromUnixTimeSeconds(1_000_000_000L + seconds).ToOffset(TimeSpan.FromMinutes(15 * quarters)))).ToArbitrary(),
        at =>
        {
            var read = PageDates.Parse(at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), "WIB")!;
            Assert.Equal((at, at.Offset, DateConfidence.Exact), (read.At, read.At.Offset, read.Confidence));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_number_of_names_in_a_byline_come_back_in_order() => Prop.ForAll(
        Gen.Elements("Ana Contoh", "Budi Sampel", "Citra van Misal", "D. Umpama", "Étienne Exemple", "Ñusta Ejemplo y Muestra").NonEmptyListOf().Select(names => names.Distinct().ToList()).ToArbitrary(),
        names => Assert.Equal(names, AuthorNames.In($"By {string.Join(", ", names)}"))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ana@kabar-contoh.example")]
    [InlineData("https://kabar-contoh.example/ana")]
    [InlineData("Staff Writer")]
    [InlineData("Redaktion")]
    [InlineData("La rédaction")]
    [InlineData("17 Juni 2025")]
    [InlineData("undefined")]
    [InlineData("")]
    public void What_names_nobody_gives_no_name(string text) => Assert.Empty(AuthorNames.In(text));

    [Theory]
    [InlineData("\"headline\": \"Ketua: \"belum selesai\" kata dia\", \"x\": 1", "headline", "Ketua: \"belum selesai\" kata dia")]
    [InlineData("\"headline\" : \"Tapal\\/batas \\u00e9\\nbaru\"}", "headline", "Tapal/batas é baru")]
    [InlineData("\"headline\": 7", "headline", null)]
    [InlineData("{}", "headline", null)]
    public void A_value_is_read_out_of_broken_data(string json, string key, string? expected) => Assert.Equal(expected, BrokenJson.Value(json, key));
}
