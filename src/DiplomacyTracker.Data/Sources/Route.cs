namespace DiplomacyTracker.Data.Sources;

/// <summary>
/// How an address is reached. Each redirect is a turn of its own at the authority that it leads to, so <see cref="Next"/> is where the next request goes;
/// <see cref="MovedTo"/> is the address that permanent redirects (301, 308) have led to often enough to be kept.
/// </summary>
public sealed record Route(string? Next = null, int Hops = 0, bool IsPermanent = true, string? MovingTo = null, int TimesSeen = 0, string? MovedTo = null)
{
    // The first redirect says that an address has moved; two more confirm it.
    private const int TimesToBelieve = 3;

    public static Route Direct { get; } = new();

    /// <summary>Where the next request goes, for an address that was given as <paramref name="url"/>.</summary>
    public string From(string url) => Next ?? MovedTo ?? url;

    public Route Follow(string target, bool permanent) => this with { Next = target, Hops = Hops + 1, IsPermanent = IsPermanent && permanent };

    /// <summary>An answer came from the end of the way.</summary>
    public Route Arrive()
    {
        if (Next is not { } end || !IsPermanent)
        {
            return new Route(MovedTo: MovedTo);
        }
        var seen = MovingTo == end ? TimesSeen + 1 : 1;
        return seen < TimesToBelieve ? new Route(MovingTo: end, TimesSeen: seen, MovedTo: MovedTo) : new Route(MovedTo: end);
    }

    /// <summary>The way led nowhere; the next try starts at its beginning. A kept address that fails is given up.</summary>
    public Route Restart() => new(MovingTo: MovingTo, TimesSeen: TimesSeen);
}
