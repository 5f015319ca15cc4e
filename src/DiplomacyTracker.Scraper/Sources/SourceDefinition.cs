using DiplomacyTracker.Data.Sources;
using YamlDotNet.Serialization;

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

    /// <summary>The ways of discovery in the order in which a run tries them: feed, sitemap, list. The next is tried where all addresses of one have failed.</summary>
    public List<string> Order { get; set; } = ["feed", "sitemap", "list"];

    /// <summary>Patterns of the lists of earlier articles: {page} counts from 1, {date:FORMAT} is a day ("…/indeks?date={date:MM/dd/yyyy}&amp;page={page}").</summary>
    public List<string> Archives { get; set; } = [];

    /// <summary>What a list page's links to articles contain ("/read/").</summary>
    public string? ArticlePattern { get; set; }

    /// <summary>Query that asks for all pages of an article at once ("page=all").</summary>
    public string? AllPages { get; set; }

    /// <summary>Name of the class that brings what no selector can say into the page first: next-data or json-ld.</summary>
    public string? Shape { get; set; }

    public PageRule Page { get; set; } = new();

    [YamlIgnore]
    public bool HasArchive => Archives.Count + Sitemaps.Count > 0;

    /// <summary>The addresses that list articles, in the order in which a run tries them.</summary>
    public IEnumerable<(ChannelKind Kind, string Url)> Channels() => Order.Distinct().SelectMany(mode => mode switch
    {
        "feed" => Feeds.Select(url => (ChannelKind.Feed, url)),
        "sitemap" => Sitemaps.Select(url => (ChannelKind.Sitemap, url)),
        _ => Lists.Select(url => (ChannelKind.ListPage, url)),
    });
}

/// <summary>Selectors of an outlet's article pages; an empty one leaves the field to JSON-LD, meta elements and the general reader.</summary>
internal sealed class PageRule
{
    public string? Title { get; set; }

    public string? Body { get; set; }

    public string? Date { get; set; }

    /// <summary>How the outlet writes its dates, as .NET formats with Indonesian names; tried before the forms that every outlet uses.</summary>
    public List<string> DateFormats { get; set; } = [];

    public string? Byline { get; set; }

    public string? Tags { get; set; }

    /// <summary>Selectors of what stands inside the body without belonging to it.</summary>
    public List<string> Drop { get; set; } = [];

    /// <summary>How the outlet's own lines begin that are no part of an article, beside those of every outlet.</summary>
    public List<string> Boilerplate { get; set; } = [];

    /// <summary>Whether the outlet says that a line beginning like this is no part of the article.</summary>
    public bool Drops(string line) => Boilerplate.Exists(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
