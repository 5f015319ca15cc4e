using System.Text.Json;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DiplomacyTracker.Tests.Extraction;

/// <summary>The floors of the labelled samples; `scripts/score-statements` prints the figures.</summary>
public sealed class StatementSampleTests
{
    private static readonly string[] Pieces =
        ["“", "”", "\"", "Kami siap", ",", ". ", " kata ", "ujarnya", "Ratih Pramesti", " seperti dikutip ", "AFP", " mengatakan bahwa ", "\n", ": ", "(", ")", " menurut ", "😀", "e\u0301", "\0", " kepada Reuters", "?"];

    [Fact]
    public void Quotations_and_their_speakers_are_found_in_the_sample()
    {
        var (found, gold, both, speakers) = (0, 0, 0, 0);
        foreach (var row in Rows("statements.jsonl"))
        {
            var direct = Tagged(row).Statements.Where(statement => statement.Direct).ToList();
            found += direct.Count;
            foreach (var label in row.GetProperty("statements").EnumerateArray().Where(label => label.GetProperty("kind").GetString() == "direct"))
            {
                gold++;
                var match = direct.Find(statement => statement.Span.Start == label.GetProperty("start").GetInt32() && statement.Span.End == label.GetProperty("end").GetInt32());
                both += match is null ? 0 : 1;
                speakers += match is not null && match.SpeakerName == label.GetProperty("speaker").GetString() ? 1 : 0;
            }
        }
        Assert.InRange(2.0 * both / (found + gold), 0.95, 1);
        Assert.InRange((double)speakers / both, 0.92, 1);
    }

    [Fact]
    public void Chains_of_single_sentences_are_read_in_their_order()
    {
        var (found, gold, both) = (0, 0, 0);
        foreach (var row in Rows("attribution.jsonl"))
        {
            var article = new ArticleText(null, row.GetProperty("text").GetString()!, [], null, null);
            var chain = Some.Tagger.Cited(article).Select(origin => article.Of(origin.Span)).ToList();
            var labels = row.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString()).ToList();
            (found, gold, both) = (found + chain.Count, gold + labels.Count, both + chain.Intersect(labels).Count());
        }
        Assert.InRange((double)both / found, 0.95, 1);
        Assert.InRange((double)both / gold, 0.90, 1);
    }

    [Fact]
    public void Renderings_of_one_quotation_are_told_from_other_quotations()
    {
        var rows = Rows("quote-pairs.jsonl").ToList();

        var right = rows.Count(row => QuoteGrouper.IsSame(row.GetProperty("a").GetString()!, row.GetProperty("b").GetString()!) == row.GetProperty("same").GetBoolean());

        Assert.InRange((double)right / rows.Count, 0.90, 1);
    }

    [Fact]
    public void Renderings_of_one_quotation_are_grouped() => Assert.Equal(
        [[0, 2], [1]],
        QuoteGrouper.Group(["Semua sandera harus dibebaskan sekarang.", "Tarif baru itu akan turun.", "Seluruh tawanan mesti dilepaskan saat ini juga."]));

    [Fact]
    public void Whatever_stands_between_quotation_marks_statements_lie_in_the_text() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(),
        text => Some.Tagged(text).Statements.All(statement =>
            statement.Span.Start >= 0 && statement.Span.End <= text.Length && statement.Span.Start < statement.Span.End
            && (statement.Speaker is not { } speaker || speaker.End <= text.Length)
            && statement.Origins.All(origin => origin.Span.End <= text.Length))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_name_that_a_quotation_cuts_speaks_with_what_is_behind_it()
    {
        const string Text = "😀,😀 kepada Reuters,AFP“AFP kata Kami siapRatih Pramesti?”Ratih Pramesti. \0“ seperti dikutip ujarnya( seperti dikutip  menurut \" kepada Reuters.  seperti dikutip  kata  menurut \"";

        Assert.All(Some.Tagged(Text).Statements, statement => Assert.InRange(statement.Span.End, statement.Span.Start + 1, Text.Length));
    }

    [Fact]
    public void A_thousand_quotations_that_never_close_are_a_thousand_at_most()
    {
        var text = string.Concat(Enumerable.Repeat("“Kami siap, kata Ratih Pramesti. ", 1000));

        Assert.InRange(Some.Tagged(text).Statements.Count, 1, 1000);
    }

    private static TaggedArticle Tagged(JsonElement row) => Some.Tagger.Tag(new ArticleText(null, row.GetProperty("text").GetString()!, [], null, null));

    private static IEnumerable<JsonElement> Rows(string name) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "DiplomacyTracker.Tests", "Samples", name)).Select(line => JsonDocument.Parse(line).RootElement);
}
