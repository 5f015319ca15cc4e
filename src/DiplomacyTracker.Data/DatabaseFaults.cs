using DiplomacyTracker.Data.Postgres;
using Npgsql;

namespace DiplomacyTracker.Data;

/// <summary>What keeps a process from its database, in a sentence for the operator.</summary>
public static class DatabaseFaults
{
    // Connections, sign-in, no such database, resources, shut down: the server's or the operator's matter, never a fault of a query.
    private static readonly string[] OfTheServer = ["08", "28", "3D", "53", "57"];

    /// <summary>The sentence; null for an exception that is about something else.</summary>
    public static string? Sentence(Exception e) => e switch
    {
        PostgresUnavailableException or UnknownSchemaException => e.Message,
        PostgresException refused => OfTheServer.Any(kind => refused.SqlState.StartsWith(kind, StringComparison.Ordinal)) ? $"The database refuses: {refused.MessageText}" : null,
        NpgsqlException => $"The database cannot be reached: {e.Message}",
        _ => null,
    };
}
