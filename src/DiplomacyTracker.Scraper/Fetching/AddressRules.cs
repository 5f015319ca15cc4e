using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>What <c>addresses.yaml</c> says about the spellings of one address.</summary>
internal sealed class AddressRules
{
    private readonly HashSet<string> _tracking;
    private readonly string[] _prefixes;
    private readonly HashSet<string> _sessions;
    private readonly HashSet<string> _hostLabels;
    private readonly HashSet<string> _secondLevels;
    private readonly HashSet<string> _views;
    private readonly HashSet<int> _closedPorts;

    private AddressRules(File file)
    {
        _tracking = new(file.Tracking, StringComparer.OrdinalIgnoreCase);
        _prefixes = [.. file.TrackingPrefixes];
        _sessions = new(file.Sessions, StringComparer.OrdinalIgnoreCase);
        _hostLabels = new(file.HostLabels, StringComparer.OrdinalIgnoreCase);
        _secondLevels = new(file.SecondLevels, StringComparer.OrdinalIgnoreCase);
        _views = new(file.Views, StringComparer.OrdinalIgnoreCase);
        _closedPorts = [.. file.ClosedPorts];
        PathSegments = new HashSet<string>(file.PathSegments, StringComparer.OrdinalIgnoreCase);
        PathEndings = file.PathEndings;
        IndexPages = new HashSet<string>(file.IndexPages, StringComparer.OrdinalIgnoreCase);
    }

    public static AddressRules BuiltIn { get; } = Load();

    public IReadOnlySet<string> PathSegments { get; }

    public IReadOnlyList<string> PathEndings { get; }

    public IReadOnlySet<string> IndexPages { get; }

    /// <summary>Whether "name=value" tells of the reader's way or session only.</summary>
    public bool IsTracking(string name, string pair) =>
        _tracking.Contains(name) || _tracking.Contains(pair) || IsSession(name) || Array.Exists(_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // Some servers put a number behind the name ("ASPSESSIONIDQQBADC").
    public bool IsSession(string name) => _sessions.Contains(name) || name.StartsWith("aspsessionid", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether "name=value" asks for another dress of the same article.</summary>
    public bool IsView(string pair) => _views.Contains(pair);

    public bool IsHostLabel(string label) => _hostLabels.Contains(label);

    public bool IsSecondLevel(string label) => _secondLevels.Contains(label);

    public bool IsClosedPort(int port) => _closedPorts.Contains(port);

    private static AddressRules Load()
    {
        using var stream = typeof(AddressRules).Assembly.GetManifestResourceStream("addresses.yaml")
            ?? throw new InvalidOperationException("addresses.yaml is not part of the program.");
        using var reader = new StreamReader(stream);
        return new AddressRules(new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<File>(reader));
    }

    // What YamlDotNet fills: plain properties with the file's names.
    internal sealed class File
    {
        public List<string> Tracking { get; set; } = [];

        public List<string> TrackingPrefixes { get; set; } = [];

        public List<string> Sessions { get; set; } = [];

        public List<string> HostLabels { get; set; } = [];

        public List<string> PathSegments { get; set; } = [];

        public List<string> PathEndings { get; set; } = [];

        public List<string> IndexPages { get; set; } = [];

        public List<string> Views { get; set; } = [];

        public List<string> SecondLevels { get; set; } = [];

        public List<int> ClosedPorts { get; set; } = [];
    }
}
