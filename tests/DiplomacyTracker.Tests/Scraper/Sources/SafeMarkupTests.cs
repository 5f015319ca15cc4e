using System.Text.Json;
using AngleSharp.Html.Parser;
using DiplomacyTracker.Scraper.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Scraper.Sources;

public sealed class SafeMarkupTests
{
    private static readonly Uri Page = new("https://kabar.example/dunia/1");

    [Theory]
    [InlineData("<p onclick='x()'>Rapat</p>", "<p>Rapat</p>")]
    [InlineData("Rapat<script>x()</script> selesai", "Rapat selesai")]
    [InlineData("<a href='javascript:x()'>a</a>", "<a href=\"\">a</a>")]
    [InlineData("<a href='java&#10;script:x()'>a</a>", "<a href=\"\">a</a>")]
    [InlineData("<a href='/2'>b</a>", "<a href=\"https://kabar.example/2\">b</a>")]
    [InlineData("<object data='x.swf'>c</object>", "c")]
    [InlineData("<b title='\"><script>'>d</b>", "<b title=\"&quot;&gt;&lt;script&gt;\">d</b>")]
    [InlineData("<i style='color: red; position: fixed; margin: 99999em'>e</i>", "<i style=\"color: red;\">e</i>")]
    [InlineData("1 &lt; 2<br>", "1 &lt; 2<br />")]
    public void Only_what_shows_is_kept(string markup, string expected) => Assert.Equal(expected, SafeMarkup.Clean(markup, Page));

    [Fact]
    public void Cleaning_twice_changes_nothing() => Prop.ForAll<string[], string[]>((words, names) =>
    {
        var markup = string.Concat(words.Zip(names, (word, name) => $"<b title='{name}'>{word}</b>"));
        var once = SafeMarkup.Clean(markup, Page);
        return SafeMarkup.Clean(once, Page) == once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_known_attack_leaves_anything_that_acts()
    {
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("conformance/xss.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var clean = SafeMarkup.Clean(row.RootElement.GetProperty("html").GetString()!, Page);
            var document = new HtmlParser().ParseDocument(clean);
            var id = row.RootElement.GetProperty("id").GetString();
            Assert.True(document.Scripts.Length == 0 && document.QuerySelector("iframe,object,embed,svg,math,style,link,meta,base") is null, id);
            Assert.DoesNotContain(
                document.All.SelectMany(element => element.Attributes),
                attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    // A title may well speak of an attack; only addresses are followed.
                    || (attribute.Name != "title" && attribute.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
        }
    }
}
