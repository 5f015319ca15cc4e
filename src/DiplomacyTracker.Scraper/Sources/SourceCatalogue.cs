using System.Collections.Concurrent;
using DiplomacyTracker.Data.Sources;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>The outlets that are fetched: the list that comes with the program or with a deployment, and over it what operators added to the database.</summary>
internal sealed class SourceCatalogue
{
    private readonly Dictionary<string, SourceDefinition> _byKey;
    private readonly ConcurrentDictionary<string, SourceDefinition> _added = new(StringComparer.Ordinal);

    public SourceCatalogue(IEnumerable<SourceDefinition> sources)
    {
        _byKey = sources.ToDictionary(source => source.Key, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<SourceDefinition> Sources => _byKey.Values;

    public SourceDefinition? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The definition that holds for a stored source: its row's own, else the file's; null for a source that is only imported.</summary>
    public SourceDefinition? Of(Source source) =>
        source.Definition is { } own ? _added.GetOrAdd(own, ParseOne) : Find(source.Key);

    /// <summary>The list that is built into the program.</summary>
    public static SourceCatalogue BuiltIn()
    {
        using var stream = typeof(SourceCatalogue).Assembly.GetManifestResourceStream("sources.yaml")
            ?? throw new InvalidOperationException("sources.yaml is not part of the program.");
        using var reader = new StreamReader(stream);
        return new SourceCatalogue(Parse(reader));
    }

    /// <summary>A deployment's own list instead of the built-in one.</summary>
    public static SourceCatalogue FromFile(string path)
    {
        using var reader = File.OpenText(path);
        return new SourceCatalogue(Parse(reader));
    }

    /// <exception cref="YamlDotNet.Core.YamlException">The text is no list of definitions; the message says where.</exception>
    public static List<SourceDefinition> Parse(TextReader reader) => Reader().Deserialize<List<SourceDefinition>?>(reader) ?? [];

    public static string Write(SourceDefinition definition) => new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections).Build().Serialize(definition);

    private static SourceDefinition ParseOne(string yaml) => Reader().Deserialize<SourceDefinition>(yaml);

    private static IDeserializer Reader() => new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
}
