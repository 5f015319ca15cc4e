using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DiplomacyTracker.Data.Postgres;

/// <summary>The files of a private cluster: where they are, how they are made, and what they say of a running server.</summary>
internal sealed class PostgresCluster
{
    private const string User = "tracker";

    // Web and worker may be two processes, and a command or two run beside them: each keeps to its share of the connections.
    private const int Connections = 300;
    private const int ConnectionsOfAProcess = 60;
    private readonly string _home;

    public PostgresCluster(string dataFolder)
    {
        DataFolder = Path.GetFullPath(dataFolder);
        _home = HomeFor(DataFolder);
    }

    /// <summary>The folder that was asked for; the lock and the password are there.</summary>
    public string DataFolder { get; }

    public string Directory => Path.Combine(_home, "postgres");

    public string LogFile => Path.Combine(_home, "postgres.log");

    /// <summary>True where the server's user cannot enter the data folder, so that the cluster had to be made elsewhere.</summary>
    public bool IsElsewhere => Path.GetDirectoryName(_home) != DataFolder;

    public bool Exists => File.Exists(Path.Combine(Directory, "PG_VERSION"));

    public int? MajorVersion => Exists ? int.Parse(File.ReadAllText(Path.Combine(Directory, "PG_VERSION")), CultureInfo.InvariantCulture) : null;

    private string PasswordFile => Path.Combine(DataFolder, "postgres.password");

    private string PidFile => Path.Combine(Directory, "postmaster.pid");

    /// <summary>Makes the cluster beside its place and moves it there when it is whole, so that a kill half-way leaves nothing half made.</summary>
    public async Task CreateAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        await PrepareHomeAsync(cancellationToken);
        var draft = Directory + ".new";
        if (System.IO.Directory.Exists(draft))
        {
            System.IO.Directory.Delete(draft, recursive: true);
        }
        await PostgresProcess.RunAsync(
            binaries.Program("initdb"),
            ["-D", draft, "-U", User, "-A", "trust", "--no-locale", "--encoding=UTF8", "--no-instructions"],
            input: null,
            cancellationToken);
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        await PostgresProcess.RunAsync(
            binaries.Program("postgres"), ["--single", "-D", draft, "postgres"], $"ALTER ROLE {User} PASSWORD '{password}'\n", cancellationToken);
        await PostgresProcess.RunAsync(
            binaries.Program("postgres"), ["--single", "-D", draft, "postgres"], $"CREATE DATABASE {User}\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(draft, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(draft, "postgresql.conf"), "include_if_exists 'tracker.conf'\n", cancellationToken);
        WritePrivately(PasswordFile, password);
        System.IO.Directory.Move(draft, Directory);
    }

    /// <summary>What the server reads when it starts.</summary>
    public int WriteSettings(bool durable)
    {
        var port = FreePort();
        var settings = new StringBuilder()
            .AppendLine("listen_addresses = '127.0.0.1'")
            .AppendLine(CultureInfo.InvariantCulture, $"port = {port}")
            .AppendLine("unix_socket_directories = ''")
            .AppendLine(CultureInfo.InvariantCulture, $"max_connections = {Connections}")
            .AppendLine("shared_buffers = 256MB")
            .AppendLine("max_wal_size = 2GB")
            .AppendLine("logging_collector = off");
        if (!durable)
        {
            settings.AppendLine("fsync = off").AppendLine("synchronous_commit = off").AppendLine("full_page_writes = off");
        }
        var path = Path.Combine(Directory, "tracker.conf");
        File.WriteAllText(path, settings.ToString());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
        return port;
    }

    /// <summary>Process id and port of the server that runs on this cluster; null where none does. A pid file that nobody stands behind is removed.</summary>
    public (int ProcessId, int Port)? RunningServer(bool mayRemoveStale)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PidFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        if (lines.Length >= 4
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            && IsOurServer(processId))
        {
            return (processId, port);
        }
        if (mayRemoveStale)
        {
            File.Delete(PidFile);
        }
        return null;
    }

    public string ConnectionString(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = File.ReadAllText(PasswordFile).Trim(),
        Database = User,
        CommandTimeout = 30,
        MaxPoolSize = ConnectionsOfAProcess,
        IncludeErrorDetail = false,
    }.ConnectionString;

    // A process id is soon used again; only a process whose working directory is the cluster is its server.
    private bool IsOurServer(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return System.Diagnostics.Process.GetProcesses().Any(process => process.Id == processId && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal));
        }
        var cwd = new FileInfo($"/proc/{processId}/cwd");
        return cwd.LinkTarget is { } target && Path.GetFullPath(target) == new DirectoryInfo(Directory).FullName && !IsDead(processId);
    }

    private static bool IsDead(int processId)
    {
        try
        {
            // "pid (name) Z …": a zombie serves nobody.
            return File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task PrepareHomeAsync(CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(DataFolder);
        System.IO.Directory.CreateDirectory(_home);
        if (PostgresProcess.ServerUser is not { } user)
        {
            return;
        }
        // The server's user makes the cluster itself, so it must own the folder to make it in.
        using var chown = System.Diagnostics.Process.Start("chown", [user, _home]);
        await chown.WaitForExitAsync(cancellationToken);
        if (chown.ExitCode != 0)
        {
            throw new PostgresUnavailableException($"{_home} could not be given to {user}.");
        }
    }

    private static string HomeFor(string dataFolder)
    {
        if (PostgresProcess.ServerUser is null || IsReachable(dataFolder))
        {
            return Path.Combine(dataFolder, "cluster");
        }
        var name = "diplomacy-tracker-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var state = "/var/lib";
        return Path.Combine(System.IO.Directory.Exists(state) ? state : Path.GetTempPath(), name);
    }

    private static bool IsReachable(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (parent.Exists && !OperatingSystem.IsWindows() && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }
        return true;
    }

    private static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
