namespace DiplomacyTracker.Data.Sources;

/// <summary>What of a source may be unlike its own past.</summary>
public enum SourceSignal
{
    /// <summary>Polls fail, or list far fewer addresses than usual.</summary>
    Listing,

    /// <summary>Far fewer new articles than at this time of day before.</summary>
    Silent,

    /// <summary>Pages cannot be fetched or hold no article.</summary>
    Unreadable,

    /// <summary>Texts are far shorter than usual.</summary>
    Short,

    /// <summary>Articles without a date of publication.</summary>
    Undated,

    /// <summary>One text under many addresses.</summary>
    Duplicates,

    /// <summary>Letters of a wrong charset.</summary>
    Garbled,

    /// <summary>A sampled day's list holds articles that we had not found.</summary>
    Recall,
}

/// <summary>One signal that is raised. <paramref name="Seen"/> and <paramref name="Usual"/> are counts, characters (Short) or shares from 0 to 1.</summary>
public sealed record SourceAlarm(SourceSignal Signal, DateTimeOffset Since, double Seen, double Usual);
