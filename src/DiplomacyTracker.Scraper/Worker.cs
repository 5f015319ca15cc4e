using DiplomacyTracker.Data;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Processing.Clustering;
using DiplomacyTracker.Scraper.Processing.Clustering.Comparing;
using DiplomacyTracker.Scraper.Reading;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DiplomacyTracker.Scraper;

/// <summary>Composes the stages; the worker's own process and the all-in-one process run the same.</summary>
public static class Worker
{
    /// <summary>Registers the stages without running them.</summary>
    public static IServiceCollection AddStages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FetchOptions>().Bind(configuration.GetSection("Fetch"))
            .Validate(options => options.UserAgent.Contains('@', StringComparison.Ordinal) || options.UserAgent.Contains("://", StringComparison.Ordinal), "Fetch:UserAgent must name a contact address.")
            .Validate(options => options is { Workers: > 0, MostBytes: > 0 } && options.Timeout > TimeSpan.Zero, "Fetch: Workers, MostBytes and Timeout must be positive.")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => KnowledgeBase.Default);
        services.AddSingleton<ArticleTagger>();
        services.AddSingleton<SourceCatalogue>(_ => configuration["Sources:File"] is { Length: > 0 } file ? SourceCatalogue.FromFile(file) : SourceCatalogue.BuiltIn());
        services.AddSingleton<SourceSeeder>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<ChannelReader>();
        services.AddSingleton<RobotsTurn>();
        services.AddSingleton<ChannelPoll>();
        services.AddSingleton<LaterPages>();
        services.AddSingleton<PageFetch>();
        services.AddSingleton<FetchStage>();
        services.AddSingleton<ReadStage>();
        services.AddSingleton<EntityStore>();
        services.AddSingleton<EventBlocks>();
        services.AddSingleton<FeatureReader>();
        services.AddSingleton<FactWriter>();
        services.AddSingleton<TagStage>();
        services.AddSingleton<TopicCatalogue>();
        services.AddSingleton<TopicAssigner>();
        services.AddSingleton<EventTitles>();
        services.AddSingleton<KnownNames>();
        services.AddSingleton<ValueComparer>();
        services.AddSingleton<Differences>();
        services.AddSingleton<EventWriter>();
        services.AddSingleton<ClusterMemory>();
        services.AddSingleton<ClusterStage>();
        services.AddSingleton<HealthStage>();
        services.AddSingleton<RecallStage>();
        services.AddSingleton<Backfill>();
        services.AddSingleton<Rereading>();
        services.AddSingleton<Takedown>();
        services.AddSingleton<KnowledgeSeeder>();
        services.AddSingleton<Importer>();
        services.AddSingleton<Drain>();
        services.AddSingleton<StageTally>();
        return services;
    }

    /// <summary>Fetches from these outlets instead of the built-in list. <paramref name="yaml"/> has the form of sources.yaml.</summary>
    public static IServiceCollection UseSources(this IServiceCollection services, string yaml)
    {
        using var reader = new StringReader(yaml);
        return services.AddSingleton(new SourceCatalogue(SourceCatalogue.Parse(reader)));
    }

    /// <summary>Runs every stage for as long as the process lives.</summary>
    public static IServiceCollection RunStages(this IServiceCollection services)
    {
        AddLoops<FetchStage>(services, provider => provider.GetRequiredService<IOptions<FetchOptions>>().Value.Workers);
        Add<ReadStage>(services);
        Add<TagStage>(services);
        Add<TagStage>(services);
        Add<ClusterStage>(services);
        Add<HealthStage>(services);
        Add<RecallStage>(services);
        services.AddHostedService(provider => provider.GetRequiredService<StageTally>());
        return services;
    }

    /// <summary>Brings schema, knowledge, topics and sources up to date. Safe when several processes start together.</summary>
    public static async Task PrepareAsync(IServiceProvider services, bool withSources, Action<string> report, CancellationToken cancellationToken)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<TrackerContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var authority = services.GetRequiredService<IConfiguration>()["Site:TagAuthority"] ?? "diplomacy-tracker.example";
        var applied = await db.MigrateSafelyAsync(authority, today, cancellationToken);
        report(applied.Count == 0 ? "Schema is up to date" : $"Schema: applied {string.Join(", ", applied)}");
        var seeded = await services.GetRequiredService<KnowledgeSeeder>().SeedAsync(cancellationToken);
        report($"Knowledge {KnowledgeBase.Default.Version}: {(seeded ? "filled in" : "unchanged")}");
        await services.GetRequiredService<TopicAssigner>().SeedAsync(db, cancellationToken);
        if (withSources)
        {
            report($"Sources: {await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken)}");
        }
    }

    private static void Add<TStage>(IServiceCollection services)
        where TStage : class, IStage =>
        services.AddSingleton<IHostedService>(provider => Loop(provider, provider.GetRequiredService<TStage>()));

    private static void AddLoops<TStage>(IServiceCollection services, Func<IServiceProvider, int> count)
        where TStage : class, IStage =>
        services.AddSingleton<IHostedService>(provider =>
            new LoopGroup([.. Enumerable.Range(0, count(provider)).Select(_ => Loop(provider, provider.GetRequiredService<TStage>()))]));

    private static StageLoop Loop(IServiceProvider provider, IStage stage) =>
        new(stage, provider.GetRequiredService<StageTally>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<StageLoop>>());

    /// <summary>Several loops of one stage as one service.</summary>
    private sealed class LoopGroup(IReadOnlyList<StageLoop> loops) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(loops.Select(loop => loop.StartAsync(cancellationToken)));

        public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(loops.Select(loop => loop.StopAsync(cancellationToken)));
    }
}
