using System.CommandLine;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`run`: the worker, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var data = DatabaseOptions.Data();
        var run = new Command("run", "Runs the worker: polls, fetches, reads, tags and clusters until it is stopped.") { data };
        run.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data)!, cancellationToken));
        return run;
    }

    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        try
        {
            if (builder.Configuration.GetConnectionString("Tracker") is { Length: > 0 } given)
            {
                return await RunAsync(builder, given, cancellationToken);
            }
            await using var postgres = await EmbeddedPostgres.AttachOrStartAsync(
                new EmbeddedPostgresOptions(folder, builder.Configuration["Postgres:BinDirectory"]), cancellationToken);
            await Console.Error.WriteLineAsync(postgres.Description);
            return await RunAsync(builder, postgres.ConnectionString, cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CommandLine.SomeInputWasBad;
        }
    }

    private static async Task<int> RunAsync(HostApplicationBuilder builder, string connectionString, CancellationToken cancellationToken)
    {
        builder.Services.AddDiplomacyData(connectionString).AddStages(builder.Configuration).RunStages();
        using var host = builder.Build();
        await Worker.PrepareAsync(host.Services, withSources: true, Console.Error.WriteLine, cancellationToken);
        await host.RunAsync(cancellationToken);
        return 0;
    }
}
