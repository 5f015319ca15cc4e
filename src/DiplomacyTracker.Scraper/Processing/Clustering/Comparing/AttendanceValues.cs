using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Who took part. Values are "who: how"; where somebody came for a state, "who, who: stand-in" of that state.</summary>
internal sealed class AttendanceValues(KnownNames names)
{
    public const string StandIn = "stand-in";

    private const int Hours = 12;

    public DifferenceClass? Compare(ToldValue a, ToldValue b)
    {
        var (one, other) = (Split(a.Value), Split(b.Value));
        if (one.How == StandIn && other.How == StandIn)
        {
            return CompareDelegations(a, one.Who, b, other.Who);
        }
        if (one.How == other.How)
        {
            return AreOne(one.Who, other.Who, a.Of ?? b.Of) ? null : DifferenceClass.Compatible;
        }
        if (IsAhead(one.How) || IsAhead(other.How) || ToldValue.IsPlanAgainstHeld(a, b) || IsLater(a, b))
        {
            return DifferenceClass.LaterUpdate;
        }
        // A state is there when its envoy is; whoever sends one stays away.
        var isPerson = IsPerson(a, one.Who) || IsPerson(b, other.Who);
        return (one.How, other.How) switch
        {
            ("present", "represented") or ("represented", "present") => isPerson ? DifferenceClass.Discrepancy : DifferenceClass.Compatible,
            ("absent", "represented") or ("represented", "absent") => isPerson ? DifferenceClass.Compatible : DifferenceClass.Discrepancy,
            _ => DifferenceClass.Discrepancy,
        };
    }

    // Two envoys may come together, and not every telling names both.
    private static DifferenceClass? CompareDelegations(ToldValue a, string one, ToldValue b, string other)
    {
        var (people, others) = (Members(one), Members(other));
        return people.SetEquals(others) ? null
            : people.Overlaps(others) ? DifferenceClass.Compatible
            : ToldValue.IsPlanAgainstHeld(a, b) ? DifferenceClass.LaterUpdate
            : DifferenceClass.Discrepancy;
    }

    private bool AreOne(string one, string other, string? of) => names.Canonical(one) == names.Canonical(other)
        || (of is not null && Beginning(LastWord(one)) == Beginning(LastWord(other)) && KnownNames.NamesOffice(one) == KnownNames.NamesOffice(other));

    private bool IsPerson(ToldValue told, string who) => KnownNames.NamesOffice(who) || KnownNames.NamesOffice(told.Of ?? "")
        || (names.KeyOf(who) is not { } key || !KnownNames.IsCountry(key)) && names.KeyOf(told.Of ?? who) is null;

    private static bool IsLater(ToldValue a, ToldValue b) => TellsChange(a) != TellsChange(b) && Math.Abs((a.PublishedAt - b.PublishedAt)?.TotalHours ?? 0) > Hours;

    private static bool TellsChange(ToldValue told) => told.Says("semula", "sedianya", "berubah", "akhirnya", "batal", "urung", "menyusul");

    private static bool IsAhead(string how) => how is "expected" or "invited";

    private static (string Who, string How) Split(string value)
    {
        var at = value.LastIndexOf(':');
        return (value[..at].Trim(), value[(at + 1)..].Trim());
    }

    private static HashSet<string> Members(string list) => [.. list.Split(", ")];

    private static string LastWord(string who) => KnownNames.Fold(who).Trim().Split(' ')[^1];

    private static string Beginning(string word) => word[..Math.Min(4, word.Length)];
}
