using DiplomacyTracker.Extraction.Knowledge;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A word of a sentence that tells of an act. <paramref name="IsVerb"/> is false for a noun ("pertemuan"), which may only name it.</summary>
internal sealed record Trigger(EventType Type, int At, bool IsVerb);

/// <summary>Indonesian words that tell which of PLOVER's categories a sentence is about; they are in <c>event-words.tsv</c>.</summary>
internal static class EventLexicon
{
    private sealed record Entry(EventType Type, bool IsVerb, IReadOnlyList<string> Words, IReadOnlyList<string> Companions);

    private static readonly HashSet<string> PutOff =
        ["menunda", "ditunda", "penundaan", "menangguhkan", "ditangguhkan", "diundur", "diundurkan", "mengundurkan", "digeser", "menggeser", "urung"];

    private static readonly HashSet<string> Cancelled = ["dibatalkan", "membatalkan", "batal", "pembatalan"];

    // What can be put off; "menunda keputusan" of any other kind is a refusal.
    private static readonly HashSet<string> Gatherings =
        ["pertemuan", "kunjungan", "konferensi", "ktt", "lawatan", "perundingan", "sidang", "keberangkatan", "keberangkatannya", "penandatanganan", "upacara", "kunker", "rapat"];

    private static readonly ILookup<string, Entry> Entries = Read().SelectMany(entry => entry.Words.Select(word => (word, entry))).ToLookup(pair => pair.word, pair => pair.entry);

    /// <summary>
    /// The words that tell the categories: the first verb, and the first one of the other kind (cooperation beside conflict), since one sentence may tell
    /// both; the first noun where there is no verb.
    /// </summary>
    public static IReadOnlyList<Trigger> FindAll(IReadOnlyList<string> folded)
    {
        var found = new List<Trigger>();
        Trigger? noun = null;
        var isPutOff = IsPutOff(folded);
        for (var i = 0; i < folded.Count; i++)
        {
            if ((isPutOff && PutOff.Contains(folded[i])) || Entries[folded[i]].FirstOrDefault(entry => entry.Companions.Count == 0 || folded.Any(entry.Companions.Contains)) is not { } entry)
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
    }

    private static bool IsPutOff(IReadOnlyList<string> folded) => folded.Any(PutOff.Contains) && folded.Any(Gatherings.Contains);

    private static bool IsConflict(EventType type) => type >= EventType.Request;

    public static EventStatus StatusOf(IReadOnlyList<string> folded) =>
        IsHeldAtLast(folded) ? EventStatus.Held
        : folded.Any(word => word is "ditunda" or "menunda" or "penundaan" or "diundur") || IsPutOff(folded) ? EventStatus.Postponed
        : folded.Where((word, i) => Cancelled.Contains(word) && (i == 0 || folded[i - 1] is not ("bukan" or "tidak"))).Any() ? EventStatus.Cancelled
        : folded.Any(word => word is "akan" or "dijadwalkan" or "berencana" or "bakal" or "rencananya" or "direncanakan" or "hendak") ? EventStatus.Planned
        : EventStatus.Held;

    // "yang sempat diundur itu akhirnya terlaksana".
    private static bool IsHeldAtLast(IReadOnlyList<string> folded) =>
        folded.Zip(folded.Skip(1)).Any(pair => pair.First is "sempat" or "pernah" && PutOff.Contains(pair.Second)) && folded.Any(word => word is "akhirnya" or "terlaksana" or "setelah" or "sesudah");

    private static List<Entry> Read()
    {
        const string Name = "events/event-words.tsv";
        using var stream = typeof(EventLexicon).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return TableReader.Read(Name, reader, row => new Entry(Enum.Parse<EventType>(row["type"]), row["kind"] == "verb", row.List("words"), row.List("companions")));
    }
}
