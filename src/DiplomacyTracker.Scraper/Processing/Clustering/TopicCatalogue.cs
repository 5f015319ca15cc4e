using DiplomacyTracker.Data.Topics;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>One curated topic as the data file has it.</summary>
internal sealed record CuratedTopic(string Slug, string TitleId, string TitleEn, string? StandfirstId, string? StandfirstEn, TopicDefinition Definition);

/// <summary>The curated topics of <c>topics.yaml</c>.</summary>
internal sealed class TopicCatalogue
{
    public TopicCatalogue()
    {
        using var stream = typeof(TopicCatalogue).Assembly.GetManifestResourceStream("topics.yaml")
            ?? throw new InvalidOperationException("topics.yaml is not part of the program.");
        using var reader = new StreamReader(stream);
        var entries = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Entry>>(reader);
        Topics = [.. entries.Select(entry => entry.ToTopic())];
        Version = Digest.Of(System.Text.Json.JsonSerializer.Serialize(Topics));
    }

    public IReadOnlyList<CuratedTopic> Topics { get; }

    /// <summary>Changes with any definition, so that reprocessing puts the events on the timelines anew.</summary>
    public string Version { get; }

    // What YamlDotNet fills: plain properties with the file's names.
    internal sealed class Entry
    {
        public string Slug { get; set; } = "";

        public string TitleId { get; set; } = "";

        public string TitleEn { get; set; } = "";

        public string? StandfirstId { get; set; }

        public string? StandfirstEn { get; set; }

        public List<string> Entities { get; set; } = [];

        public List<string> Series { get; set; } = [];

        public List<string> Words { get; set; } = [];

        public int AtLeast { get; set; } = 2;

        public string? From { get; set; }

        public string? To { get; set; }

        public CuratedTopic ToTopic() => new(Slug, TitleId, TitleEn, StandfirstId, StandfirstEn, new TopicDefinition(Entities, Series, Words, AtLeast, Day(From), Day(To)));

        private static DateOnly? Day(string? text) =>
            text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
