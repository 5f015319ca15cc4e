using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Reads the noun phrase that stands for a speaker: titles, state or body, and the name in it or in apposition behind it.</summary>
internal sealed class SpeakerReader(NameReader names, Cast cast)
{
    private const int MostWords = 24;
    private const int Dateline = 9;

    private static readonly HashSet<string> Adjuncts =
    [
        "dalam", "pada", "seperti", "sebagaimana", "kepada", "sementara", "menurut", "di", "ketika", "saat", "setelah", "usai", "seusai", "mengutip", "melansir", "dilansir", "dikutip", "selain", "namun",
        "tetapi", "sebelumnya", "dari", "melalui", "lewat", "meski", "meskipun", "menanggapi", "terkait", "soal", "mengenai", "untuk", "selanjutnya", "kemudian", "lalu", "karena", "oleh", "dengan", "sebelum",
        "merujuk", "berdasarkan", "sejauh", "adapun", "bahkan", "tak", "di samping", "secara", "sejak", "hingga", "atas", "akan", "demikian",
    ];

    // Whoever serves somebody: the name behind a second title is the one served ("penasihat Presiden Macron").
    private static readonly HashSet<string> Serving =
    [
        "penasihat", "utusan", "jubir", "bicara", "ajudan", "istri", "suami", "anak", "putra", "putri", "menantu", "pengacara", "hukum", "asisten", "staf", "stafsus", "keluarga", "pendukung", "kubu",
        "kabinet", "pemerintahan", "kantor", "tim", "orang", "rekan", "sekutu", "pembantu", "menteri-menteri", "pihak", "lingkaran", "sumber",
    ];

    private static readonly HashSet<string> Served = ["presiden", "pm", "perdana", "raja", "sultan", "kanselir", "paus", "menteri", "menlu", "menhan", "gubernur", "emir", "pangeran", "pemimpin", "sekjen", "ratu", "kaisar"];

    private static readonly HashSet<string> Stops =
    [
        "kepada", "dalam", "saat", "ketika", "seusai", "usai", "setelah", "sebelum", "sambil", "seraya", "seperti", "sebagaimana", "dikutip", "dilansir", "dilaporkan", "menurut", "melalui", "lewat",
        "menjelang", "terkait", "soal", "mengenai", "tentang", "yang", "pada", "sebagai", "karena", "jika", "bahwa", "dengan", "sembari", "di tengah", "tetapi", "namun", "sedangkan", "lalu", "kemudian", "juga",
        "merujuk", "mengacu", "menanggapi", "merespons", "mengutip", "demikian", "ke", "sementara", "pun", "sendiri", "tanpa", "hingga", "sejak", "telah", "akan", "sudah", "sempat", "kembali",
    ];

    private static readonly HashSet<string> Counted =
        ["seorang", "sejumlah", "dua", "tiga", "empat", "lima", "beberapa", "para", "salah", "banyak", "sebagian", "mereka", "sebuah", "satu", "keduanya", "ketiganya", "suatu", "berbagai"];

    // Somebody of whom a name could be expected, and none stands there.
    private static readonly HashSet<string> Unnamed =
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
            if (passage.QuoteAt[i] is not null || IsEnd(passage, i, first))
            {
                break;
            }
            if (passage.MentionAt[i] is { Type: EntityType.Person } person)
            {
                var (around, behind) = names.Around(passage, i, limit, cast.PlaceLike);
                // A name may begin before the phrase, where a quotation cuts it.
                var name = Math.Max(around, first);
                // "Ketua Komisi parlemen Andoria, Estela Ferraz Duarte": one unknown word, and the name behind the comma.
                if (name > first && person.Link is not { Known: true } && behind < limit && passage.Folded[behind] == "," && Apposition(passage, behind + 1, limit, first) is { } behindComma)
                {
                    return behindComma;
                }
                if (!IsServed(passage, first, name))
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
    public SpeakerPhrase? Subject(Passage passage, int first, int verb)
    {
        var start = first;
        for (var i = first; i < Math.Min(verb, first + Dateline); i++)
        {
            if (passage.Folded[i] is "-" or "–" or "—" && !passage.IsGlued(i))
            {
                start = i + 1;
            }
        }
        while (start < verb && (Adjuncts.Contains(passage.Folded[start]) || ReportingWords.IsTime(passage.Folded[start])))
        {
            var comma = passage.Folded.FindIndex(start, verb - start, word => word == ",");
            if (comma < 0)
            {
                // "Namun ia menyatakan", "Sementara itu Manila menyatakan".
                start += start + 1 < verb && passage.Folded[start + 1] is "itu" ? 2 : 1;
                continue;
            }
            start = comma + 1;
        }
        return Read(passage, start, verb);
    }

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
        // "Jendral Pavo Reskin": a title that is written as no list has it.
        if (passage.MentionAt.AsSpan(at, run - at).IndexOfAnyExcept((Mention?)null) is > 0 and var inside && passage.MentionAt[at + inside] is { Type: EntityType.Person })
        {
            return Apposition(passage, at + inside, limit, first);
        }
        var isName = run - at >= 2 && !names.IsTitle(passage.Folded[at]) && passage.MentionAt[at] is not ({ Link.Known: true } or { Type: EntityType.Country }) && !NameReader.IsWord(passage.Folded[at])
            && (names.IsTitle(passage.Folded[first]) || run >= limit || passage.Folded[run] is "," or "(");
        if (isName)
        {
            cast.Add(passage, at, run, null);
        }
        return isName ? Make(passage, SpeakerKind.Named, at, run, first, null) : null;
    }

