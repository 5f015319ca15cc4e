using System.CommandLine;
using System.Text.Json;
using DiplomacyTracker.Extraction;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`explain STAGE`: one JSON object a line in, one a line out, in order, without a database.</summary>
internal static class ExplainCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = ExplainLines.Encoder,
    };

    private static readonly (string Name, string Help, Func<RowAnswers> Open, int Together)[] Stages =
    [
        ("tag", "Mentions, times, roles, statements and events of a text.", ExplainTag.Open, ArticleTagger.Together),
        ("origins", "Whom a text cites, nearest to the reader first.", () => Whole(ExplainStatements.Origins()), 1),
        ("quotes", "Whether two quotations render one.", () => Whole(ExplainStatements.Quotes), 1),
        ("stem", "The stem under which a word is found.", () => Whole(ExplainStem.Answer), 1),
        ("read", "The article in a page.", () => Whole(ExplainStages.Read), 1),
        ("robots", "Whether robots.txt lets an agent fetch an address.", () => Whole(ExplainStages.Robots), 1),
        ("url", "Canonical address and article key.", () => Whole(ExplainStages.Url), 1),
        ("address", "Whether an address may be connected to; no connection is made.", () => Whole(ExplainStages.Address), 1),
        ("sitemap", "The addresses in a sitemap.", () => Whole(ExplainStages.Sitemap), 1),
        ("feed", "The entries of a feed.", () => Whole(ExplainStages.Feed), 1),
    ];

    public static Command Create()
    {
        var explain = new Command("explain", "Shows what one stage makes of each JSON object on standard input.");
        foreach (var (name, help, open, together) in Stages)
        {
            var stage = new Command(name, help);
            stage.SetAction(async (_, cancellationToken) =>
            {
                await using var input = Console.OpenStandardInput();
                await using var output = Console.OpenStandardOutput();
                return await ExplainLines.AnswerAsync(open(), together, input, output, Console.Error, cancellationToken);
            });
            explain.Add(stage);
        }
        return explain;
    }

    private static RowAnswers Whole(Func<JsonElement, object> answer) =>
        rows => rows.Select(answer).ToList().ConvertAll<Action<Utf8JsonWriter>>(answered => writer => JsonSerializer.Serialize(writer, answered, Lines));
}
