using System.Diagnostics;

namespace DiplomacyTracker.Data.Postgres;

/// <summary>Runs PostgreSQL's programs, as another user where we are root: PostgreSQL refuses to run as root.</summary>
internal static class PostgresProcess
{
    /// <summary>The account that the server runs as; null where it is our own.</summary>
    public static string? ServerUser { get; } = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
        ? (HasUser("postgres") ? "postgres" : "nobody")
        : null;

    /// <summary>Runs a program to its end as the server's user.</summary>
    /// <exception cref="PostgresUnavailableException">It failed; its own words are in the message.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, ServerUser);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        }
        process.StandardInput.Close();
        // pg_ctl's server inherits the pipes and keeps them open, so pg_ctl is told to log to a file and its pipes are read only to its own end.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new PostgresUnavailableException($"{Path.GetFileName(program)} failed ({process.ExitCode}): {(await errors).Trim()} {(await output).Trim()}".TrimEnd());
        }
    }

    /// <summary>The standard output of a short program, empty where it failed.</summary>
    public static string Read(string program, IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments, user: null);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : "";
    }

    private static Process Start(string program, IEnumerable<string> arguments, string? user)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The server's user may not enter the folder that we were started in.
            WorkingDirectory = Path.GetTempPath(),
        };
        if (user is null)
        {
            start.FileName = program;
        }
        else
        {
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid", user, "--regid", GroupOf(user), "--clear-groups", program])
            {
                start.ArgumentList.Add(argument);
            }
        }
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start) ?? throw new PostgresUnavailableException($"{start.FileName} did not start.");
    }

    private static bool HasUser(string name) => Account(name) is not null;

    private static string GroupOf(string user) => Account(user)?[3] ?? "nogroup";

    private static string[]? Account(string name) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields[0] == name && fields.Length > 3);
}
