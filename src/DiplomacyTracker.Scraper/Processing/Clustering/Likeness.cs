namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>How near two tellings' days are.</summary>
internal enum Nearness
{
    Apart,

    /// <summary>One has no date and was published around the other; or the meeting was put off from one day to the other.</summary>
    Around,

    /// <summary>The days lie close, or a vague date holds the other.</summary>
    Near,

    /// <summary>The days meet.</summary>
    Same,
}

/// <summary>What a report has in common with the reports of an event.</summary>
/// <param name="Shared">How many of its actors are theirs too.</param>
internal readonly record struct Likeness(Nearness Nearness, bool IsSameMeeting, bool IsSamePlace, bool IsSameSerial, int Shared)
{
    // An event without a day is known by who takes part, so more of them must be the same.
    private const int ManyShared = 3;

    private const int Needed = 5;

    /// <summary>The least score at which the two are one event.</summary>
    public int Least => Shared >= ManyShared ? Needed - 1 : Needed;

    /// <summary>The sum of the evidence.</summary>
    /// <param name="nearness">The days' part, where they say more than <see cref="Nearness"/>.</param>
    public int ScoreBy(Nearness nearness) => (int)nearness + (IsSameMeeting ? 4 : 0) + (IsSamePlace ? 2 : 0) + (IsSameSerial ? 3 : 0) + Math.Min(Shared, ManyShared);

    /// <summary>The evidence in words, "same-date same-meeting", as it is stored with the report.</summary>
    public override string ToString() => string.Join(' ', Words());

    private IEnumerable<string> Words()
    {
        yield return Nearness == Nearness.Same ? "same-date" : Nearness == Nearness.Near ? "near-date" : "same-period";
        if (IsSameMeeting)
        {
            yield return "same-meeting";
        }
        if (IsSamePlace)
        {
            yield return "same-place";
        }
        if (IsSameSerial)
        {
            yield return "same-number";
        }
        if (Shared > 0)
        {
            yield return "shared-participants";
        }
    }
}
