using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Brings an event's row and those below it to what its reports say now.</summary>
internal static class EventRow
{
    /// <returns>True where a published fact changed.</returns>
    public static bool Apply(DiplomaticEvent home, string block, EventFacts facts, (string Id, string En) title, IReadOnlyDictionary<(EntityType, string), int> ids)
    {
        var before = Fingerprint(home);
        (home.Key, home.TitleId, home.TitleEn) = (facts.KeyOf(title.Id), title.Id, title.En);
        (home.Type, home.Status, home.Block, home.Withdrawn) = (facts.Type, facts.Status, block, false);
        home.IsSummit = facts.Summit is not null && facts.Type == EventType.Consult;
        (home.SummitSeries, home.SummitEdition, home.SummitYear) = (facts.Summit?.Series, facts.Summit?.Edition, facts.Summit?.Year);
        (home.From, home.To, home.Precision) = (facts.Date?.From, facts.Date?.To, facts.Date?.Precision);
        (home.Approximate, home.YearInferred) = (facts.Date?.Approximate ?? false, facts.Date?.YearInferred ?? false);
        (home.DateValue, home.DateWords, home.SortOn) = (facts.DateValue, facts.DateWords, facts.SortOn);
        home.Edtf = facts.Claims.FirstOrDefault(claim => claim.Field == ClaimField.Date && claim.Report.Content.Time!.Interval == facts.Date)?.Value;
        home.PlaceEntityId = facts.Place is { } place ? ids[(EntityType.Place, place.Key)] : null;
        (home.ArticleCount, home.SourceCount, home.OriginCount) = (facts.Articles, facts.Sources, facts.Tally.Count);
        if (!home.Countries.SequenceEqual(facts.Countries))
        {
            home.Countries = [.. facts.Countries];
        }
        if (!home.Tally.SequenceEqual(facts.Tally))
        {
            home.Tally = [.. facts.Tally];
        }
        home.HasOpenDiscrepancy = facts.Differences.Any(difference => difference.Class == DifferenceClass.Discrepancy);
        (home.Lead, home.LeadArticleId) = (Quotes.Words(facts.Lead, facts.Lead.Content.Sentence).Trim(), facts.Lead.ArticleId);
        ReplaceChildren(home, facts, ids);
        return Fingerprint(home) != before;
    }

    // Rows that say the same stay as they are, so that a second run writes nothing.
    private static void ReplaceChildren(DiplomaticEvent home, EventFacts facts, IReadOnlyDictionary<(EntityType, string), int> ids)
    {
        Replace(home.Claims, facts.Claims.Select(claim => new Claim
        {
            EventId = home.Id,
            ArticleId = claim.Report.ArticleId,
            Field = claim.Field,
            Subject = claim.Subject,
            Value = claim.Value,
            Part = claim.Span.Part,
            Start = claim.Span.Start,
            End = claim.Span.End,
            Quote = claim.Quote,
            Origin = claim.Origin,
        }), claim => (claim.ArticleId, claim.Field, claim.Subject, claim.Value, claim.Part, claim.Start, claim.End, claim.Quote, claim.Origin));
        Replace(home.Discrepancies, facts.Differences.Select(difference => new Discrepancy
        {
            EventId = home.Id,
            Field = difference.Field,
            Subject = difference.Subject,
            Class = difference.Class,
            Values = [.. difference.Values],
            Causes = [.. difference.Causes],
        }), difference => (difference.Field, difference.Subject, difference.Class, string.Join('|', difference.Values), string.Join('|', difference.Causes)));
        Replace(home.Participants, facts.Participants.Select(participant => new EventParticipant
        {
            EventId = home.Id,
            EntityId = ids[(participant.Type, participant.Entity.Key)],
            Name = participant.Entity.Name,
            Attendance = participant.Attendance,
            Office = participant.Office,
            Country = participant.Entity.Country,
            ByEntityId = participant.By is { } by ? ids[(EntityType.Person, by.Key)] : null,
            Origins = [.. participant.Origins],
        }).DistinctBy(participant => participant.EntityId), participant => (participant.EntityId, participant.Name, participant.Attendance, participant.Office, participant.Country, participant.ByEntityId, string.Join('|', participant.Origins)));
    }

    private static void Replace<TRow, TIdentity>(List<TRow> rows, IEnumerable<TRow> wanted, Func<TRow, TIdentity> identity)
        where TIdentity : notnull
    {
        var missing = wanted.ToList();
        var keep = missing.Select(identity).ToHashSet();
        rows.RemoveAll(row => !keep.Contains(identity(row)));
        var present = rows.Select(identity).ToHashSet();
        rows.AddRange(missing.Where(row => present.Add(identity(row))));
    }

    // What readers see of the event, as one comparable text.
    private static string Fingerprint(DiplomaticEvent e) => string.Join('\n',
    [
        $"{e.Key}|{e.TitleId}|{e.TitleEn}|{e.Type}|{e.Status}|{e.IsSummit}|{e.SummitSeries}|{e.SummitEdition}|{e.SummitYear}",
        $"{e.Edtf}|{e.DateValue}|{e.DateWords}|{e.YearInferred}|{e.PlaceEntityId}|{string.Join(',', e.Countries)}",
        $"{e.ArticleCount}|{e.SourceCount}|{string.Join(',', e.Tally)}|{e.Lead}|{e.LeadArticleId}|{e.Withdrawn}",
        .. e.Claims.Select(c => $"{c.ArticleId}|{c.Field}|{c.Subject}|{c.Value}|{c.Quote}|{c.Origin}").Order(StringComparer.Ordinal),
        .. e.Discrepancies.Select(d => $"{d.Field}|{d.Subject}|{d.Class}|{string.Join(',', d.Values)}|{string.Join(',', d.Causes)}").Order(StringComparer.Ordinal),
        .. e.Participants.Select(p => $"{p.EntityId}|{p.Name}|{p.Attendance}|{p.Office}|{p.ByEntityId}|{string.Join(',', p.Origins)}").Order(StringComparer.Ordinal),
    ]);
}
