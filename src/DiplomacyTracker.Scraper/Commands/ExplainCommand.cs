using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`explain STAGE`: one JSON object a line in, one a line out, in order, without a database.</summary>
internal static class ExplainCommand
{
    private const int ReadBuffer = 1 << 16;

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What one stage makes of one row, found before the first of it is written. A FormatException says what is wrong with the row; any other exception is a fault of ours.
    private static readonly (string Name, string Help, Func<Func<JsonElement, Action<Utf8JsonWriter>>> Open)[] Stages =
    [
        ("tag", "Mentions, times, roles, statements and events of a text.", ExplainTag.Open),
        ("origins", "Whom a text cites, nearest to the reader first.", () => Whole(ExplainStatements.Origins())),
        ("quotes", "Whether two quotations render one.", () => Whole(ExplainStatements.Quotes)),
        ("stem", "The stem under which a word is found.", () => Whole(ExplainStem.Answer)),
        ("read", "The article in a page.", () => Whole(ExplainStages.Read)),
        ("robots", "Whether robots.txt lets an agent fetch an address.", () => Whole(ExplainStages.Robots)),
        ("url", "Canonical address and article key.", () => Whole(ExplainStages.Url)),
        ("address", "Whether an address may be connected to; no connection is made.", () => Whole(ExplainStages.Address)),
        ("sitemap", "The addresses in a sitemap.", () => Whole(ExplainStages.Sitemap)),
        ("feed", "The entries of a feed.", () => Whole(ExplainStages.Feed)),
    ];

    public static Command Create()
    {
        var explain = new Command("explain", "Shows what one stage makes of each JSON object on standard input.");
        foreach (var (name, help, open) in Stages)
        {
            var stage = new Command(name, help);
            stage.SetAction((_, cancellationToken) => AnswerAsync(open(), cancellationToken));
            explain.Add(stage);
        }
        return explain;
    }

    private static Func<JsonElement, Action<Utf8JsonWriter>> Whole(Func<JsonElement, object> answer) => row =>
    {
        var answered = answer(row);
        return writer => JsonSerializer.Serialize(writer, answered, Lines);
    };

    private static async Task<int> AnswerAsync(Func<JsonElement, Action<Utf8JsonWriter>> answer, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, ReadBuffer);
        await using var output = Console.OpenStandardOutput();
        await using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Lines.Encoder, SkipValidation = true });
        var number = 0;
        var exitCode = 0;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            try
            {
                using var row = JsonDocument.Parse(line);
                answer(row.RootElement)(writer);
                await writer.FlushAsync(cancellationToken);
                output.Write("\n"u8);
            }
            catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"line {number}: {e.Message}");
                exitCode = CommandLine.SomeInputWasBad;
            }
            // Of a row that failed half-way nothing is written.
            writer.Reset();
        }
        return exitCode;
    }
}
