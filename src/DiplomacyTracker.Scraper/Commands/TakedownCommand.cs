using System.CommandLine;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`takedown ARTICLE --reason TEXT`: the text goes, the row and the reason stay, and the events that hang on it are clustered again.</summary>
internal static class TakedownCommand
{
    public static Command Create()
    {
        var article = new Argument<string>("article") { Description = "The article's number or address." };
        var reason = new Option<string>("--reason") { Description = "Why; it is kept with the row.", Required = true };
        var data = DatabaseOptions.Data();
        var takedown = new Command("takedown", "Takes an article's text away for good and never fetches it again.") { article, reason, data };
        takedown.SetAction(async (parsed, cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetRequiredValue(reason)))
            {
                await Console.Error.WriteLineAsync("--reason must say why");
                return CommandLine.BadArguments;
            }
            return await DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
            {
                var id = await services.GetRequiredService<Takedown>().RunAsync(parsed.GetRequiredValue(article), parsed.GetRequiredValue(reason), cancellationToken);
                if (id is null)
                {
                    await Console.Error.WriteLineAsync($"there is no article {parsed.GetRequiredValue(article)}");
                    return CommandLine.BadArguments;
                }
                await services.GetRequiredService<Drain>().RunAsync(left => Console.Error.WriteLine($"{left} still wait"), cancellationToken);
                await Console.Out.WriteLineAsync($"article {id} is taken down");
                return 0;
            }, cancellationToken);
        });
        return takedown;
    }
}
