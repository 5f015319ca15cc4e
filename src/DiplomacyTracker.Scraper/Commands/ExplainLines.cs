using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>
/// Answers JSON objects, one a line, in their order, on all cores of the machine. An answer is written as soon as those before it are, so that a program
/// at the other end may wait for it before it asks again; only a few lines are ever held.
/// </summary>
internal static class ExplainLines
{
    private const int ReadBuffer = 1 << 16;

    // Enough that a long article does not leave the other cores idle.
    private static readonly int Ahead = 2 * Environment.ProcessorCount;

    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The exit code: 0, or 1 where a line was bad, of which <paramref name="errors"/> has the number and the reason.</summary>
    public static async Task<int> AnswerAsync(Func<JsonElement, Action<Utf8JsonWriter>> answer, Stream input, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        var answers = Channel.CreateBounded<Task<Answer>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(answer, input, answers.Writer, cancellationToken);
        // Where this fails, nobody waits for a line that may never come.
        var exitCode = await WriteAsync(answers.Reader, output, errors, cancellationToken);
        await reading;
        return exitCode;
    }

    private static async Task ReadAsync(Func<JsonElement, Action<Utf8JsonWriter>> answer, Stream input, ChannelWriter<Task<Answer>> answers, CancellationToken cancellationToken)
    {
        try
        {
            using var lines = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, ReadBuffer);
            for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    var at = number;
                    await answers.WriteAsync(Task.Run(() => Of(answer, line, at), cancellationToken), cancellationToken);
                }
            }
            answers.Complete();
        }
        catch (Exception e)
        {
            // It comes out where the answers are taken.
            answers.Complete(e);
        }
    }

    private static async Task<int> WriteAsync(ChannelReader<Task<Answer>> answers, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        var exitCode = 0;
        await foreach (var coming in answers.ReadAllAsync(cancellationToken))
        {
            var answer = await coming;
            if (answer.Error is { } error)
            {
                await errors.WriteLineAsync(error);
                exitCode = CommandLine.SomeInputWasBad;
                continue;
            }
            await output.WriteAsync(answer.Line, cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
        return exitCode;
    }

    private static Answer Of(Func<JsonElement, Action<Utf8JsonWriter>> answer, string line, int number)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            var buffer = new ArrayBufferWriter<byte>(line.Length);
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true }))
            {
                answer(row.RootElement)(writer);
            }
            buffer.Write("\n"u8);
            return new Answer(buffer.WrittenMemory, null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return new Answer(default, $"line {number}: {e.Message}");
        }
    }

    private readonly record struct Answer(ReadOnlyMemory<byte> Line, string? Error);
}
