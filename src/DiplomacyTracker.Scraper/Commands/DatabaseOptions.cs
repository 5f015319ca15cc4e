using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>What every verb that needs the database takes, and how it gets there.</summary>
internal static class DatabaseOptions
{
    public static Option<string> Data() => new("--data") { Description = "Folder of the embedded PostgreSQL.", DefaultValueFactory = _ => ".data" };

    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();

    /// <summary>Runs a verb with the services over a prepared database: the configured one, or the embedded one in the folder.</summary>
    public static async Task<int> RunAsync(string folder, bool prepare, Func<IServiceProvider, Task<int>> verb, CancellationToken cancellationToken)
    {
        var configuration = Configuration();
        try
        {
            if (configuration.GetConnectionString("Tracker") is { Length: > 0 } given)
            {
                return await RunAsync(configuration, given, prepare, verb, cancellationToken);
            }
            await using var postgres = await EmbeddedPostgres.AttachOrStartAsync(
                new EmbeddedPostgresOptions(folder, configuration["Postgres:BinDirectory"]), cancellationToken);
            return await RunAsync(configuration, postgres.ConnectionString, prepare, verb, cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CommandLine.SomeInputWasBad;
        }
    }

    private static async Task<int> RunAsync(
        IConfiguration configuration, string connectionString, bool prepare, Func<IServiceProvider, Task<int>> verb, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddDiplomacyData(connectionString).AddStages(configuration).AddEditors();
        await using var provider = services.BuildServiceProvider();
        if (prepare)
        {
            await Worker.PrepareAsync(provider, withSources: false, _ => { }, cancellationToken);
        }
        await using var scope = provider.CreateAsyncScope();
        return await verb(scope.ServiceProvider);
    }
}
