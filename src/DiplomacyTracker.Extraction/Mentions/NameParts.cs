using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Cuts what the model marks as one name where it holds several.</summary>
internal static class NameParts
{
    /// <summary>What begins the name of a treaty, a law or the like, which is no mention.</summary>
    public static readonly WordSet LawHeads =
        ["traktat", "perjanjian", "konvensi", "deklarasi", "resolusi", "piagam", "undang", "uu", "ruu", "pakta", "protokol", "memorandum", "mou", "kesepakatan", "konstitusi", "bahasa", "pasal", "perang", "operasi", "hari", "piala", "liga", "olimpiade", "kerangka"];

    public static IEnumerable<(int First, int End)> Of(SentenceTokens sentence, int first, int end) =>
        BesideBrackets(sentence, first, end).SelectMany(part => Apart(sentence, part.First, part.End));

    // "Perserikatan Bangsa-Bangsa (PBB)" is two mentions; a name that goes on behind the bracket is left whole.
    private static IEnumerable<(int First, int End)> BesideBrackets(SentenceTokens sentence, int first, int end)
    {
        var open = Find(sentence, first, end, "(");
        if (open <= first)
        {
            yield return (open == first ? first + 1 : first, end);
            yield break;
        }
        var close = Find(sentence, open, end, ")");
        if (close >= 0 && close < end - 1 && sentence.Tokens[close + 1].IsCapitalized && close - open == 2)
        {
            yield return (first, end);
            yield break;
        }
        yield return (first, open);
        if (!LawHeads.Contains(sentence.Tokens[first].Word))
        {
            yield return (open + 1, close < 0 ? end : close);
        }
    }

    // "RIYADH – Organisasi Kerja Sama Islam", "ZEE) Indonesia", "Kementerian Pertahanan RI dan Turkish Aerospace Industries": no name goes on behind a dash between spaces,
    // out of a bracket that it did not open, or behind its state and an "and".
    private static IEnumerable<(int First, int End)> Apart(SentenceTokens sentence, int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
        {
            if ((sentence.Tokens[i].Text is "-" or "–" or "—" && sentence.Tokens[i - 1].End < sentence.Tokens[i].Start && sentence.Tokens[i].End < sentence.Tokens[i + 1].Start)
                || (sentence.Tokens[i].Text == ")" && Find(sentence, first, i, "(") < 0)
                || (sentence.Folded[i] == "dan" && IsBodyOfState(sentence, first, i)))
            {
                yield return (first, i);
                first = i + 1;
            }
        }
        yield return (first, end);
    }

    private static bool IsBodyOfState(SentenceTokens sentence, int first, int end) => sentence.KnownBefore(end) is { } match
        && (match.First > first ? match.Entries[0] is { Type: EntityType.Country, IsSeat: false } : match is { Count: > 1 } && match.Entries[0].Type == EntityType.Organization
            && (sentence.Tokens[end - 1].IsAllCaps || (end + 1 < sentence.Tokens.Count && sentence.Folded[end + 1] == sentence.Folded[first])));

    private static int Find(SentenceTokens sentence, int first, int end, string sign)
    {
        for (var i = first; i < end; i++)
        {
            if (sentence.Tokens[i].Text == sign)
            {
                return i;
            }
        }
        return -1;
    }
}
