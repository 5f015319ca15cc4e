using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Where a telling comes from in the end. Our own sources are known by their names, with or without the word for what they are ("Kantor Berita Lintang").</summary>
internal sealed class Origins
{
    private static readonly HashSet<string> Kinds =
        ["kantor", "berita", "harian", "koran", "majalah", "media", "surat", "kabar", "situs", "laman", "portal", "lkbn", "perum", "com", "id", "co", "news"];

    private readonly Dictionary<string, string> _byName;
    private readonly Dictionary<string, string> _byProperName;

    /// <param name="sources">Name and key of each source.</param>
    public Origins(IReadOnlyList<(string Name, string Key)> sources)
    {
        _byName = sources.OrderBy(source => source.Key, StringComparer.Ordinal).DistinctBy(source => EntitySlug.Of(source.Name)).ToDictionary(source => EntitySlug.Of(source.Name), source => source.Key);
        // A proper name that two sources share names neither.
        _byProperName = sources.GroupBy(source => ProperName(EntitySlug.Of(source.Name))).Where(group => group.Key.Length > 0 && group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Key);
    }

    /// <summary>The last link of the chain that the words name, else the wire that the whole article is taken from, else the outlet itself.</summary>
    public string Of(Report report, TaggedRow row)
    {
        var cited = report.Via.Count > 0 ? report.Via[^1] : row.Tagged.WireOrigin;
        return cited is { Length: > 0 } ? KeyOf(EntitySlug.Of(cited)) : row.Article.Source?.Key ?? $"source-{row.Article.SourceId}";
    }

    private string KeyOf(string cited) => _byName.GetValueOrDefault(cited) ?? _byProperName.GetValueOrDefault(ProperName(cited)) ?? cited;

    private static string ProperName(string slug) => string.Join('-', slug.Split('-').Where(word => !Kinds.Contains(word)));
}
