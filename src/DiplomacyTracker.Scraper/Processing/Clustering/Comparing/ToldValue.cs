using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>One value of one field as one telling gives it.</summary>
/// <param name="Value">The value in a form that compares: an EDTF date, a number, a name or an entity's key, "who: how".</param>
/// <param name="Words">The words that give it, with what stands close around them.</param>
/// <param name="Of">What it is about, where the field alone does not say it.</param>
/// <param name="Zone">The zone that a date is stated in; null where it is the venue's own.</param>
internal sealed record ToldValue(string Value, string Words, string? Of, DateTimeOffset? PublishedAt, string? Zone = null)
{
    private string? _folded;

    /// <summary>How far the telling says that the event had come; null where only the words can say it.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>Whether it is of a meeting, which is opened and closed and has many names; null where only the words can say it.</summary>
    public bool? IsOfMeeting { get; init; }

    /// <summary>The words in small letters without marks, with a space at each end.</summary>
    public string Folded => _folded ??= KnownNames.Fold(Words);

    /// <summary>Whether it looks ahead, or to what was put off or called off.</summary>
    public bool IsPlan => Status is { } status ? status is EventStatus.Planned or EventStatus.Postponed or EventStatus.Cancelled : Says(
        "akan", "dijadwalkan", "direncanakan", "rencananya", "berencana", "bakal", "diharapkan", "diperkirakan", "disiapkan", "diundang", "memilih", "ditetapkan", "menunggu");

    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Folded.Contains($" {word} ", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether one of two looks ahead and the other back: what was planned one way came another.</summary>
    public static bool IsPlanAgainstHeld(ToldValue a, ToldValue b) => a.IsPlan != b.IsPlan;
}