    // No mention names a person here: a name that nobody knows, an anaphor, an office, or somebody unnamed.
    private SpeakerPhrase Without(Passage passage, int first, int end)
    {
        if (Counted.Contains(passage.Folded[first]))
        {
            return Make(passage, SpeakerKind.Unnamed, first, end, first, null);
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
        var isName = name < end && !names.IsTitle(passage.Folded[name]) && (end - name >= 2 || name == first) && !NameReader.IsWord(passage.Folded[name]);
        if (isName && !isKnown && end - name >= 2)
        {
            cast.Add(passage, name, end, null);
        }
        return isKnown || isName
            ? Make(passage, SpeakerKind.Named, name < end ? name : first, end, first, null)
            : Unnamed.Contains(passage.Folded[first]) ? Make(passage, SpeakerKind.Unnamed, first, end, first, null)
            : Make(passage, SpeakerKind.Office, first, EndOfOffice(passage, first, end), first, passage.MentionAt[first] is { } mention && EndOf(passage, first, end, mention) == end ? mention.Link : null);
    }

    // A name that no mention covers and that words follow: "Menlu Andoria Orsolin Takveh tiba di Jakarta", "Sofia Arkadi dari tim perunding".
    private SpeakerPhrase? NameInside(Passage passage, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var run = Names.EndOfRun(passage, i, end);
            var name = run > i ? names.Trim(passage, i, run, cast.PlaceLike) : run;
            var isFollowed = run < end && (cast.ByName(passage.Folded, name, run) is not null || (name == first && passage.Folded[run] is "dari" or "asal"));
            if (isFollowed && run - name >= 2 && passage.MentionAt[name] is null && !names.IsTitle(passage.Folded[name]) && !NameReader.IsWord(passage.Folded[name]) && !IsServed(passage, first, name))
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
        for (var i = first + 1; i < Math.Min(limit, first + 8) && !IsEnd(passage, i, first) && passage.Folded[i] is not ("," or "untuk" or "di" or "bagi"); i++)
        {
            if (passage.Folded[i] is "itu" or "tersebut" or "ini")
            {
                return passage.Folded[first] is "seorang" or "salah" or "sejumlah" ? null : i + 1;
            }
        }
        return null;
    }

    private bool IsEnd(Passage passage, int at, int first)
    {
        var word = passage.Folded[at];
        return (at > first && IsVerb(passage.Tokens[at])) || Stops.Contains(word) || word is "." or ";" or ":" or "?" or "!" || (passage.Tokens[at].IsCapitalized && ReportingWords.IsTime(word))
            || (word is "-" or "–" or "—" && !passage.IsGlued(at))
            || (at > first && word == "di" && (at + 1 >= passage.Count || passage.Folded[at + 1] is "hadapan" or "depan" or "sela" or "tengah" or "akun" or "platform" or "media" or "x" or "instagram" or "facebook" or "telegram" or "truth" or "twitter" or "youtube" || passage.MentionAt[at + 1] is { Type: EntityType.Place or EntityType.Country }));
    }

    // "Dubes Korval Sanne Iverold menyampaikan": what somebody does is no part of who that is.
    private bool IsVerb(Token token) =>
        token.Text.Length > 5 && token.Text.StartsWith("me", StringComparison.Ordinal) && !names.IsTitle(token.Folded) && Stemmer.Default.Stem(token.Folded) is var stem && stem != token.Folded && !stem.StartsWith("me", StringComparison.Ordinal);

    private static bool IsServed(Passage passage, int first, int at)
    {
        var serving = -1;
        for (var i = first; i < at; i++)
        {
            if (Serving.Contains(passage.Folded[i]))
            {
                serving = i;
            }
            else if (serving >= 0 && Served.Contains(passage.Folded[i]))
            {
                return true;
            }
        }
        return false;
    }

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
