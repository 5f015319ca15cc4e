using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Who signed. Values are lists of names or keys, "belum ada" or "bukan X".</summary>
internal sealed class SignatoryValues(KnownNames names)
{
    // Shorter lists name some of many.
    private const int List = 3;

    private const string Not = "bukan ";

    public DifferenceClass? Compare(ToldValue a, ToldValue b)
    {
        var (one, other) = (Members(a.Value), Members(b.Value));
        if (one.SetEquals(other))
        {
            return null;
        }
        if (IsOpen(a) || IsOpen(b) || TellsChange(a) || TellsChange(b) || ToldValue.IsPlanAgainstHeld(a, b))
        {
            return DifferenceClass.LaterUpdate;
        }
        return Denies(one, other) || Denies(other, one) || (IsInTheOthersPlace(one, other, a.Of ?? b.Of) && !SaysLess(a, one, other) && !SaysLess(b, other, one))
            ? DifferenceClass.Discrepancy
            : DifferenceClass.Compatible;
    }

    private static bool IsOpen(ToldValue told) => told.Value is "belum ada" || told.Says("belum");

    private static bool TellsChange(ToldValue told) => told.Says("semula", "sedianya", "berubah", "akhirnya", "batal", "menyusul", "bertambah");

    private static bool Denies(HashSet<string> one, HashSet<string> other) => one.Any(name => name.StartsWith(Not, StringComparison.Ordinal) && other.Contains(name[Not.Length..]));

    // Two persons for one state, or one state in the other's place in a list of as many.
    private static bool IsInTheOthersPlace(HashSet<string> one, HashSet<string> other, string? of) =>
        one.Count == other.Count && one.Except(other).Take(2).Count() == 1 && (one.Count >= List || (one.Count == 1 && of is not null));

    // The state itself beside whoever signed for it.
    private bool SaysLess(ToldValue told, HashSet<string> one, HashSet<string> other) =>
        (told.Of is { } state && one.SetEquals([names.Canonical(state)]))
        || (other.All(KnownNames.NamesOffice) && !one.Any(KnownNames.NamesOffice) && other.All(person => one.Any(state => person.EndsWith(" " + state, StringComparison.Ordinal))));

    private HashSet<string> Members(string value) =>
        [.. value.Replace(" dan ", ",", StringComparison.Ordinal).Replace(" serta ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(names.Canonical)];
}
