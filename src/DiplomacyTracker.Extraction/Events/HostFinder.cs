using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Which states a sentence says hold a meeting: "Malaysia selaku tuan rumah", "tuan rumah Brasil", "Prancis dan Arab Saudi menjadi tuan rumah bersama".</summary>
internal static class HostFinder
{
    private static readonly WordSet Host = ["tuan"];
    private static readonly WordSet Joining = ["dan", "serta", ",", "bersama"];

    // The next meeting's host, or one that was or wishes to be, is not this one's.
    private static readonly WordSet Other =
        ["berikut", "berikutnya", "selanjutnya", "mendatang", "depan", "sebelumnya", "lalu", "silam", "mengajukan", "mencalonkan", "berebut", "calon", "gagal", "bukan", "tidak"];

    public static IEnumerable<ReportedHost> Find(SentenceView sentence)
    {
        var at = sentence.FindPair(Host, next => next == "rumah");
        return at < 0 || sentence.Has(Other) ? [] : Named(sentence, at).Select(host => new ReportedHost(host.Link!, SpanOf(sentence, host, at)));
    }

    // Right behind the words, or before them with nothing else named between.
    private static List<Mention> Named(SentenceView sentence, int at)
    {
        var states = sentence.Mentions.Where(mention => mention is { Type: EntityType.Country, Link: not null }).OrderBy(mention => mention.Span.Start).ToList();
        if (states.Find(state => sentence.IndexOf(state) == at + 2) is { } behind)
        {
            return [behind];
        }
        var before = states.FindAll(state => sentence.IndexOf(state) < at);
        var hosts = before.TakeLast(1).ToList();
        while (hosts.Count > 0 && hosts.Count < before.Count && AreJoined(sentence, before[^(hosts.Count + 1)], hosts[0]))
        {
            hosts.Insert(0, before[^(hosts.Count + 1)]);
        }
        return hosts;
    }

    private static bool AreJoined(SentenceView sentence, Mention one, Mention next) =>
        sentence.Tokens.Where(token => token.Start >= one.Span.End && token.End <= next.Span.Start).All(token => Joining.Contains(token.Folded));

    private static TextSpan SpanOf(SentenceView sentence, Mention host, int at) => new(
        sentence.Span.Part, Math.Min(host.Span.Start, sentence.Tokens[at].Start), Math.Max(host.Span.End, sentence.Tokens[at + 1].End));
}
