using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Newsroom;

/// <summary>The outlets, articles and answers that are built into the program.</summary>
public static class SampleArticles
{
    public static IReadOnlyList<Outlet> Outlets { get; } = Parse<List<Outlet>>("outlets.yaml");

    public static IReadOnlyList<Article> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("articles/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(Parse<List<Article>>),
    ];

    /// <summary>What the articles tell, as JSON.</summary>
    public static string Answers => Read("answers.json");

    private static T Parse<T>(string name) =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(Read(name));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
