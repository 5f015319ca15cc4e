using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Reads the noun phrase that stands for a speaker: titles, state or body, and the name in it or in apposition behind it.</summary>
internal sealed class SpeakerReader(NameReader names, Cast cast)
{
    private const int MostWords = 24;

    private readonly PhraseEnds _ends = new(names);

    private static readonly WordSet Counted =
        ["seorang", "sejumlah", "dua", "tiga", "empat", "lima", "beberapa", "para", "salah", "banyak", "sebagian", "mereka", "sebuah", "satu", "keduanya", "ketiganya", "suatu", "berbagai"];

    // Somebody of whom a name could be expected, and none stands there.
    private static readonly WordSet Unnamed =
        ["sumber", "pejabat", "diplomat", "warga", "saksi", "narasumber", "orang", "pengamat", "analis", "kalangan", "penduduk", "wartawan", "sopir", "pengungsi", "relawan", "dokter", "perempuan", "pria"];

    public SpeakerPhrase? Read(Passage passage, int first, int limit)
    {
        while (first < limit && passage.Folded[first] is "sang" or "si" or "pula" or "lagi" or "oleh" or "pernyataan" or "keterangan" or "penjelasan" or "ucapan")
        {
            first++;
        }
        if (first >= limit || !passage.Tokens[first].IsWord)
        {
            return null;
        }
        if (passage.Folded[first] is "ia" or "dia" or "beliau" or "pihaknya" or "menurutnya")
        {
            return Make(passage, SpeakerKind.Pronoun, first, first + 1, first, null);
        }
        if (EndOfAnaphor(passage, first, limit) is { } anaphor)
        {
            // "Mantan perdana menteri Andoria itu, Kestur Mavlin, berpendapat".
            var named = anaphor < limit && passage.Folded[anaphor] == "," ? Apposition(passage, anaphor + 1, limit, first) : null;
            return named is { } && named.End < passage.Count && passage.Folded[named.End] == "," ? named : Make(passage, SpeakerKind.Anaphor, first, anaphor, first, null);
        }
        var end = first;
        for (var i = first; i < Math.Min(limit, first + MostWords); i++)
        {
            if (passage.Folded[i] == "." && i > first && passage.IsGlued(i) && passage.Folded[i - 1] is "prof" or "dr" or "ir" or "drs" or "kh" or "hj")
            {
                continue;
            }
            if (passage.QuoteAt[i] is not null || _ends.IsEnd(passage, i, first))
            {
                if (BehindPlace(passage, first, i, limit) is { } named)
                {
                    return named;
                }
                break;
            }
            if (NameReader.IsPerson(passage, i) && passage.MentionAt[i] is { } person && !Bodies.IsInName(passage, first, i))
            {
                var (around, behind) = names.Around(passage, i, limit, cast.PlaceLike);
                if (behind - around == 1 && person.Link is not { Known: true } && IsStateBehindTitle(passage, first, around))
                {
                    end = i + 1;
                    continue;
                }
                // A name may begin before the phrase, where a quotation cuts it.
                var name = Math.Max(around, first);
                // "Ketua Komisi parlemen Andoria, Estela Ferraz Duarte": one unknown word, and the name behind the comma.
                if (name > first && person.Link is not { Known: true } && behind < limit && passage.Folded[behind] == "," && Apposition(passage, behind + 1, limit, first) is { } behindComma)
                {
                    return behindComma;
                }
                if (!Service.IsServed(passage, first, name))
                {
                    return Make(passage, SpeakerKind.Named, name, behind, first, person.Link);
                }
                (i, end) = (behind - 1, behind);
                continue;
            }
            if (passage.Folded[i] == ",")
            {
                if (Apposition(passage, i + 1, limit, first) is { } named)
                {
                    return named;
                }
                break;
            }
            if (passage.Folded[i] == "(")
            {
                i = passage.Folded.FindIndex(i, Math.Min(6, passage.Count - i), word => word == ")") is > 0 and var close ? close : i;
                continue;
            }
            end = i + 1;
        }
        return end > first ? Without(passage, first, end) : null;
    }

    /// <summary>The subject of a verb: what stands before it, behind a dateline and behind adjuncts with their commas ("Dalam unggahan yang sama, ia menyatakan").</summary>
    public SpeakerPhrase? Subject(Passage passage, int first, int verb) => Read(passage, Adjuncts.End(passage, first, verb), verb);

