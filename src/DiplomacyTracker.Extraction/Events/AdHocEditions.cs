using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>
/// Links what a sentence tells of a city and a day to the meeting without a rhythm that was held there then: such a meeting often has no name of its own
/// ("para pemimpin bertemu di Paris pada 6 Januari"). It only names what is told; where nothing is told it adds nothing.
/// </summary>
internal sealed class AdHocEditions
{
    private static readonly WordSet Leading = ["pemimpin", "perundingan"];
    private static readonly WordSet Ministers = ["menteri", "menlu", "menhan"];

    private readonly ILookup<string, (string Series, DateOnly From, DateOnly To)> _byCity;

    public AdHocEditions(KnowledgeBase knowledge)
    {
        var adHoc = knowledge.SummitSeries.Where(row => row.Kind == "ad-hoc").Select(row => row.Key).ToHashSet();
        _byCity = knowledge.SummitEditions.Where(row => adHoc.Contains(row.Series) && row.FirstDay is not null && row.LastDay is not null)
            .ToLookup(row => row.CityKey, row => (row.Series, row.FirstDay!.Value, row.LastDay!.Value));
    }

    /// <summary>Null unless what is told is signed there, or is a meeting of leaders that nobody names otherwise.</summary>
    public SummitReference? Of(SentenceView view, Trigger told)
    {
        var isLeaders = told.Type == EventType.Consult && (!told.IsVerb || view.Has(Leading));
        if ((told.Type != EventType.Agree && !isLeaders) || view.Time?.Interval is not { IsDay: true, From: { } day } || view.Has(Ministers))
        {
            return null;
        }
        foreach (var place in view.Mentions.Where(mention => mention is { Type: EntityType.Place, Link: not null }))
        {
            if (_byCity[place.Link!.Key].FirstOrDefault(edition => edition.From <= day && day <= edition.To) is { Series: { } series })
            {
                return new SummitReference(series, null, null, place.Link.Key);
            }
        }
        return null;
    }
}
