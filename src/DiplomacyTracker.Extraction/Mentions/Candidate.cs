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
}
