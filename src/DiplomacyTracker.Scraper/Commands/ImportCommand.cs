using System.CommandLine;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`import FILE|DIR`: brings texts in and waits until they have passed through every stage.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder with texts and an index.jsonl (file, source, publishedAt, title?, url?, dateConfidence?), or a JSONL file with id, source and text." };
        var data = DatabaseOptions.Data();
        var import = new Command("import", "Imports articles from a folder or a JSONL file.") { path, data };
        import.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(path), parsed.GetValue(data)!, cancellationToken));
        return import;
    }

    private static async Task<int> RunAsync(string path, string data, CancellationToken cancellationToken)
    {
        List<ImportItem> items;
        List<ImportProblem> problems;
        try
        {
            (items, problems) = ImportReader.Read(path);
        }
        catch (FileNotFoundException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CommandLine.BadArguments;
        }
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"{problem.Where}: {problem.Reason}");
        }
        var exitCode = await DatabaseOptions.RunAsync(data, prepare: true, async services =>
        {
            var importer = services.GetRequiredService<Importer>();
            var written = 0;
            foreach (var (item, number) in items.Select((item, index) => (item, index + 1)))
            {
                written += await importer.ImportAsync(item, cancellationToken) ? 1 : 0;
                if (number % 100 == 0)
                {
                    await Console.Error.WriteLineAsync($"{number} of {items.Count} stored");
                }
            }
            await services.GetRequiredService<Drain>().RunAsync(left => Console.Error.WriteLine($"{left} still wait"), cancellationToken);
            await Console.Error.WriteLineAsync($"{items.Count} articles, {written} new or changed, {problems.Count} lines refused");
            return 0;
        }, cancellationToken);
        return exitCode != 0 ? exitCode : problems.Count > 0 ? CommandLine.SomeInputWasBad : 0;
    }
}
