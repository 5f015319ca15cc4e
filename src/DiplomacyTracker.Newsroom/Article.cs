namespace DiplomacyTracker.Newsroom;

/// <summary>A sample article as its file has it. Published is the outlet's local time; a body line beginning with "# " is a heading.</summary>
public sealed class Article
{
    public string Id { get; set; } = "";

    public string Outlet { get; set; } = "";

    public string Published { get; set; } = "";

    public string Title { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    public string? Place { get; set; }

    /// <summary>The outlet that it copies, where it is wire copy.</summary>
    public string? Via { get; set; }

    /// <summary>The field that it tells differently from the others on purpose.</summary>
    public string? Wrong { get; set; }

    public List<string> Body { get; set; } = [];

    /// <summary>What its outlet changes in it later.</summary>
    public List<Edit> Later { get; set; } = [];

    /// <summary>Local time of publication.</summary>
    public DateTime PublishedAt => DateTime.ParseExact(Published, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The article after its outlet's changes.</summary>
    public Article Edited() => new()
    {
        Id = Id,
        Outlet = Outlet,
        Published = Published,
        Title = Title,
        Tags = Tags,
        Place = Place,
        Via = Via,
        Wrong = Wrong,
        Body = [.. Body.Select(line => Later.Aggregate(line, (text, edit) => text.Replace(edit.Was, edit.Is, StringComparison.Ordinal)))],
    };
}

/// <summary>Words of the body that a later version tells otherwise.</summary>
public sealed class Edit
{
    public string Was { get; set; } = "";

    public string Is { get; set; } = "";
}

/// <summary>An invented outlet as outlets.yaml has it.</summary>
public sealed class Outlet
{
    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public string Family { get; set; } = "";

    public string Zone { get; set; } = "WIB";

    /// <summary>The page habits: wire, portal, daily, magazine, breaks or doubled.</summary>
    public string Style { get; set; } = "";

    /// <summary>Parts its articles over pages and shows them whole nowhere; a daily that does not has a view of all.</summary>
    public bool Paged { get; set; }

    /// <summary>How it names itself in datelines and credits.</summary>
    public string Credit { get; set; } = "";

    /// <summary>How it lists its articles: feed, sitemap or list.</summary>
    public string Listing { get; set; } = "";

    public TimeSpan Offset => TimeSpan.FromHours(Zone switch { "WITA" => 8, "WIT" => 9, _ => 7 });
}
