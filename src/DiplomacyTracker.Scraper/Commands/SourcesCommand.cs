using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`sources list|check|pause`: how the outlets fare, and whether one can be read now.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "The outlets that are fetched.") { List(), Check(), Pause() };

    private static Command List()
    {
        var data = DatabaseOptions.Data();
        var list = new Command("list", "One line an outlet: key, state, last error.") { data };
        list.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
            var db = services.GetRequiredService<TrackerContext>();
            foreach (var source in await db.Sources.AsNoTracking().OrderBy(source => source.Key).ToListAsync(cancellationToken))
            {
                var state = source.Paused ? "paused" : source.FailingSinceAt is not null ? "failing" : source.LastSuccessAt is not null ? "ok" : "new";
                var verified = source.VerifiedAt is null ? "unverified" : "verified";
                await Console.Out.WriteLineAsync($"{source.Key}\t{state}\t{verified}\t{(source.FailingSinceAt is null ? "" : source.LastError)}");
            }
            return 0;
        }, cancellationToken));
        return list;
    }

    private static Command Pause()
    {
        var key = new Argument<string>("source");
        var resume = new Option<bool>("--resume") { Description = "Fetch it again." };
        var data = DatabaseOptions.Data();
        var pause = new Command("pause", "Stops fetching an outlet until --resume.") { key, resume, data };
        pause.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            var paused = !parsed.GetValue(resume);
            var wanted = parsed.GetRequiredValue(key);
            var changed = await services.GetRequiredService<TrackerContext>().Sources.Where(source => source.Key == wanted)
                .ExecuteUpdateAsync(set => set.SetProperty(source => source.Paused, paused), cancellationToken);
            if (changed == 0)
            {
                await Console.Error.WriteLineAsync($"there is no source {wanted}");
                return CommandLine.BadArguments;
            }
            return 0;
        }, cancellationToken));
        return pause;
    }

    private static Command Check()
    {
        var key = new Argument<string>("source") { Description = "An outlet's key." };
        var check = new Command("check", "Reads one outlet live: robots.txt, its channels, and one article.") { key };
        check.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(key);
            if (SourceCatalogue.BuiltIn().Find(wanted) is not { } source)
            {
                await Console.Error.WriteLineAsync($"there is no source {wanted}");
                return CommandLine.BadArguments;
            }
            var options = new FetchOptions();
            using var fetcher = new PageFetcher(Options.Create(options), TimeProvider.System);
            return await CheckAsync(source, fetcher, options, cancellationToken) ? 0 : CommandLine.SomeInputWasBad;
        });
        return check;
    }

    private static async Task<bool> CheckAsync(SourceDefinition source, PageFetcher fetcher, FetchOptions options, CancellationToken cancellationToken)
    {
        string? article = null;
        foreach (var url in source.Feeds.Concat(source.Sitemaps).Concat(source.Lists))
        {
            var address = new Uri(url);
            var robots = await fetcher.FetchAsync(new Uri(address, "/robots.txt"), null, null, cancellationToken);
            await Console.Out.WriteLineAsync($"robots.txt of {address.Authority}: {robots.Reason}");
            var rules = RobotsRules.Parse(robots.Body ?? []);
            if ((!robots.IsOk && robots.Status is not (>= 400 and < 500)) || !rules.Judge([options.ProductToken], url).Allowed)
            {
                await Console.Out.WriteLineAsync($"{url}: not allowed");
                continue;
            }
            await Task.Delay(rules.CrawlDelay(options.ProductToken) ?? options.DelayPerAuthority, cancellationToken);
            var answer = await fetcher.FetchAsync(address, null, null, cancellationToken);
            var links = answer.IsOk ? Links(source, url, answer) : [];
            await Console.Out.WriteLineAsync($"{url}: {answer.Reason}, {links.Count} addresses");
            foreach (var link in links.Take(10))
            {
                await Console.Out.WriteLineAsync($"  {link}");
            }
            article ??= links.Count > 0 ? links[0] : null;
        }
        return article is not null && await ShowAsync(source, new Uri(article), fetcher, cancellationToken);
    }

    private static IReadOnlyList<string> Links(SourceDefinition source, string url, FetchResult answer) =>
        source.Feeds.Contains(url) ? [.. FeedReader.Read(answer.Body!, answer.ContentType).Entries.Select(entry => entry.Link).OfType<string>()]
        : source.Sitemaps.Contains(url) ? [.. SitemapReader.Read(answer.Body!, answer.ContentType).Entries.Select(entry => entry.Loc)]
        : [.. ListPage.Links(answer.Address, PageText.Decode(answer.Body!, answer.ContentType).Text, source.ArticlePattern).Select(link => link.AbsoluteUri)];

    private static async Task<bool> ShowAsync(SourceDefinition source, Uri address, PageFetcher fetcher, CancellationToken cancellationToken)
    {
        var page = await fetcher.FetchAsync(address, null, null, cancellationToken);
        var reading = page.IsOk ? PageReader.Read(address, PageText.Decode(page.Body!, page.ContentType).Text, source) : new Reading.Reading(null, page.Reason);
        await Console.Out.WriteLineAsync(reading.Article is { } article
            ? $"title: {article.Title}\nbyline: {article.Byline ?? "(missing)"}\npublished: {article.Published?.At.ToString("O") ?? "(missing)"}\ntext: {article.Text.Body.Length} characters in {article.Text.Blocks.Count} blocks"
            : $"no article: {reading.Failure}");
        return reading.Article?.Published is not null;
    }
}
