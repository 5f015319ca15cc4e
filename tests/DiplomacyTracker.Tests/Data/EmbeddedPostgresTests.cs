using System.Diagnostics;
using DiplomacyTracker.Data.Postgres;
using Npgsql;

namespace DiplomacyTracker.Tests.Data;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "diplomacy-embedded-" + Guid.NewGuid().ToString("N"));

    private EmbeddedPostgresOptions Options => new(_folder, Durable: true);

    [Fact]
    public async Task What_was_stored_is_there_at_the_second_start()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken))
        {
            await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        }

        await using var second = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);

        Assert.Equal(7, await ExecuteAsync(second, "SELECT id FROM kept"));
        Assert.Contains("started", second.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_is_refused_while_a_second_process_may_attach()
    {
        await using var owner = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(() => EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken));
        await using var guest = await EmbeddedPostgres.AttachOrStartAsync(Options, TestContext.Current.CancellationToken);

        Assert.Contains("already runs", refusal.Message, StringComparison.Ordinal);
        Assert.False(guest.IsOwner);
        Assert.Equal(1, await ExecuteAsync(guest, "SELECT 1"));
    }

    [Fact]
    public async Task A_guest_that_leaves_does_not_stop_the_server()
    {
        await using var owner = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);
        await using (await EmbeddedPostgres.AttachOrStartAsync(Options, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(1, await ExecuteAsync(owner, "SELECT 1"));
    }

    [Fact]
    public async Task A_killed_server_recovers_what_was_committed()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken))
        {
            await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (8)");
            Process.GetProcessById(first.ServerProcessId!.Value).Kill();
            NpgsqlConnection.ClearAllPools();
        }
        Assert.True(File.Exists(Path.Combine(ClusterFolder, "postmaster.pid")));

        await using var second = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);

        Assert.Equal(8, await ExecuteAsync(second, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_does_not_hinder_the_start()
    {
        await using (await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken))
        {
        }
        var stale = $"{Environment.ProcessId}\n{ClusterFolder}\n1700000000\n5432\n\n127.0.0.1\n";
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder, "postmaster.pid"), stale, TestContext.Current.CancellationToken);

        await using var second = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);

        Assert.Equal(1, await ExecuteAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_anew()
    {
        Directory.CreateDirectory(ClusterFolder + ".new");
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder + ".new", "PG_VERSION"), "15", TestContext.Current.CancellationToken);

        await using var server = await EmbeddedPostgres.StartAsync(Options, TestContext.Current.CancellationToken);

        Assert.Equal(1, await ExecuteAsync(server, "SELECT 1"));
    }

    [Fact]
    public void Binaries_that_are_not_where_they_were_said_to_be_are_named()
    {
        var refusal = Assert.Throws<PostgresUnavailableException>(() => PostgresBinaries.Find(Path.GetTempPath()));

        Assert.Contains("Postgres:BinDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_outlived_their_PostgreSQL_are_no_programs()
    {
        var folder = Directory.CreateTempSubdirectory("diplomacy-links-");
        foreach (var name in (string[])["postgres", "initdb", "pg_ctl"])
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullName, name), Path.Combine(folder.FullName, "gone", name));
        }

        var refusal = Assert.Throws<PostgresUnavailableException>(() => PostgresBinaries.Find(folder.FullName));

        Assert.Contains(folder.FullName, refusal.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_cluster_of_another_version_is_not_opened_with_the_wrong_binaries()
    {
        var refusal = Assert.Throws<PostgresUnavailableException>(() => PostgresBinaries.Find(null, majorVersion: 9));

        Assert.Contains("made by PostgreSQL 9", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string ClusterFolder => Path.Combine(_folder, "cluster", "postgres");

    private static async Task<object?> ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
