using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>
/// What a stage makes of some rows: for each, in their order, what writes its answer. All is found before the first is written.
/// A FormatException, or another that <see cref="ExplainLines"/> names, says what is wrong with one of them; any other is a fault of ours.
/// </summary>
internal delegate IEnumerable<Action<Utf8JsonWriter>> RowAnswers(IReadOnlyList<JsonElement> rows);

/// <summary>
/// Answers JSON objects, one a line, in their order, on all cores of the machine. A stage may answer some lines at a time, but none is waited for that is not
/// there yet, so that a program at the other end may wait for an answer before it asks again; two such lots a core are held.
/// </summary>
internal static class ExplainLines
{
    private const int ReadBuffer = 1 << 16;

    // Long lines gain nothing from company, and wait for it.
    private const int MostCharacters = 1 << 16;

    // Enough that a long article does not leave the other cores idle.
    private static readonly int Ahead = 2 * Environment.ProcessorCount;

    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <param name="together">How many lines <paramref name="answer"/> is given at most.</param>
    /// <returns>The exit code: 0, or 1 where a line was bad, of which <paramref name="errors"/> has the number and the reason.</returns>
    public static async Task<int> AnswerAsync(RowAnswers answer, int together, Stream input, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        var answers = Channel.CreateBounded<Task<List<Answer>>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(answer, together, input, answers.Writer, cancellationToken);
        // Where this fails, nobody waits for a line that may never come.
        var exitCode = await WriteAsync(answers.Reader, output, errors, cancellationToken);
        await reading;
        return exitCode;
    }

    private static async Task ReadAsync(RowAnswers answer, int together, Stream input, ChannelWriter<Task<List<Answer>>> answers, CancellationToken cancellationToken)
    {
        try
        {
            using var lines = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, ReadBuffer);
            var asked = new List<Asked>();
            for (var number = 1; ; number++)
            {
                var coming = lines.ReadLineAsync(cancellationToken);
                if (asked.Count == together || asked.Sum(one => one.Line.Length) > MostCharacters || (asked.Count > 0 && !coming.IsCompleted))
                {
                    await AskAsync(asked);
                    asked = [];
                }
                if (await coming is not { } line)
                {
                    break;
                }
                if (!string.IsNullOrWhiteSpace(line))
                {
                    asked.Add(new Asked(number, line));
                }
            }
            if (asked.Count > 0)
            {
                await AskAsync(asked);
            }
            answers.Complete();
        }
        catch (Exception e)
        {
            // It comes out where the answers are taken.
            answers.Complete(e);
        }

        ValueTask AskAsync(List<Asked> asked) => answers.WriteAsync(Task.Run(() => Of(answer, asked), cancellationToken), cancellationToken);
    }

    private static async Task<int> WriteAsync(ChannelReader<Task<List<Answer>>> answers, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        var exitCode = 0;
        await foreach (var coming in answers.ReadAllAsync(cancellationToken))
        {
            foreach (var answer in await coming)
            {
                if (answer.Error is { } error)
                {
                    await errors.WriteLineAsync(error);
                    exitCode = CommandLine.SomeInputWasBad;
                    continue;
                }
                await output.WriteAsync(answer.Line, cancellationToken);
            }
            await output.FlushAsync(cancellationToken);
        }
        return exitCode;
    }

    private static List<Answer> Of(RowAnswers answer, List<Asked> asked)
    {
        try
        {
            return Written(answer, asked);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // One of them is bad: each is asked alone, so that its neighbours are answered and it says why it is not.
            return asked is [var alone] ? [new Answer(default, $"line {alone.Number}: {e.Message}")] : [.. asked.SelectMany(line => Of(answer, [line]))];
        }
    }

    private static List<Answer> Written(RowAnswers answer, List<Asked> asked)
    {
        var rows = new List<JsonDocument>(asked.Count);
        try
        {
            foreach (var (_, line) in asked)
            {
                rows.Add(JsonDocument.Parse(line));
            }
            return [.. answer(rows.ConvertAll(row => row.RootElement)).Select((write, i) => Written(write, asked[i].Line.Length))];
        }
        finally
        {
            rows.ForEach(row => row.Dispose());
        }
    }

    private static Answer Written(Action<Utf8JsonWriter> write, int size)
    {
        var buffer = new ArrayBufferWriter<byte>(size);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true }))
        {
            write(writer);
        }
        buffer.Write("\n"u8);
        return new Answer(buffer.WrittenMemory, null);
    }

    private readonly record struct Asked(int Number, string Line);

    private readonly record struct Answer(ReadOnlyMemory<byte> Line, string? Error);
}
