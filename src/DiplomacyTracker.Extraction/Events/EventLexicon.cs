using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A word of a sentence that tells of an act. <paramref name="IsVerb"/> is false for a noun ("pertemuan"), which may only name it.</summary>
internal sealed record Trigger(EventType Type, int At, bool IsVerb);

/// <summary>Indonesian words that tell which of PLOVER's categories a sentence is about; they are in <c>event-words.tsv</c>.</summary>
internal static class EventLexicon
{
    private sealed record Entry(EventType Type, bool IsVerb, IReadOnlyList<string> Words, IReadOnlyList<string> Companions);

    private static readonly FrozenSet<string> PutOff =
        ["menunda", "ditunda", "penundaan", "menangguhkan", "ditangguhkan", "diundur", "diundurkan", "mengundurkan", "digeser", "menggeser", "urung"];

    private static readonly FrozenSet<string> Cancelled = ["dibatalkan", "membatalkan", "batal", "pembatalan"];

    // What can be put off; "menunda keputusan" of any other kind is a refusal.
    private static readonly FrozenSet<string> Gatherings =
        ["pertemuan", "kunjungan", "konferensi", "ktt", "lawatan", "perundingan", "sidang", "keberangkatan", "keberangkatannya", "penandatanganan", "upacara", "kunker", "rapat"];

    private static readonly FrozenDictionary<string, Entry[]> Entries = Read().SelectMany(entry => entry.Words.Select(word => (word, entry)))
        .GroupBy(pair => pair.word, pair => pair.entry).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The words that tell the categories: the first verb, and the first one of the other kind (cooperation beside conflict), since one sentence may tell
    /// both; the first noun where there is no verb.
    /// </summary>
    public static IReadOnlyList<Trigger> FindAll(List<string> folded)
    {
        var found = new List<Trigger>();
        Trigger? noun = null;
        var isPutOff = IsPutOff(folded);
        for (var i = 0; i < folded.Count; i++)
        {
            if (!Entries.TryGetValue(folded[i], out var entries) || (isPutOff && PutOff.Contains(folded[i])) || Array.Find(entries, HasCompanion) is not { } entry)
            {
                continue;
            }
            if (!entry.IsVerb)
            {
                // "kunjungan … ditunda" is told as surely as by a verb.
                noun ??= new Trigger(entry.Type, i, isPutOff);
            }
            else if (!found.Exists(other => IsConflict(other.Type) == IsConflict(entry.Type)))
            {
                found.Add(new Trigger(entry.Type, i, true));
            }
        }
        return found.Count == 0 && noun is not null ? [noun] : found;

        bool HasCompanion(Entry entry) => entry.Companions.Count == 0 || folded.Exists(entry.Companions.Contains);
    }

    private static bool IsPutOff(List<string> folded) => folded.Exists(PutOff.Contains) && folded.Exists(Gatherings.Contains);

    private static bool IsConflict(EventType type) => type >= EventType.Request;

    public static EventStatus StatusOf(List<string> folded) =>
        IsHeldAtLast(folded) ? EventStatus.Held
        : folded.Exists(word => word is "ditunda" or "menunda" or "penundaan" or "diundur") || IsPutOff(folded) ? EventStatus.Postponed
        : folded.Where((word, i) => Cancelled.Contains(word) && (i == 0 || folded[i - 1] is not ("bukan" or "tidak"))).Any() ? EventStatus.Cancelled
        : folded.Exists(word => word is "akan" or "dijadwalkan" or "berencana" or "bakal" or "rencananya" or "direncanakan" or "hendak") ? EventStatus.Planned
        : EventStatus.Held;

    // "yang sempat diundur itu akhirnya terlaksana".
    private static bool IsHeldAtLast(List<string> folded) =>
        folded.HasPair((word, next) => word is "sempat" or "pernah" && PutOff.Contains(next)) && folded.Exists(word => word is "akhirnya" or "terlaksana" or "setelah" or "sesudah");

    private static List<Entry> Read()
    {
        const string Name = "events/event-words.tsv";
        using var stream = typeof(EventLexicon).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return TableReader.Read(Name, reader, row => new Entry(Enum.Parse<EventType>(row["type"]), row["kind"] == "verb", row.List("words"), row.List("companions")));
    }
}
