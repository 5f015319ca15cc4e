using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Postgres;
using Npgsql;

namespace DiplomacyTracker.Tests.Data;

/// <summary>What an operator is told when the database is the trouble.</summary>
public sealed class DatabaseFaultsTests
{
    [Fact]
    public void A_database_that_is_away_or_refuses_is_told_in_a_sentence()
    {
        Assert.Equal("no binaries", DatabaseFaults.Sentence(new PostgresUnavailableException("no binaries")));
        Assert.StartsWith("The database cannot be reached", DatabaseFaults.Sentence(new NpgsqlException("connection refused")), StringComparison.Ordinal);
        Assert.Equal("The database refuses: password authentication failed", DatabaseFaults.Sentence(Refusal("password authentication failed", "28P01")));
    }

    [Fact]
    public void A_fault_of_a_query_is_not_hidden_behind_such_a_sentence()
    {
        Assert.Null(DatabaseFaults.Sentence(Refusal("syntax error", PostgresErrorCodes.SyntaxError)));
        Assert.Null(DatabaseFaults.Sentence(new InvalidOperationException()));
    }

    private static PostgresException Refusal(string message, string state) => new(message, "FATAL", "FATAL", state);
}
