using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Who put a name under a document, as one sentence says it; persons where they are named, else states and bodies.</summary>
internal static class SignatoryFinder
{
    private static readonly WordSet Active = ["menandatangani", "menandatanganinya", "meneken", "menekennya"];
    private static readonly WordSet Passive = ["ditandatangani", "diteken", "penandatangannya", "penandatangan"];
    private static readonly WordSet Signing = [.. Active, .. Passive, "membubuhkan"];
    private static readonly WordSet Negations = ["tidak", "tak", "belum", "menolak", "akan", "batal", "urung", "hendak", "bakal", "diharapkan", "siap"];
    private static readonly WordSet Ends = ["di", "pada", "dalam", "disaksikan", "setelah", "untuk", "dari", "dengan", "yang", ";"];

    public static IEnumerable<ReportedSignatory> Find(SentenceView sentence, ActorFocus focus)
    {
        for (var i = sentence.Has(Signing) ? 0 : sentence.Folded.Count; i < sentence.Folded.Count; i++)
        {
            var isSigning = sentence.Folded[i] == "membubuhkan" && sentence.Folded.Skip(i + 1).Take(3).Contains("tangan");
            if ((!Active.Contains(sentence.Folded[i]) && !isSigning && !Passive.Contains(sentence.Folded[i])) || sentence.Folded.Skip(Math.Max(0, i - 2)).Take(Math.Min(i, 2)).Any(Negations.Contains))
            {
                continue;
            }
            var (first, end) = Passive.Contains(sentence.Folded[i]) ? After(sentence, i) : (Begin(sentence, i), i);
            foreach (var signatory in Among(sentence, first, end, focus))
            {
                yield return signatory;
            }
        }
    }

    private static IEnumerable<ReportedSignatory> Among(SentenceView sentence, int first, int end, ActorFocus focus)
    {
        var named = sentence.Mentions.Where(mention => mention.Link is not null && sentence.IndexOf(mention) is var at && at >= first && at < end).ToList();
        var people = named.FindAll(mention => mention.Type == EntityType.Person);
        foreach (var mention in people.Count > 0 ? people : named.FindAll(mention => mention.Type is EntityType.Country || mention is { Type: EntityType.Organization, Link.Known: true }))
        {
            var link = focus.LinkOf(mention);
            var state = mention.Type == EntityType.Country ? link.Key : From(sentence, mention) ?? link.Country ?? Side(sentence, first);
            yield return new ReportedSignatory(link, mention.Type, state, mention.Span);
        }
    }

    // "Tea Seiha dari Kamboja".
    private static string? From(SentenceView sentence, Mention person)
    {
        var next = sentence.Tokens.FindIndex(token => token.Start >= person.Span.End);
        return next > 0 && sentence.Folded[next] == "dari"
            ? sentence.Mentions.FirstOrDefault(mention => mention.Type == EntityType.Country && sentence.IndexOf(mention) == next + 1)?.Link?.Key
            : null;
    }

    // "Dari pihak Kamboja, naskah itu ditandatangani …".
    private static string? Side(SentenceView sentence, int before)
    {
        var at = sentence.Folded.Take(before).ToList().LastIndexOf("pihak");
        return at < 0 ? null : sentence.Mentions.FirstOrDefault(mention => mention.Type == EntityType.Country && sentence.IndexOf(mention) == at + 1)?.Link?.Key;
    }

    private static int Begin(SentenceView sentence, int verb)
    {
        for (var i = verb - 1; i > 0; i--)
        {
            if (sentence.Folded[i] is ";" or ":" or "bahwa" or "setelah" or "ketika" or "usai")
            {
                return i + 1;
            }
        }
        return 0;
    }

    // "diteken pada 26 Oktober oleh …", "ditandatangani Menteri …", "Penandatangannya empat negara: …".
    private static (int First, int End) After(SentenceView sentence, int verb)
    {
        var by = -1;
        for (var i = verb + 1; i < sentence.Folded.Count && by < 0 && sentence.Folded[i] != ";"; i++)
        {
            by = sentence.Folded[i] is "oleh" or ":" ? i : by;
        }
        var first = by > 0 ? by + 1 : verb + 1;
        var end = first;
        while (end < sentence.Folded.Count && !Ends.Contains(sentence.Folded[end]))
        {
            end++;
        }
        return (first, end);
    }
}
