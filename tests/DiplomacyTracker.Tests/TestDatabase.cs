using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Postgres;
using DiplomacyTracker.Tests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestDatabase))]

namespace DiplomacyTracker.Tests;

/// <summary>One PostgreSQL for the whole run: ConnectionStrings__Tests where set, else an embedded one in a temporary folder. Each test class takes a database of its own.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "diplomacy-tests-" + Guid.NewGuid().ToString("N"));
    private readonly SemaphoreSlim _templateLock = new(1);
    private EmbeddedPostgres? _embedded;
    private string _server = "";
    private bool _hasTemplate;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Tests") is { Length: > 0 } given)
        {
            _server = given;
            return;
        }
        _embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(_folder, Durable: false), CancellationToken.None);
        _server = _embedded.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
        _templateLock.Dispose();
    }

    /// <summary>Connection string of a new, migrated database.</summary>
    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        await _templateLock.WaitAsync(cancellationToken);
        try
        {
            var template = $"template_{Environment.ProcessId}";
            if (!_hasTemplate)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {template}", cancellationToken);
                await ExecuteAsync($"CREATE DATABASE {template}", cancellationToken);
                await using var db = Context(For(template));
                await db.MigrateSafelyAsync("tests.example", new DateOnly(2026, 1, 1), cancellationToken);
                NpgsqlConnection.ClearPool(new NpgsqlConnection(For(template)));
                _hasTemplate = true;
            }
            var name = $"test_{Environment.ProcessId}_{++_databases}";
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name}", cancellationToken);
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}", cancellationToken);
            return For(name);
        }
        finally
        {
            _templateLock.Release();
        }
    }

    /// <summary>Connection string of a new database without any table.</summary>
    public async Task<string> CreateEmptyAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Environment.ProcessId}_empty_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        return For(name);
    }

    public static TrackerContext Context(string connectionString) =>
        new(new DbContextOptionsBuilder<TrackerContext>().UseNpgsql(connectionString).Options);

    // Every class has a database and so a pool of its own: what one leaves idle is closed soon, or a quick machine would run out of connections.
    private string For(string database) => new NpgsqlConnectionStringBuilder(_server)
    {
        Database = database,
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 3,
        ConnectionPruningInterval = 1,
    }.ConnectionString;

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_server + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