    // "Duta Besar Palau untuk PBB, Moana Telei": the name stands behind the comma.
    private SpeakerPhrase? Apposition(Passage passage, int at, int limit, int first)
    {
        if (at >= limit || passage.QuoteAt[at] is not null || ReportingWords.IsTime(passage.Folded[at]))
        {
            return null;
        }
        if (passage.MentionAt[at] is { Type: EntityType.Person } person)
        {
            var (name, end) = names.Around(passage, at, limit, cast.PlaceLike);
            return Make(passage, SpeakerKind.Named, Math.Max(name, first), end, first, person.Link);
        }
        var run = Names.EndOfRun(passage, at, limit);
        // "Ketua pertemuan, Datuk Awang Hisyam": titles stand behind the comma as well.
        if (names.IsTitle(passage.Tokens[at].Word))
        {
            at = names.Trim(passage, at, run, cast.PlaceLike);
        }
        if (passage.MentionAt[at] is { Type: EntityType.Person })
        {
            return Apposition(passage, at, limit, first);
        }
        // "Jendral Pavo Reskin": a title that is written as no list has it. "Dana Holcomb-Vega": a plain word that is a first name.
        if (passage.MentionAt.AsSpan(at, run - at).IndexOfAnyExcept((Mention?)null) is > 0 and var inside && passage.MentionAt[at + inside] is { Type: EntityType.Person }
            && !(inside == 1 && NameReader.IsWord(passage.Tokens[at].Word) && !Names.IsInstitution(passage.Folded[at]) && run - at <= 3))
        {
            return Apposition(passage, at + inside, limit, first);
        }
        var isName = run - at >= 2 && !names.IsTitle(passage.Tokens[at].Word) && passage.MentionAt[at] is not ({ Link.Known: true } or { Type: EntityType.Country }) && (!NameReader.IsWord(passage.Tokens[at].Word) || passage.MentionAt[at + 1] is { Type: EntityType.Person })
            && (names.IsTitle(passage.Tokens[first].Word) || run >= limit || passage.Folded[run] is "," or "(");
        if (isName)
        {
            cast.Add(passage, at, run, null);
        }
        return isName ? Make(passage, SpeakerKind.Named, at, run, first, null) : null;
    }

    // "Wakil Tetap Estavia untuk PBB di Jenewa, Maren Tolk, mengatakan": the place belongs to the office, and the name stands behind its comma.
    private SpeakerPhrase? BehindPlace(Passage passage, int first, int at, int limit)
    {
        if (at == first || passage.Folded[at] != "di" || !names.IsTitle(passage.Tokens[first].Word) || at + 1 >= limit || passage.MentionAt[at + 1] is not { Type: EntityType.Place or EntityType.Country } place)
        {
            return null;
        }
        var comma = EndOf(passage, at + 1, limit, place);
        return comma < limit && passage.Folded[comma] == "," && Apposition(passage, comma + 1, limit, first) is { } named && (named.End >= limit || passage.Folded[named.End] is "," or "(") ? named : null;
    }

    // No mention names a person here: a name that nobody knows, an anaphor, an office, or somebody unnamed.
    private SpeakerPhrase Without(Passage passage, int first, int end)
    {
        if (Counted.Contains(passage.Tokens[first].Word))
        {
            return Make(passage, SpeakerKind.Unnamed, first, end, first, null);
        }
        if (Bodies.IsInName(passage, first, end))
        {
            return Office(passage, first, end);
        }
        if (NameInside(passage, first, end) is { } inside)
        {
            return inside;
        }
        var name = end;
        while (name > first && passage.Tokens[name - 1].IsWord && passage.Tokens[name - 1].IsCapitalized && passage.MentionAt[name - 1] is not ({ Link.Known: true } or { Type: EntityType.Country }))
        {
            name--;
        }
        name = name < end ? names.Trim(passage, name, end, cast.PlaceLike) : end;
        var isKnown = cast.ByName(passage.Folded, name < end ? name : first, end) is not null;
        // "Menlu Ostrava Ungkap Alasan Mundur": in a headline every word has a capital.
        var isName = name < end && !Enumerable.Range(name, end - name).Any(i => ReportingWords.Default.IsFollowing(passage.Tokens[i].Word)) && !NameReader.IsWord(passage.Tokens[end - 1].Word) && !names.IsTitle(passage.Tokens[name].Word) && (end - name >= 2 || name == first) && !NameReader.IsWord(passage.Tokens[name].Word);
        if (isName && !isKnown && end - name >= 2)
        {
            cast.Add(passage, name, end, null);
        }
        return isKnown || isName
            ? Make(passage, SpeakerKind.Named, name < end ? name : first, end, first, null)
            : Unnamed.Contains(passage.Tokens[first].Word) ? Make(passage, SpeakerKind.Unnamed, first, end, first, null)
            : Office(passage, first, end);
    }

