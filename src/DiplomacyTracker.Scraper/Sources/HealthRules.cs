using DiplomacyTracker.Data.Sources;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>When a signal counts as unlike the past: by effect, by robust deviation, and from how many cases on.</summary>
internal sealed class SignalRule
{
    public double Share { get; set; }

    public double Score { get; set; }

    public int Count { get; set; }
}

/// <summary>health.yaml: how runs are cut and judged.</summary>
internal sealed class HealthRules
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    public int RunHours { get; set; }

    public int HistoryDays { get; set; }

    /// <summary>As many runs as the days hold.</summary>
    public int HistoryRuns => HistoryDays * 24 / RunHours;

    public int FewestRuns { get; set; }

    public int GraceMinutes { get; set; }

    public Dictionary<string, SignalRule> Signals { get; set; } = [];

    public static HealthRules BuiltIn { get; } = Read();

    public SignalRule Of(SourceSignal signal) => Signals[signal.ToString().ToLowerInvariant()];

    /// <summary>The stretch of the day that an instant lies in.</summary>
    public (DateTimeOffset StartsAt, DateTimeOffset EndsAt) RunAt(DateTimeOffset at)
    {
        var local = at.ToOffset(Zone);
        var start = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour / RunHours * RunHours, 0, 0, Zone).ToUniversalTime();
        return (start, start.AddHours(RunHours));
    }

    private static HealthRules Read()
    {
        using var stream = typeof(HealthRules).Assembly.GetManifestResourceStream("health.yaml") ?? throw new InvalidOperationException("health.yaml is not part of the program.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<HealthRules>(reader);
    }
}
