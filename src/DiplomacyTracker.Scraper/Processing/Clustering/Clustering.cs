namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>A report in the event that it was put into.</summary>
/// <param name="Home">The report that began the event: the report itself where it began one; null where a reference found no event that it refers to.</param>
/// <param name="Why">The evidence that put it there ("same-date same-meeting").</param>
internal sealed record Placed(Telling Telling, long? Home, string Why);

/// <summary>How the reports of one block were put together.</summary>
/// <param name="Placed">All reports, in the order in which they were placed.</param>
internal sealed record Clustering(IReadOnlyList<Placed> Placed)
{
    /// <summary>The reports by event; a reference to what nobody tells is in none.</summary>
    public List<List<Placed>> Groups => [.. Placed.Where(placed => placed.Home is not null).GroupBy(placed => placed.Home).Select(group => group.ToList())];

    /// <summary>The events that one of a block's own reports tells. A guest that stands with none of them is in none, and so is a reference among guests.</summary>
    public List<List<Placed>> GroupsOf(IReadOnlySet<long> own) =>
        Groups.FindAll(group => group.Exists(placed => own.Contains(placed.Telling.ReportId) && !placed.Telling.Features.IsReference));
}
