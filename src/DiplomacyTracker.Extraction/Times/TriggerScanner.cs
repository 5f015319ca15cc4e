using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>What every match of a rule holds: a word or sign by which the place of a time is known at a glance.</summary>
internal enum Trigger
{
    Month,
    MonthFirst,
    Weekday,
    NumericDate,
    Year,
    Unit,
    UnitLast,
    Clock,
    PartOfPeriod,
    NearDay,
    Reference,
    Anchored,
    Rare,
}

/// <summary>
/// Finds in one pass over a text the stretches that rules are tried on: some characters around each trigger. Most of a news text holds no time, and no
/// rule reads it.
/// </summary>
internal static class TriggerScanner
{
    private const int MostSnap = 30;

    // How far the longest expressions reach before and behind their trigger, with some room for white space.
    private static readonly Dictionary<Trigger, (int Before, int Behind)> Reach = new()
    {
        [Trigger.Month] = (50, 90),
        [Trigger.MonthFirst] = (10, 50),
        [Trigger.Weekday] = (10, 110),
        [Trigger.NumericDate] = (2, 20),
        [Trigger.Year] = (25, 40),
        [Trigger.Unit] = (35, 45),
        [Trigger.UnitLast] = (35, 1),
        [Trigger.Clock] = (2, 110),
        [Trigger.PartOfPeriod] = (2, 60),
        [Trigger.NearDay] = (15, 100),
        [Trigger.Reference] = (20, 30),
        [Trigger.Anchored] = (35, 12),
        [Trigger.Rare] = (2, 50),
    };

    private static readonly Dictionary<string, Trigger[]> Words = Build();
    private static readonly Dictionary<string, Trigger[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stretches of the text by trigger, in order, not overlapping.</summary>
    public static List<(int Start, int End)>[] Scan(string text)
    {
        var windows = new List<(int Start, int End)>[Enum.GetValues<Trigger>().Length];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = [];
        }
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                i = Digits(text, i, windows);
            }
            else if (char.IsLetter(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }
                if (i - start is > 1 and < 12 && Lookup.TryGetValue(text.AsSpan(start, i - start), out var triggers))
                {
                    foreach (var trigger in triggers)
                    {
                        Add(windows, trigger, text, start, i);
                    }
                }
            }
            else
            {
                i++;
            }
        }
        return windows;
    }

    private static int Digits(string text, int start, List<(int Start, int End)>[] windows)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        if (end + 1 < text.Length && text[end] is '/' or '-' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            Add(windows, Trigger.NumericDate, text, start, end);
        }
        if (end - start == 4 && (text[start] == '1' || text[start] == '2'))
        {
            Add(windows, Trigger.Year, text, start, end);
        }
        return end;
    }

    private static void Add(List<(int Start, int End)>[] all, Trigger trigger, string text, int start, int end)
    {
        var windows = all[(int)trigger];
        var (before, behind) = Reach[trigger];
        var from = Snap(text, Math.Max(0, start - before), -1);
        var to = Snap(text, Math.Min(text.Length, end + behind), 1);
        if (windows.Count > 0 && windows[^1].End >= from)
        {
            windows[^1] = (windows[^1].Start, Math.Max(to, windows[^1].End));
        }
        else
        {
            windows.Add((from, to));
        }
    }

    // A stretch begins and ends at white space, so that it cuts no word.
    private static int Snap(string text, int at, int step)
    {
        for (var moved = 0; moved < MostSnap && at > 0 && at < text.Length && !char.IsWhiteSpace(text[at]); moved++)
        {
            at += step;
        }
        return at;
    }

    private static Dictionary<string, Trigger[]> Build()
    {
        var words = new Dictionary<string, Trigger[]>(StringComparer.OrdinalIgnoreCase);
        AddAll(Trigger.Month, TimeLexicon.Month);
        AddAll(Trigger.MonthFirst, TimeLexicon.Month);
        AddAll(Trigger.Weekday, "senin|selasa|rabu|kamis|jumat|jum|sabtu|minggu|ahad");
        AddAll(Trigger.Clock, "pukul");
        AddAll(Trigger.PartOfPeriod, "awal|permulaan|pertengahan|akhir|penghujung");
        AddAll(Trigger.NearDay, "kemarin|hari|besok|esok|lusa|pagi|siang|sore|petang|malam|semalam");
        AddAll(Trigger.Unit, TimeLexicon.Unit + "|sehari|sepekan|seminggu|sebulan|setahun|sedekade|seabad|sejam");
        AddAll(Trigger.UnitLast, TimeLexicon.Unit + "|sehari|sepekan|seminggu|sebulan|setahun|sedekade|seabad|sejam");
        AddAll(Trigger.Reference, "saat|sekarang|kini|dewasa|baru|akhir|belakangan|ketika|dahulu|depan|kelak|dekat|masa");
        AddAll(Trigger.Anchored, "keesokan|esok|esoknya|sama|sebelumnya|kemudian|setelahnya|berikutnya");
        AddAll(Trigger.Rare, "setiap|tiap|saban|tanggal|tgl|hut|kuartal|triwulan|semester|caturwulan");
        return words;

        void AddAll(Trigger trigger, string alternatives)
        {
            foreach (var word in alternatives.Split('|'))
            {
                words[word] = [.. words.GetValueOrDefault(word) ?? [], trigger];
            }
        }
    }
}

/// <summary>Matches of one pattern over stretches of a text.</summary>
internal static class WindowMatches
{
    public static IEnumerable<Match> Of(Regex regex, string text, List<(int Start, int End)> windows)
    {
        foreach (var (start, end) in windows)
        {
            for (var match = regex.Match(text, start, end - start); match.Success; match = match.NextMatch())
            {
                yield return match;
            }
        }
    }
}
