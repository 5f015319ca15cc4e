namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>How a span was found; a later one wins over an earlier one on the same words.</summary>
internal enum Evidence
{
    Model,
    ShortName,
    Gazetteer,
    Pattern,
}

/// <summary>A run of tokens of one sentence that may be a mention.</summary>
/// <param name="FullName">The name that an abbreviation stands for, where the article says so.</param>
internal sealed record Candidate(int First, int Count, EntityType Type, Evidence Evidence, GazetteerEntry? Entry = null, string? FullName = null)
{
    public int End => First + Count;

    public bool Overlaps(Candidate other) => First < other.End && other.First < End;

    /// <summary>The place in a list of the first candidate that a token is part of; -1 where it is part of none.</summary>
    public static int IndexAt(List<Candidate> candidates, int token)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].First <= token && token < candidates[i].End)
            {
                return i;
            }
        }
        return -1;
    }
}
