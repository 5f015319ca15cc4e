using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Named meetings: a series with its edition, "KTT" and a name, and meetings that are called by their place.</summary>
internal static class SummitPatterns
{
    private const int MostNameWords = 6;

    private static readonly WordSet Heads = ["ktt", "konferensi", "pertemuan", "perundingan"];

    private static readonly HashSet<string> OtherConventions = ["keanekaragaman", "hayati", "biodiversitas", "penggurunan", "desertifikasi", "lahan"];

    // Bodies whose summit has no other name than theirs.
    private static readonly WordSet SharingBodies = ["asean", "apec", "g7", "g20", "brics", "nato", "d-8", "shanghai-cooperation-organisation", "organisation-of-islamic-cooperation"];

    public static IEnumerable<Candidate> Find(SentenceTokens sentence)
    {
        var names = sentence.KnownAt;
        foreach (var match in sentence.Known)
        {
            if (match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Summit) is { } series)
            {
                var end = Extend(sentence, match.First + match.Count, names);
                yield return new Candidate(match.First, end - match.First, EntityType.Summit, Evidence.Pattern, series);
                if (Shared(sentence, match.First, end, names) is { } shared)
                {
                    yield return shared;
                }
            }
        }
        foreach (var match in sentence.Known)
        {
            // "Forum Kepulauan Pasifik ke-50": a forum is its meetings; "anggota ASEAN ke-11" counts members.
            var behind = match.First + match.Count;
            if (sentence.Folded[match.First] == "forum" && IsBetweenStates(match) && AfterEdition(sentence.Folded, behind) is var edition && edition > behind)
            {
                yield return new Candidate(match.First, edition - match.First, EntityType.Summit, Evidence.Pattern);
            }
        }
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var end = Heads.Contains(sentence.Tokens[i].Word) ? Headed(sentence, i, names) : 0;
            if (end > i)
            {
                yield return new Candidate(i, end - i, EntityType.Summit, Evidence.Pattern);
                i = end - 1;
            }
        }
    }

    // "KTT ASEAN dan APEC": the head stands for both.
    private static Candidate? Shared(SentenceTokens sentence, int first, int end, NamesByToken names)
    {
        if (sentence.Folded[first] != "ktt" || At(sentence.Folded, end) != "dan" || !names.TryGetValue(end + 1, out var other) || At(sentence.Folded, end + 1 + other.Count) == "ktt")
        {
            return null;
        }
        return other.Entries.Any(entry => entry.Type == EntityType.Organization && SharingBodies.Contains(entry.Key)) ? new Candidate(end + 1, other.Count, EntityType.Summit, Evidence.Pattern) : null;
    }

    /// <summary>Whether a capitalised head ("KTT", "Konferensi Tingkat Tinggi") or a meeting word begins here, and where its name ends; 0 where none does.</summary>
    private static int Headed(SentenceTokens sentence, int i, NamesByToken names)
    {
        var head = AfterHead(sentence.Folded, i);
        var after = AfterEdition(sentence.Folded, head);
        if (head > i && (sentence.Tokens[i].IsCapitalized || sentence.Folded[head - 1] == ")"))
        {
            // "Pertemuan Tingkat Tinggi di Paris" has its place behind a preposition, inside the name.
            if (after < sentence.Folded.Count && sentence.Folded[after] == "di" && names.TryPlace(after + 1, out var inside))
            {
                return after + 1 + inside.Count;
            }
            var end = NameEnd(sentence, after, names);
            // "KTT Perancis dan Arab Saudi"
            if (end > after && At(sentence.Folded, end) == "dan" && IsState(names, end + 1) && sentence.KnownBefore(end) is { } one && IsState(names, one.First))
            {
                return end + 1 + (names.At(end + 1)?.Count ?? 0);
            }
            return end > after ? Extend(sentence, end, names) : head == i + 3 && sentence.Folded[i] == "ktt" && sentence.Tokens[i + 2].IsCapitalized ? head : 0;
        }
        if (Described(sentence, i, names) is var described and > 0)
        {
            return described;
        }
        var isMeeting = sentence.Folded[i] is "pertemuan" or "konferensi" or "perundingan";
        if (isMeeting && i + 1 < sentence.Tokens.Count && names.TryGetValue(i + 1, out var name)
            && name.Entries.Any(entry => entry.Type == EntityType.Place || (sentence.Folded[i] == "konferensi" && entry.Type == EntityType.Organization)))
        {
            return Extend(sentence, i + 1 + name.Count, names);
        }
        return 0;
    }

    // "pertemuan puncak di Brussels", "konferensi perdamaian internasional di New York", "Pertemuan tahunan APEC": known by place or body; 0 where it is not.
    private static int Described(SentenceTokens sentence, int i, NamesByToken names)
    {
        const int MostWords = 3;
        if (OfLeaders(sentence, i, names) is var leaders and > 0)
        {
            return leaders;
        }
        if (sentence.Folded[i] is not ("pertemuan" or "konferensi") || At(sentence.Folded, i + 1) is not ("puncak" or "tahunan" or "perdamaian" or "internasional" or "tingkat"))
        {
            return 0;
        }
        for (var k = i + 2; k <= i + 1 + MostWords && k < sentence.Tokens.Count; k++)
        {
            if (sentence.Folded[k] == "di")
            {
                return names.TryPlace(k + 1, out var place) ? k + 1 + place.Count : 0;
            }
            if (names.TryGetValue(k, out var body))
            {
                return body.Entries.Any(entry => entry.Type is EntityType.Organization) ? k + body.Count : 0;
            }
        }
        return 0;
    }

    // "pertemuan ke-53 para pemimpin Forum Kepulauan Pasifik"; 0 where it is none.
    private static int OfLeaders(SentenceTokens sentence, int i, NamesByToken names)
    {
        if (sentence.Folded[i] is not ("pertemuan" or "konferensi" or "sidang"))
        {
            return 0;
        }
        var at = AfterEdition(sentence.Folded, i + 1);
        at += At(sentence.Folded, at) == "para" ? 1 : 0;
        return At(sentence.Folded, at) == "pemimpin" && names.TryGetValue(at + 1, out var body) && IsBetweenStates(body)
            ? Extend(sentence, at + 1 + body.Count, names)
            : 0;
    }

    // A body of no state: those of "pertemuan pemimpin DPR" are no heads of states.
    private static bool IsBetweenStates(GazetteerMatch match) => match.Entries.Any(entry => entry is { Type: EntityType.Organization, Country: null });

    private static bool IsState(NamesByToken names, int at) => names.TryGetValue(at, out var match) && match.Entries.Any(entry => entry is { Type: EntityType.Country, IsSeat: false });

    // "KTT ke-47 ASEAN": the edition may stand before the name.
    private static int AfterEdition(List<string> folded, int at) =>
        At(folded, at) == "ke" && At(folded, at + 1) is "-" or "–" && IsNumber(At(folded, at + 2)) ? at + 3 : at;

    private static int AfterHead(List<string> folded, int i)
    {
        if (folded[i] == "ktt")
        {
            return At(folded, i + 1) == "luar" && At(folded, i + 2) == "biasa" ? i + 3 : i + 1;
        }
        if (folded[i] is "konferensi" or "pertemuan" && At(folded, i + 1) == "tingkat" && At(folded, i + 2) == "tinggi")
        {
            return At(folded, i + 3) == "(" && At(folded, i + 4) == "ktt" && At(folded, i + 5) == ")" ? i + 6 : i + 3;
        }
        return 0;
    }

    // Capitalised words, known names and the hyphens between them.
    private static int NameEnd(SentenceTokens sentence, int start, NamesByToken names)
    {
        var i = start;
        while (i < sentence.Tokens.Count && i - start < MostNameWords)
        {
            if (names.TryGetValue(i, out var match) && match.Entries.All(entry => entry.Type != EntityType.Person))
            {
                i += match.Count;
            }
            else if (sentence.Tokens[i] is { IsWord: true, IsCapitalized: true } && !(sentence.IsTitleCase && i > start))
            {
                i++;
            }
            else if (i > start && sentence.Tokens[i].Text == "-" && At(sentence.Folded, i + 1) == "-" && i + 2 < sentence.Tokens.Count && sentence.Tokens[i + 2].IsCapitalized)
            {
                i += 2;
            }
            else if (i > start && sentence.Tokens[i].Text is "-" or "–" or "+" && i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].IsCapitalized)
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return i;
    }

    // "ke-46", then a place without a preposition or a year.
    private static int Extend(SentenceTokens sentence, int end, NamesByToken names)
    {
        var folded = sentence.Folded;
        // "COP26", which is cut before its digits
        end += end < sentence.Tokens.Count && sentence.Tokens[end].Start == sentence.Tokens[end - 1].End && IsNumber(folded[end]) && !IsOfOtherConvention(folded, end) ? 1 : 0;
        // "KTT BRICS Plus"
        end += At(folded, end) == "plus" && sentence.Tokens[end].IsCapitalized ? 1 : 0;
        if (At(folded, end) == "ke" && At(folded, end + 1) is "-" or "–" && IsNumber(At(folded, end + 2)))
        {
            end += 3;
        }
        else if (At(folded, end) == "ke" && IsNumber(At(folded, end + 1)))
        {
            end += 2;
        }
        if (names.TryPlace(end, out var place))
        {
            end += place.Count;
        }
        // "KTT Trump-Kim Jilid II"
        end += At(folded, end) == "jilid" && end + 1 < folded.Count && (sentence.Tokens[end + 1].IsAllCaps || IsNumber(folded[end + 1])) ? 2 : 0;
        if (IsYear(At(folded, end)))
        {
            end++;
        }
        return end;
    }

    // "COP16 keanekaragaman hayati", "Konferensi penggurunan COP16": conventions count their conferences apart, and the bare name is the climate's.
    private static bool IsOfOtherConvention(List<string> folded, int number)
    {
        const int Near = 4;
        return folded.GetRange(Math.Max(0, number - Near), Math.Min(folded.Count, number + Near) - Math.Max(0, number - Near)).Exists(OtherConventions.Contains);
    }

    private static string At(List<string> folded, int i) => i < folded.Count ? folded[i] : "";

    private static bool IsNumber(string text) => text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit);

    private static bool IsYear(string text) => text.Length == 4 && text[0] is '1' or '2' && text.All(char.IsAsciiDigit);
}