    // A name that no mention covers and that words follow: "Menlu Andoria Orsolin Takveh tiba di Jakarta", "Sofia Arkadi dari tim perunding".
    private SpeakerPhrase? NameInside(Passage passage, int first, int end)
    {
        for (var i = Unnamed.Contains(passage.Tokens[first].Word) ? first + 1 : first; i < end; i++)
        {
            var run = Names.EndOfRun(passage, i, end);
            var name = run > i ? names.Trim(passage, i, run, cast.PlaceLike) : run;
            var isFollowed = run < end && ((name > first && (names.IsTitle(passage.Tokens[name - 1].Word) || Unnamed.Contains(passage.Tokens[name - 1].Word) || passage.Folded[name - 1] == "bernama") && !cast.PlaceLike.Contains(passage.Folded[name])) || cast.ByName(passage.Folded, name, run) is not null || (name == first && passage.Folded[run] is "dari" or "asal"));
            if (isFollowed && run - name >= 2 && passage.MentionAt[name] is null && !names.IsTitle(passage.Tokens[name].Word) && !NameReader.IsWord(passage.Tokens[name].Word) && !Service.IsServed(passage, first, name))
            {
                return Make(passage, SpeakerKind.Named, name, run, first, null);
            }
            i = Math.Max(i, run);
        }
        return null;
    }

    // "menteri Turki itu", "perempuan asal Bilbao tersebut"; a name of two words before "itu" is somebody else's ("pertemuan Janek Ormson itu").
    private int? EndOfAnaphor(Passage passage, int first, int limit)
    {
        for (var i = first + 1; i < Math.Min(limit, first + 8) && !_ends.IsEnd(passage, i, first) && passage.Folded[i] is not ("," or "untuk" or "di" or "bagi"); i++)
        {
            if (passage.Folded[i] is "itu" or "tersebut" or "ini")
            {
                return passage.Folded[first] is "seorang" or "salah" or "sejumlah" ? null : i + 1;
            }
        }
        return null;
    }

    // "Menteri Luar Negeri Kalmora": a lone word that the article uses for a state, and nobody has for a name.
    private bool IsStateBehindTitle(Passage passage, int first, int at) =>
        at > first && names.IsTitle(passage.Tokens[at - 1].Word) && cast.PlaceLike.Contains(passage.Folded[at]) && cast.ByName(passage.Folded, at, at + 1) is null;

    private static SpeakerPhrase Office(Passage passage, int first, int end) =>
        Make(passage, SpeakerKind.Office, first, EndOfOffice(passage, first, end), first, passage.MentionAt[first] is { } mention && EndOf(passage, first, end, mention) == end ? mention.Link : null);

    // "Kementerian Luar Negeri (Kemlu)" is named by the words in front of the bracket.
    private static int EndOfOffice(Passage passage, int first, int end)
    {
        var bracket = passage.Folded.FindIndex(first, end - first, word => word == "(");
        return bracket > first ? bracket : end;
    }

    private static int EndOf(Passage passage, int at, int limit, Mention mention)
    {
        while (at < limit && ReferenceEquals(passage.MentionAt[at], mention))
        {
            at++;
        }
        return at;
    }

    private static SpeakerPhrase Make(Passage passage, SpeakerKind kind, int first, int end, int phrase, EntityLink? link)
    {
        var words = kind == SpeakerKind.Named ? passage.Folded[phrase..first] : passage.Folded[phrase..end];
        return new SpeakerPhrase(kind, passage.Span(first, end), passage.Words(first, end), link, words.FindAll(word => char.IsLetterOrDigit(word[0])), end);
    }
}
