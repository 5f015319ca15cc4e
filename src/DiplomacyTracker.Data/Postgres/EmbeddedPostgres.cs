using Npgsql;

namespace DiplomacyTracker.Data.Postgres;

/// <summary>Where and how the embedded PostgreSQL runs.</summary>
/// <param name="DataFolder">The folder of the cluster; made where it is missing.</param>
/// <param name="BinDirectory">PostgreSQL's programs; null to look for them.</param>
/// <param name="Durable">False trades safety after a power cut for speed; for tests only.</param>
public sealed record EmbeddedPostgresOptions(string DataFolder, string? BinDirectory = null, bool Durable = true);

/// <summary>
/// A real PostgreSQL as a child of this process, with its data in a folder of ours. The first process owns the server and stops it when it ends;
/// a further one attaches; a server that a killed owner left behind is adopted.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly PostgresCluster _cluster;
    private readonly PostgresBinaries? _binaries;
    private readonly FileStream? _lock;

    private EmbeddedPostgres(PostgresCluster cluster, PostgresBinaries? binaries, FileStream? ownership, int port, string how)
    {
        _cluster = cluster;
        _binaries = binaries;
        _lock = ownership;
        ConnectionString = cluster.ConnectionString(port);
        Description = how;
    }

    public string ConnectionString { get; }

    /// <summary>One line for people: version, folder, port, and whether it was started, adopted or attached to.</summary>
    public string Description { get; }

    public bool IsOwner => _lock is not null;

    /// <summary>Process id of the server now; null where it is gone.</summary>
    public int? ServerProcessId => _cluster.RunningServer(mayRemoveStale: false)?.ProcessId;

    /// <summary>Starts the server, or adopts the one that a killed process left.</summary>
    /// <exception cref="PostgresUnavailableException">Another process of ours owns it, or it cannot run here.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var cluster = new PostgresCluster(options.DataFolder);
        if (TryOwn(cluster) is { } ownership)
        {
            return await OwnAsync(cluster, options, ownership, cancellationToken);
        }
        throw new PostgresUnavailableException(
            $"Diplomacy Tracker already runs on {cluster.DataFolder}{OwnerOf(cluster)}. Stop it first, or choose another folder with --data.");
    }

    /// <summary>Attaches to the server that another process of ours owns; starts it where none does.</summary>
    /// <exception cref="PostgresUnavailableException">It cannot run here.</exception>
    public static async Task<EmbeddedPostgres> AttachOrStartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var cluster = new PostgresCluster(options.DataFolder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (true)
        {
            if (TryOwn(cluster) is { } ownership)
            {
                return await OwnAsync(cluster, options, ownership, cancellationToken);
            }
            // The owner may still be starting it.
            if (cluster.RunningServer(mayRemoveStale: false) is { } server && await AcceptsAsync(cluster, server.Port, cancellationToken))
            {
                return new EmbeddedPostgres(cluster, null, null, server.Port, $"PostgreSQL of another process on port {server.Port}, data in {cluster.Directory}");
            }
            await Task.Delay(Pause, limit.Token);
        }
    }

    /// <summary>Stops the server if this process owns it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_lock is null)
        {
            return;
        }
        NpgsqlConnection.ClearAllPools();
        if (_binaries is not null && _cluster.RunningServer(mayRemoveStale: false) is not null)
        {
            await StopAsync(_binaries);
        }
        await _lock.DisposeAsync();
    }

    // A server that was killed this very moment cannot be stopped any more, and need not be.
    private async Task StopAsync(PostgresBinaries binaries)
    {
        try
        {
            await PostgresProcess.RunAsync(
                binaries.Program("pg_ctl"), ["stop", "-D", _cluster.Directory, "-m", "fast", "-w", "-t", "30"], input: null, CancellationToken.None);
        }
        catch (PostgresUnavailableException) when (_cluster.RunningServer(mayRemoveStale: false) is null)
        {
            // It is gone, which is what was asked for; the next start recovers it.
        }
    }

    private static async Task<EmbeddedPostgres> OwnAsync(
        PostgresCluster cluster, EmbeddedPostgresOptions options, FileStream ownership, CancellationToken cancellationToken)
    {
        try
        {
            var binaries = PostgresBinaries.Find(options.BinDirectory, cluster.MajorVersion);
            if (cluster.RunningServer(mayRemoveStale: true) is { } left && await AcceptsAsync(cluster, left.Port, cancellationToken))
            {
                return new EmbeddedPostgres(cluster, binaries, ownership, left.Port, Describe("adopted", binaries, cluster, left.Port));
            }
            if (!cluster.Exists)
            {
                await cluster.CreateAsync(binaries, cancellationToken);
            }
            var port = await StartServerAsync(cluster, binaries, options, cancellationToken);
            return new EmbeddedPostgres(cluster, binaries, ownership, port, Describe("started", binaries, cluster, port));
        }
        catch
        {
            await ownership.DisposeAsync();
            throw;
        }
    }

    // After a kill the old server's children may hold its shared memory for a moment, and another program may take the port: both pass.
    private static async Task<int> StartServerAsync(
        PostgresCluster cluster, PostgresBinaries binaries, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = cluster.WriteSettings(options.Durable);
            try
            {
                await PostgresProcess.RunAsync(
                    binaries.Program("pg_ctl"), ["start", "-D", cluster.Directory, "-l", cluster.LogFile, "-w", "-t", "60"], input: null, cancellationToken);
                return port;
            }
            catch (PostgresUnavailableException e) when (attempt == 10)
            {
                throw new PostgresUnavailableException($"{e.Message}{Environment.NewLine}The end of {cluster.LogFile}:{Environment.NewLine}{LastLines(cluster.LogFile)}");
            }
            catch (PostgresUnavailableException)
            {
                await Task.Delay(Pause * attempt, cancellationToken);
            }
        }
    }

    private static async Task<bool> AcceptsAsync(PostgresCluster cluster, int port, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(cluster.ConnectionString(port) + ";Pooling=false;Timeout=5");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private static FileStream? TryOwn(PostgresCluster cluster)
    {
        Directory.CreateDirectory(cluster.DataFolder);
        try
        {
            var ownership = new FileStream(Path.Combine(cluster.DataFolder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // For the message that a second start gets; the lock itself hides the file from others, so the number stands in a file of its own.
            File.WriteAllText(OwnerFile(cluster), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return ownership;
        }
        catch (IOException) when (File.Exists(Path.Combine(cluster.DataFolder, "owner.lock")))
        {
            return null;
        }
    }

    private static string OwnerFile(PostgresCluster cluster) => Path.Combine(cluster.DataFolder, "owner.pid");

    private static string OwnerOf(PostgresCluster cluster) => File.Exists(OwnerFile(cluster)) ? $" (process {File.ReadAllText(OwnerFile(cluster))})" : "";

    private static string Describe(string how, PostgresBinaries binaries, PostgresCluster cluster, int port) =>
        $"PostgreSQL {binaries.MajorVersion} {how} on port {port}, data in {cluster.Directory}"
        + (cluster.IsElsewhere ? $" ({cluster.DataFolder} cannot be entered by the account {PostgresProcess.ServerUser})" : "");

    private static string LastLines(string path) => File.Exists(path) ? string.Join(Environment.NewLine, File.ReadLines(path).TakeLast(8)) : "(no log)";
}
