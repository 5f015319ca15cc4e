namespace DiplomacyTracker.Web;

/// <summary>How the demonstration fetches: only its own press may be reached on loopback, and with a shorter pause than the real one needs.</summary>
internal static class DemoSettings
{
    public static Dictionary<string, string?> For(IEnumerable<string> authorities)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Fetch:DelayPerAuthority"] = "00:00:00.100",
            ["Fetch:PollInterval"] = "00:00:30",
            ["Fetch:Workers"] = "3",
        };
        var index = 0;
        foreach (var authority in authorities)
        {
            settings[$"Fetch:AllowedPrivateEndpoints:{index++}"] = authority;
        }
        return settings;
    }
}
