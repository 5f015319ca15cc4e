using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A word of a sentence that tells of an act. <paramref name="IsVerb"/> is false for a noun ("pertemuan"), which may only name it.</summary>
internal sealed record Trigger(EventType Type, int At, bool IsVerb);

/// <summary>Indonesian words that tell which of PLOVER's categories a sentence is about; they are in <c>event-words.tsv</c>.</summary>
internal static class EventLexicon
{
    private sealed record Entry(EventType Type, bool IsVerb, IReadOnlyList<string> Words, WordSet? Companions);

    private static readonly WordSet PutOff =
        ["menunda", "ditunda", "penundaan", "menangguhkan", "ditangguhkan", "diundur", "diundurkan", "mengundurkan", "digeser", "menggeser", "urung"];

    private static readonly WordSet Cancelled = ["dibatalkan", "membatalkan", "batal", "pembatalan"];

    // What can be put off; "menunda keputusan" of any other kind is a refusal.
    private static readonly WordSet Gatherings =
        ["pertemuan", "kunjungan", "konferensi", "ktt", "lawatan", "perundingan", "sidang", "keberangkatan", "keberangkatannya", "penandatanganan", "upacara", "kunker", "rapat"];

    private static readonly WordSet PutOffItself = ["ditunda", "menunda", "penundaan", "diundur"];
    private static readonly WordSet Ahead = ["akan", "dijadwalkan", "berencana", "bakal", "rencananya", "direncanakan", "hendak"];
    private static readonly WordSet Once = ["sempat", "pernah"];
    private static readonly WordSet AtLast = ["akhirnya", "terlaksana", "setelah", "sesudah"];

    private static readonly FrozenDictionary<string, Entry[]> Entries = Read().SelectMany(entry => entry.Words.Select(word => (word, entry)))
        .GroupBy(pair => pair.word, pair => pair.entry).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly WordSet Words = WordSet.Of(Entries.Keys);

    /// <summary>
    /// The words that tell the categories: the first verb, and the first one of the other kind (cooperation beside conflict), since one sentence may tell
    /// both; the first noun where there is no verb.
    /// </summary>
    public static IReadOnlyList<Trigger> FindAll(SentenceView view)
    {
        var found = new List<Trigger>();
        Trigger? noun = null;
        var isPutOff = IsPutOff(view);
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (!Words.Contains(view.Tokens[i].Word) || (isPutOff && PutOff.Contains(view.Folded[i])) || Standing(view, i) is not { } entry)
            {
                continue;
            }
            if (!entry.IsVerb)
            {
                // "kunjungan … ditunda" is told as surely as by a verb.
                noun ??= new Trigger(entry.Type, i, isPutOff);
            }
            else
            {
                AddFirst(found, new Trigger(entry.Type, i, true));
            }
        }
        return found.Count == 0 && noun is not null ? [noun] : found;
    }

    private static Entry? Standing(SentenceView view, int at) => Array.Find(Entries[view.Folded[at]], entry => entry.Companions is null || view.Has(entry.Companions));

    private static void AddFirst(List<Trigger> found, Trigger trigger)
    {
        if (!found.Exists(other => IsConflict(other.Type) == IsConflict(trigger.Type)))
        {
            found.Add(trigger);
        }
    }

    private static bool IsPutOff(SentenceView view) => view.Has(PutOff) && view.Has(Gatherings);

    private static bool IsConflict(EventType type) => type >= EventType.Request;

    public static EventStatus StatusOf(SentenceView view) =>
        IsHeldAtLast(view) ? EventStatus.Held
        : view.Has(PutOffItself) || IsPutOff(view) ? EventStatus.Postponed
        : view.Has(Cancelled) && view.Folded.Where((word, i) => Cancelled.Contains(word) && (i == 0 || view.Folded[i - 1] is not ("bukan" or "tidak"))).Any() ? EventStatus.Cancelled
        : view.Has(Ahead) ? EventStatus.Planned
        : EventStatus.Held;

    // "yang sempat diundur itu akhirnya terlaksana".
    private static bool IsHeldAtLast(SentenceView view) => view.HasPair(Once, PutOff.Contains) && view.Has(AtLast);

    private static List<Entry> Read()
    {
        const string Name = "events/event-words.tsv";
        using var stream = typeof(EventLexicon).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return TableReader.Read(Name, reader, row => new Entry(Enum.Parse<EventType>(row["type"]), row["kind"] == "verb", row.List("words"), row.List("companions") is { Count: > 0 } companions ? WordSet.Of(companions) : null));
    }
}
