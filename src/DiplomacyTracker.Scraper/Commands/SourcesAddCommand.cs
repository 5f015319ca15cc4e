using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`sources add`: stores an outlet in the database, from a file in the form of sources.yaml or from options. Its row wins over the list that comes with the program.</summary>
internal static class SourcesAddCommand
{
    private static readonly Option<FileInfo?> File = new("--file") { Description = "A list of definitions in the form of sources.yaml." };
    private static readonly Option<string?> Key = new("--key") { Description = "Short name: small letters, digits, hyphens." };
    private static readonly Option<string?> OutletName = new("--name") { Description = "The outlet's name." };
    private static readonly Option<string?> Family = new("--family") { Description = "The owner; the name where left out." };
    private static readonly Option<string?> Home = new("--home") { Description = "The home page." };
    private static readonly Option<string> Zone = new("--zone") { Description = "WIB, WITA, WIT, UTC or +HH:MM.", DefaultValueFactory = _ => "WIB" };
    private static readonly Option<string[]> Feed = new("--feed") { Description = "Address of a feed; may be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> Sitemap = new("--sitemap") { Description = "Address of a sitemap; may be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> ListPage = new("--list") { Description = "Address of a list page; may be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> Archive = new("--archive") { Description = "Pattern of earlier lists, with {page} or {date:FORMAT}; may be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Pattern = new("--article-pattern") { Description = "What the addresses of articles contain." };
    private static readonly Option<string?> Body = new("--body") { Description = "Selector of the element that holds an article's text." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Put it in the place of a source of the same key." };

    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var add = new Command("add", "Adds outlets to the database; they win over the list that comes with the program.")
        {
            File, Key, OutletName, Family, Home, Zone, Feed, Sitemap, ListPage, Archive, Pattern, Body, Replace, data,
        };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            List<SourceDefinition> definitions;
            try
            {
                definitions = parsed.GetValue(File) is { } file ? SourceCatalogue.FromFile(file.FullName).Sources.ToList() : [OfOptions(parsed)];
            }
            catch (Exception e) when (e is YamlException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                await Console.Error.WriteLineAsync(e is YamlException yaml ? $"line {yaml.Start.Line}: {yaml.InnerException?.Message ?? yaml.Message}" : e.Message);
                return CommandLine.BadArguments;
            }
            return await DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, services =>
                AddAsync(services, definitions, parsed.GetValue(Replace), Console.Error, cancellationToken), cancellationToken);
        });
        return add;
    }

    /// <summary>Adds all or, where one is wrong, none.</summary>
    internal static async Task<int> AddAsync(IServiceProvider services, IReadOnlyCollection<SourceDefinition> definitions, bool replace, TextWriter errors, CancellationToken cancellationToken)
    {
        var guard = new AddressGuard(services.GetRequiredService<IOptions<FetchOptions>>().Value.AllowedPrivateEndpoints.Select(AllowedEndpoint.Parse));
        var problems = definitions.SelectMany(definition => DefinitionProblems.Of(definition, guard).Select(problem => $"{definition.Key}: {problem}")).ToList();
        await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
        var keys = definitions.Select(definition => definition.Key).ToList();
        var known = await services.GetRequiredService<TrackerContext>().Sources.Where(source => keys.Contains(source.Key)).Select(source => source.Key).ToListAsync(cancellationToken);
        problems.AddRange(known.Where(_ => !replace).Select(key => $"{key}: there is such a source already; --replace puts this one in its place"));
        if (definitions.Count == 0)
        {
            problems.Add("the file holds no definition");
        }
        foreach (var problem in problems)
        {
            await errors.WriteLineAsync(problem);
        }
        if (problems.Count > 0)
        {
            return CommandLine.BadArguments;
        }
        await services.GetRequiredService<SourceSeeder>().AddAsync(definitions, cancellationToken);
        await errors.WriteLineAsync($"added {string.Join(", ", keys)}; `sources check` reads them live");
        return 0;
    }

    private static SourceDefinition OfOptions(ParseResult parsed) => new()
    {
        Key = parsed.GetValue(Key) ?? "",
        Name = parsed.GetValue(OutletName) ?? "",
        Family = parsed.GetValue(Family) ?? parsed.GetValue(OutletName) ?? "",
        Home = parsed.GetValue(Home),
        Zone = parsed.GetValue(Zone)!,
        Feeds = [.. parsed.GetValue(Feed)!],
        Sitemaps = [.. parsed.GetValue(Sitemap)!],
        Lists = [.. parsed.GetValue(ListPage)!],
        Archives = [.. parsed.GetValue(Archive)!],
        ArticlePattern = parsed.GetValue(Pattern),
        Page = new PageRule { Body = parsed.GetValue(Body) },
    };
}
