using DiplomacyTracker.Data;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>The worker's stages over a database of their own, run by hand until nothing waits; with a press on loopback where one is given.</summary>
internal sealed class Pipeline : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Pipeline(ServiceProvider services, string connectionString)
    {
        _services = services;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public IServiceProvider Services => _services;

    public static async Task<Pipeline> CreateAsync(TestDatabase database, NewsroomServer? newsroom, CancellationToken cancellationToken)
    {
        var connectionString = await database.CreateAsync(cancellationToken);
        var settings = new Dictionary<string, string?> { ["Fetch:DelayPerAuthority"] = "00:00:00", ["Fetch:PollInterval"] = "01:00:00", ["Fetch:RobotsLifetime"] = "1.00:00:00" };
        foreach (var (outlet, index) in (newsroom?.Outlets ?? []).Select((outlet, index) => (outlet, index)))
        {
            settings[$"Fetch:AllowedPrivateEndpoints:{index}"] = outlet.Home.Authority;
        }
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddDiplomacyData(connectionString).AddStages(configuration).AddEditors();
        services.UseSources(newsroom?.SourcesYaml() ?? "[]");
        var pipeline = new Pipeline(services.BuildServiceProvider(), connectionString);
        await Worker.PrepareAsync(pipeline._services, withSources: true, _ => { }, cancellationToken);
        return pipeline;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public TrackerContext Context() => TestDatabase.Context(ConnectionString);

    /// <summary>Polls every channel once and takes everything that follows from it to its end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var db = Context())
        {
            await db.SourceChannels.Where(channel => channel.Rank == 0 && channel.Purpose == DiplomacyTracker.Data.Sources.ChannelPurpose.Poll).ExecuteUpdateAsync(set => set.SetProperty(channel => channel.NextPollAt, DateTimeOffset.UnixEpoch), cancellationToken);
        }
        while (await IsDueAsync(cancellationToken))
        {
            await Get<FetchStage>().RunOnceAsync(cancellationToken);
        }
        while (await Get<ReadStage>().RunOnceAsync(cancellationToken))
        {
        }
        await Get<Drain>().RunAsync(_ => { }, cancellationToken);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    // Crawl-delay keeps an authority closed for some hundredths of a second: what still waits is asked of the database.
    private async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using var db = Context();
        return await db.Frontier.AnyAsync(entry => entry.State == Waiting && entry.Attempts == 0, cancellationToken)
            || await db.SourceChannels.AnyAsync(channel => channel.NextPollAt == DateTimeOffset.UnixEpoch, cancellationToken);
    }

    private const DiplomacyTracker.Data.Sources.FrontierState Waiting = DiplomacyTracker.Data.Sources.FrontierState.Waiting;
}
