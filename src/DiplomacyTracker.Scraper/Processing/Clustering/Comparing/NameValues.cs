using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Two names of one body, meeting or document.</summary>
internal static class NameValues
{
    private static readonly HashSet<string> Empty = ["ke", "the", "of", "dan", "and", "yang", "di", "para", "tentang", "forum", "konferensi", "ktt", "pertemuan", "sidang", "summit"];

    public static DifferenceClass? Compare(KnownNames names, ToldValue a, ToldValue b)
    {
        var (one, other) = (Words(a.Value), Words(b.Value));
        if (one.SetEquals(other) || IsShortFor(a.Value, b.Value) || IsShortFor(b.Value, a.Value))
        {
            return null;
        }
        var (key, otherKey) = (names.KeyOf(a.Value) ?? names.KeyWithin(a.Value), names.KeyOf(b.Value) ?? names.KeyWithin(b.Value));
        var numbers = Numbers(one);
        if (key is not null && key == otherKey && numbers.SetEquals(Numbers(other)))
        {
            return null;
        }
        if (numbers.Count > 0 && numbers.SetEquals(Numbers(other)) && (key is null || otherKey is null))
        {
            return null;
        }
        if (IsRenamed(a) || IsRenamed(b))
        {
            return DifferenceClass.LaterUpdate;
        }
        return one.IsSubsetOf(other) || other.IsSubsetOf(one) || ((IsOfMeeting(a) || IsOfMeeting(b)) && !ContradictInNumber(one, other)) ? DifferenceClass.Compatible : DifferenceClass.Discrepancy;
    }

    // A meeting is called by its host, its place, its purpose or those who meet; a body and a document have a name of their own.
    private static bool IsOfMeeting(ToldValue told) => told.IsOfMeeting
        ?? KnownNames.Fold(told.Value).Split(' ').Any(word => word is "ktt" or "konferensi" or "pertemuan" or "sidang" or "summit" or "perundingan" or "dialog");

    // Editions are counted and years are dates: "ke-47" and "2025" are of one meeting, "ke-46" and "ke-47" are not.
    private static bool ContradictInNumber(HashSet<string> one, HashSet<string> other) =>
        Differ(Numbers(one).Where(IsYear), Numbers(other).Where(IsYear)) || Differ(Numbers(one).Where(number => !IsYear(number)), Numbers(other).Where(number => !IsYear(number)));

    private static bool Differ(IEnumerable<string> one, IEnumerable<string> other) => one.Any() && other.Any() && !one.Intersect(other).Any();

    private static bool IsYear(string number) => number is ['1' or '2', _, _, _];

    private static bool IsRenamed(ToldValue told) => told.Says("berganti nama", "berubah nama", "diubah namanya", "kini bernama", "berganti menjadi", "semula");

    // "COP30" has its number inside its word.
    private static HashSet<string> Words(string name) =>
        [.. KnownNames.Fold(name).Trim().Split(' ').SelectMany(word => Cut(word)).Where(word => word.Length > 0 && !Empty.Contains(word))];

    private static IEnumerable<string> Cut(string word)
    {
        var letters = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length is 0 ? [word] : letters.Length == word.Length ? [Bare(word)] : [letters, word[letters.Length..]];
    }

    // "47th".
    private static string Bare(string word) => word.Length > 2 && char.IsAsciiDigit(word[0]) ? word.TrimEnd('s', 't', 'n', 'd', 'r', 'h') : word;

    private static HashSet<string> Numbers(HashSet<string> words) => [.. words.Where(word => char.IsAsciiDigit(word[0]))];

    private static bool IsShortFor(string shorter, string name)
    {
        var letters = KnownNames.Fold(shorter).Trim();
        var words = KnownNames.Fold(name).Trim().Split(' ');
        return letters.Length > 1 && words.Length == letters.Length && !letters.Contains(' ') && words.Select(word => word[0]).SequenceEqual(letters);
    }
}
