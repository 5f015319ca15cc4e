using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Which edition of a series a city and a time mean, where an article about the series looks back or ahead: "setahun yang lalu, di Baku pada November 2024".</summary>
internal sealed class SeriesEditions(KnowledgeBase knowledge)
{
    private readonly ILookup<(string Series, string City), (int? Edition, int Year, DateOnly From, DateOnly To)> _byCity = knowledge.SummitEditions
        .Where(row => row.FirstDay is not null && row.LastDay is not null)
        .ToLookup(row => (row.Series, row.CityKey), row => (row.Edition, row.Year, row.FirstDay!.Value, row.LastDay!.Value));

    /// <summary>Null where no edition was held at a place of the sentence within its time, or the time is vaguer than a month.</summary>
    public SummitReference? Of(string series, SentenceView sentence)
    {
        if (sentence.Time is not { Interval: { Precision: <= DatePrecision.Month, From: { } from, To: { } to } })
        {
            return null;
        }
        var held = sentence.Mentions.Where(mention => mention is { Type: EntityType.Place, Link: not null })
            .SelectMany(mention => _byCity[(series, mention.Link!.Key)]).FirstOrDefault(edition => edition.From <= to && from <= edition.To);
        return held.Year == 0 ? null : new SummitReference(series, held.Edition, held.Year, null);
    }
}
