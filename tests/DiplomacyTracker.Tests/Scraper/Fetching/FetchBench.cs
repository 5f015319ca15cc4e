using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

/// <summary>The fetch stage over a database of its own, turn by turn, with one source whose only channel is a feed at a loopback server.</summary>
internal sealed class FetchBench : IAsyncDisposable
{
    public const string Robots = "User-agent: *\nDisallow: /rahasia\n";
    private readonly ServiceProvider _services;
    private readonly string _connectionString;

    private FetchBench(ServiceProvider services, string connectionString) => (_services, _connectionString) = (services, connectionString);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FetchBench> CreateAsync(TestDatabase database, Uri feed, params LoopbackServer[] servers)
    {
        var connectionString = await database.CreateAsync(Token);
        var settings = servers.Select((server, index) => KeyValuePair.Create($"Fetch:AllowedPrivateEndpoints:{index}", (string?)server.Endpoint))
            .Append(new("Fetch:DelayPerAuthority", "00:00:00")).Append(new("Fetch:Timeout", "00:00:20"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddDiplomacyData(connectionString).AddStages(configuration);
        services.UseSources($"- {{key: contoh, name: Contoh, family: contoh, feeds: [\"{feed}\"]}}");
        var bench = new FetchBench(services.BuildServiceProvider(), connectionString);
        await Worker.PrepareAsync(bench._services, withSources: true, _ => { }, Token);
        return bench;
    }

    public static string Feed(params string[] links) =>
        $"<rss><channel><title>Contoh</title>{string.Concat(links.Select(link => $"<item><title>Judul</title><link>{link}</link></item>"))}</channel></rss>";

    public TrackerContext Context() => TestDatabase.Context(_connectionString);

    /// <summary>Polls the channel once more, whenever it would be due, and takes every turn that follows.</summary>
    public async Task PollAsync()
    {
        await using (var db = Context())
        {
            await db.SourceChannels.ExecuteUpdateAsync(set => set.SetProperty(channel => channel.NextPollAt, DateTimeOffset.UnixEpoch), Token);
        }
        await TurnsAsync();
    }

    /// <summary>Takes one turn, if any is due.</summary>
    public Task<bool> TurnAsync() => _services.GetRequiredService<FetchStage>().RunOnceAsync(Token);

    /// <summary>Takes turns until nothing is due; no authority is left to rest.</summary>
    public async Task TurnsAsync()
    {
        do
        {
            await using var db = Context();
            await db.Authorities.ExecuteUpdateAsync(set => set.SetProperty(authority => authority.NextRequestAt, DateTimeOffset.UnixEpoch), Token);
        }
        while (await _services.GetRequiredService<FetchStage>().RunOnceAsync(Token));
    }

    /// <summary>Reads every page that was fetched.</summary>
    public async Task ReadAsync()
    {
        while (await _services.GetRequiredService<ReadStage>().RunOnceAsync(Token))
        {
        }
    }

    /// <summary>Makes robots.txt due again.</summary>
    public async Task ForgetRobotsAgeAsync()
    {
        await using var db = Context();
        await db.Authorities.ExecuteUpdateAsync(set => set.SetProperty(authority => authority.RobotsExpiresAt, DateTimeOffset.UnixEpoch), Token);
    }

    /// <summary>Runs several workers side by side until nothing is due within a pause.</summary>
    public Task RunSideBySideAsync(int workers, Func<Task<bool>> isDone) => Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
    {
        while (!await isDone())
        {
            await _services.GetRequiredService<FetchStage>().RunOnceAsync(Token);
        }
    })));

    public async Task<SourceChannel> ChannelAsync()
    {
        await using var db = Context();
        return await db.SourceChannels.Include(channel => channel.Source).SingleAsync(Token);
    }

    public async Task<List<FrontierEntry>> FrontierAsync()
    {
        await using var db = Context();
        return await db.Frontier.OrderBy(entry => entry.Id).ToListAsync(Token);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
