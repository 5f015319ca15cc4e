using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using DiplomacyTracker.Scraper.Commands;

namespace DiplomacyTracker.Tests.Scraper;

public sealed class ExplainLinesTests
{
    private const int Together = 16;
    private const int Lines = 10 * Together;

    [Fact]
    public async Task Answers_come_in_the_order_of_the_lines_whichever_is_done_first()
    {
        // The first line is done only after the last one has begun.
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (exitCode, output, errors) = await AnswerAsync(Numbered(2 * Together), rows =>
        {
            if (IdOf(rows[^1]) == (2 * Together) - 1)
            {
                begun.SetResult();
            }
            Assert.True(begun.Task.Wait(TimeSpan.FromMinutes(1)), "the last lines are not begun while the first ones are answered");
            return Ids(rows);
        });
        Assert.Equal(Enumerable.Range(0, 2 * Together).Select(id => $"{id}"), output);
        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Lines_that_are_there_are_answered_some_at_a_time()
    {
        var together = new ConcurrentBag<int>();
        var (_, output, _) = await AnswerAsync(Numbered(Lines), rows =>
        {
            together.Add(rows.Count);
            return Ids(rows);
        });
        Assert.Equal(Enumerable.Range(0, Lines).Select(id => $"{id}"), output);
        Assert.All(together, count => Assert.Equal(Together, count));
    }

    [Fact]
    public async Task A_long_line_does_not_wait_for_company()
    {
        var together = new ConcurrentBag<int>();
        var line = $$"""{"id":1,"text":"{{new string('a', 100_000)}}"}""" + "\n";
        await AnswerAsync(string.Concat(Enumerable.Repeat(line, 4)), rows =>
        {
            together.Add(rows.Count);
            return Ids(rows);
        });
        Assert.Equal([1, 1, 1, 1], together);
    }

    [Fact]
    public async Task What_one_row_breaks_is_answered_without_it()
    {
        var (exitCode, output, errors) = await AnswerAsync(
            Numbered(Lines), rows => rows.Any(row => IdOf(row) == 20) ? throw new FormatException("twenty") : Ids(rows));
        Assert.Equal(Enumerable.Range(0, Lines).Where(id => id != 20).Select(id => $"{id}"), output);
        Assert.Equal("line 21: twenty", Assert.Single(errors));
        Assert.Equal(CommandLine.SomeInputWasBad, exitCode);
    }

    [Fact]
    public async Task A_bad_line_is_named_with_its_number_and_the_others_are_answered()
    {
        var (exitCode, output, errors) = await AnswerAsync("""
            {"id":1,"text":"satu"}
            {"id":2,

            [3]
            {"text":"tanpa id"}
            {"id":5}
            {"id":6,"text":7}
            {"id":8,"text":"delapan"}
            """, Text);
        Assert.Equal(["\"satu\"", "\"delapan\""], output);
        Assert.Equal(5, errors.Length);
        Assert.StartsWith("line 2: ", errors[0], StringComparison.Ordinal);
        Assert.Equal(["line 4: a line is one JSON object", "line 5: \"id\" is missing", "line 6: \"text\" is missing", "line 7: \"text\" is not a string"], errors[1..]);
        Assert.Equal(CommandLine.SomeInputWasBad, exitCode);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_is_asked()
    {
        var (input, output) = (new Pipe(), new Pipe());
        using var errors = new StringWriter();
        var answering = ExplainLines.AnswerAsync(Text, Together, input.Reader.AsStream(), output.Writer.AsStream(), errors, TestContext.Current.CancellationToken);
        using var answers = new StreamReader(output.Reader.AsStream());
        foreach (var word in new[] { "satu", "dua", "tiga" })
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id":1,"text":"{{word}}"}""" + "\n"), TestContext.Current.CancellationToken);
            Assert.Equal($"\"{word}\"", await answers.ReadLineAsync(TestContext.Current.CancellationToken));
        }
        await input.Writer.CompleteAsync();
        Assert.Equal(0, await answering);
    }

    [Fact]
    public async Task Answering_ends_where_nobody_takes_the_answers_though_more_lines_may_come()
    {
        var (input, output) = (new Pipe(), new Pipe());
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes("""{"id":1,"text":"satu"}""" + "\n"), TestContext.Current.CancellationToken);
        var closed = output.Writer.AsStream();
        await closed.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => ExplainLines.AnswerAsync(Text, Together, input.Reader.AsStream(), closed, TextWriter.Null, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private static string Numbered(int count) => string.Concat(Enumerable.Range(0, count).Select(id => $$"""{"id":{{id}}}""" + "\n"));

    private static int IdOf(JsonElement row) => Rows.Any(row, "id").GetInt32();

    private static IEnumerable<Action<Utf8JsonWriter>> Ids(IReadOnlyList<JsonElement> rows) => rows.Select(row => (Action<Utf8JsonWriter>)(writer => writer.WriteNumberValue(IdOf(row))));

    private static IEnumerable<Action<Utf8JsonWriter>> Text(IReadOnlyList<JsonElement> rows) => rows.Select(row =>
    {
        _ = Rows.Any(row, "id");
        var text = Rows.Required(row, "text");
        return (Action<Utf8JsonWriter>)(writer => writer.WriteStringValue(text));
    });

    private static async Task<(int ExitCode, string[] Output, string[] Errors)> AnswerAsync(string lines, RowAnswers answer)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var exitCode = await ExplainLines.AnswerAsync(answer, Together, input, output, errors, TestContext.Current.CancellationToken);
        return (exitCode, Split(Encoding.UTF8.GetString(output.ToArray())), Split(errors.ToString()));
    }

    private static string[] Split(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
