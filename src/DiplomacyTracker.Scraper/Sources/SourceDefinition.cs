using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>What is said of an outlet in the list of sources. Plain properties, as the file has them.</summary>
internal sealed class SourceDefinition
{
    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The owner; outlets of one owner are one family.</summary>
    public string Family { get; set; } = "";

    public string? Home { get; set; }

    public string Zone { get; set; } = "WIB";

    public List<string> Feeds { get; set; } = [];

    public List<string> Sitemaps { get; set; } = [];

    public List<string> Lists { get; set; } = [];

    /// <summary>What a list page's links to articles contain ("/read/").</summary>
    public string? ArticlePattern { get; set; }

    /// <summary>Query that asks for all pages of an article at once ("page=all").</summary>
    public string? AllPages { get; set; }

    public PageRule Page { get; set; } = new();
}

/// <summary>Selectors of an outlet's article pages; an empty one leaves the field to JSON-LD, meta elements and the general reader.</summary>
internal sealed class PageRule
{
    public string? Title { get; set; }

    public string? Body { get; set; }

    public string? Date { get; set; }

    public string? Byline { get; set; }

    public string? Tags { get; set; }

    public List<string> Drop { get; set; } = [];
}

/// <summary>The outlets that are fetched: the list that comes with the program, and what a deployment adds.</summary>
internal sealed class SourceCatalogue
{
    private readonly Dictionary<string, SourceDefinition> _byKey;

    public SourceCatalogue(IEnumerable<SourceDefinition> sources)
    {
        _byKey = sources.ToDictionary(source => source.Key, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<SourceDefinition> Sources => _byKey.Values;

    public SourceDefinition? Find(string key) => _byKey.GetValueOrDefault(key);

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

    public static List<SourceDefinition> Parse(TextReader reader) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<SourceDefinition>>(reader);
}
