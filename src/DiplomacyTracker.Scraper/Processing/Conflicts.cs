using Npgsql;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Tells what the database refuses only because another worker was there at the same moment: done again, it goes through.</summary>
internal static class Conflicts
{
    public static bool IsConflict(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation })
            {
                return true;
            }
        }
        return false;
    }
}
