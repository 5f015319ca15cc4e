using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>A reported clause, before its speaker is resolved.</summary>
internal sealed record Reported(TextSpan Span, SpeakerPhrase? Phrase, string? Verb, string? Addressee);

/// <summary>Finds reported clauses: "X mengatakan (bahwa) …", "Menurut X, …", "…, kata X", and a headline's "X: …".</summary>
internal sealed class IndirectSpeech(SpeakerReader speakers, ReportingWords words, NameReader names)
{
    private const int FewestWords = 3;
    private const int FewestBehindThat = 2;
    private const int LongestAside = 28;

    private static readonly WordSet NoReport =
        ["untuk", "saling", "tidak", "belum", "menolak", "enggan", "tanpa", "dengan", "guna", "demi", "pernah", "dan", "akan", "bersedia", "mau", "dapat", "bisa", "harus", "sambil", "seraya", "bukan", "agar", "dalam"];

    private static readonly WordSet ToldVerbs =
        ["dikatakan", "ditambahkan", "dijelaskan", "disampaikan", "disebutkan", "dinyatakan", "ditegaskan", "diungkapkan", "dituturkan", "dipaparkan", "diterangkan", "diceritakan", "diingatkan"];

    private static readonly WordSet Predicates =
    [
        "akan", "sudah", "telah", "tidak", "tak", "belum", "ada", "siap", "dapat", "bisa", "harus", "sedang", "tetap", "masih", "adalah", "hanya", "baru", "perlu", "naik", "turun", "sepakat", "bukan", "tiba",
        "mulai", "gagal", "hadir", "datang", "jadi", "mampu", "ingin", "lebih", "sangat", "sempat", "pernah", "wajib", "boleh", "selesai", "tewas", "masuk", "keluar", "setuju", "penting", "cukup", "kosong", "kini", "bakal",
    ];

    public Reported? Read(Passage passage, int first, int end, List<Origin> chain, bool isHeadline)
    {
        var last = end;
        while (last > first && passage.Tokens[last - 1].Text is "." or "!" or "…" or ")" && !(passage.Tokens[last - 1].Text == ")" && passage.QuoteAt[last - 1] is not null))
        {
            if (passage.Tokens[last - 1].Text == ")")
            {
                break;
            }
            last--;
        }
        return According(passage, first, last, chain) ?? Introduced(passage, first, last, chain) ?? Trailing(passage, first, last) ?? (isHeadline ? Headline(passage, first, last) : null);
    }

    /// <summary>Whoever an outlet cites in this sentence: "mengutip seorang diplomat Eropa". Documents do not speak.</summary>
    public SpeakerPhrase? Source(Passage passage, int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (passage.QuoteAt[i] is null && passage.Folded[i] is "mengutip" or "mewawancarai" or "menukil" or "menyitir" && speakers.Read(passage, i + 1, end) is { } source)
            {
                return source.Words.Count > 0 && source.Words[0] is "dokumen" or "data" or "laporan" or "surat" or "rekaman" or "pepatah" or "unggahan" ? null : source;
            }
        }
        return null;
    }

    private Reported? According(Passage passage, int first, int last, List<Origin> chain)
    {
        if (passage.Folded[first] is not ("menurut" or "menurutnya"))
        {
            return Told(passage, first, last);
        }
        var comma = passage.Folded.FindIndex(first, last - first, word => word == ",");
        if (passage.Folded[first] == "menurutnya")
        {
            var token = passage.Tokens[first];
            var pronoun = new SpeakerPhrase(SpeakerKind.Pronoun, new TextSpan(passage.Part, token.End - 3, token.End), "nya", null, ["nya"], first + 1);
            var from = comma == first + 1 ? comma + 1 : first + 1;
            return Clause(passage, from, last) is { } said ? new Reported(said, pronoun, "menurut", null) : null;
        }
        if (comma < 0 || (Source(passage, first, comma) ?? speakers.Read(passage, first + 1, last)) is not { } phrase)
        {
            return null;
        }
        while (comma >= 0 && passage.Tokens[comma].Start < phrase.Surface.End)
        {
            comma = passage.Folded.FindIndex(comma + 1, last - comma - 1, word => word == ",");
        }
        // "Menurut jadwal": what nobody is does not speak.
        var speaks = phrase.Kind != SpeakerKind.Office || chain.Count > 0 || passage.MentionAt[first + 1] is not null || names.IsTitle(passage.Tokens[first + 1].Word) || Bodies.IsHead(passage.Tokens[first + 1].Word) || passage.Tokens[first + 1].IsCapitalized;
        return comma > 0 && speaks && Clause(passage, comma + 1, last) is { } clause ? new Reported(clause, phrase, "menurut", null) : null;
    }

    // "Ditambahkannya, …", "Dijelaskannya bahwa …": the pronoun hangs on the verb.
    private static Reported? Told(Passage passage, int first, int last)
    {
        var verb = passage.Folded[first];
        if (!verb.StartsWith("di", StringComparison.Ordinal) || !verb.EndsWith("kannya", StringComparison.Ordinal) || first + 1 >= last || passage.Folded[first + 1] is not ("," or "bahwa")
            || !ToldVerbs.Contains(verb[..^3]))
        {
            return null;
        }
        var token = passage.Tokens[first];
        var pronoun = new SpeakerPhrase(SpeakerKind.Pronoun, new TextSpan(passage.Part, token.End - 3, token.End), "nya", null, ["nya"], first + 1);
        return Clause(passage, first + 2, last) is { } said ? new Reported(said, pronoun, verb[..^3], null) : null;
    }

    private Reported? Introduced(Passage passage, int first, int last, List<Origin> chain)
    {
        for (var i = first + 1; i + 2 < last; i++)
        {
            var word = passage.Folded[i];
            if (!words.IsIntroducing(word) || passage.QuoteAt[i] is not null || (NoReport.Contains(passage.Tokens[i - 1].Word) && !GoesOn(passage, i)) || (passage.Folded[i - 1] == "yang" && chain.Count == 0))
            {
                continue;
            }
            var (from, hasThat) = ClauseStart(passage, i + 1, last);
            var to = ClauseEnd(passage, from, last);
            if (Clause(passage, from, to) is not { } clause || speakers.Subject(passage, first, i) is not { } subject)
            {
                continue;
            }
            var isOutlet = IsInChain(subject, chain) || (chain.Count > 0 && subject.Words.Count > 0 && words.IsOutletHead(subject.Words[0]));
            // "The Guardian menulis pergantian itu sudah lama direncanakan": what an outlet writes is a clause, a novelist's is a novel.
            if (!hasThat && !((words.TakesClause(word) || (isOutlet && words.IsOutletVerb(word) && word is not ("mengutip" or "melansir"))) && HasPredicate(passage, from, to)))
            {
                continue;
            }
            var cited = isOutlet ? Source(passage, first, last) : null;
            // "Yonhap melaporkan, penasihat presiden mengatakan bahwa …": whoever the outlet lets speak.
            if (isOutlet && cited is null && Introduced(passage, from, to, []) is { Phrase: { } inner } told && (inner.Kind == SpeakerKind.Named || (inner.Words.Count > 0 && (Bodies.IsHead(inner.Words[0]) || names.IsTitle(inner.Words[0])))))
            {
                return told;
            }
            return new Reported(clause, cited ?? (isOutlet ? Own(subject, chain) : subject), word, Addressees.Find(passage, first, i) ?? Addressees.Find(passage, i + 1, from));
        }
        return null;
    }

    private static bool IsInChain(SpeakerPhrase subject, List<Origin> chain) => chain.Exists(origin => origin.Span.Overlaps(subject.Surface));

    // "Kantor berita Kyodo" is Kyodo.
    private static SpeakerPhrase Own(SpeakerPhrase subject, List<Origin> chain) =>
        chain.Find(origin => origin.Span.Overlaps(subject.Surface)) is { } origin && origin.Span.Start >= subject.Surface.Start && origin.Span.End <= subject.Surface.End
            ? subject with { Surface = origin.Span, Name = subject.Name[(origin.Span.Start - subject.Surface.Start)..(origin.Span.End - subject.Surface.Start)] }
            : subject;

    private Reported? Trailing(Passage passage, int first, int last)
    {
        for (var i = last - 2; i > first + FewestWords; i--)
        {
            if (passage.Folded[i] == "," && passage.QuoteAt[i] is null && words.IsFollowing(passage.Tokens[i + 1].Word) && !passage.Folded[i + 1].EndsWith("kan", StringComparison.Ordinal))
            {
                var word = passage.Folded[i + 1];
                var isPronoun = word.EndsWith("nya", StringComparison.Ordinal);
                var phrase = isPronoun ? null : speakers.Read(passage, i + 2, last);
                return (isPronoun || phrase is not null) && Clause(passage, first, i) is { } clause ? new Reported(clause, phrase, isPronoun ? word[..^3] : word, Addressees.Find(passage, i + 2, last)) : null;
            }
        }
        return null;
    }

    private Reported? Headline(Passage passage, int first, int last)
    {
        var colon = passage.Folded.FindIndex(first, Math.Min(10, last - first), word => word == ":");
        return colon > first && speakers.Read(passage, first, colon) is { } phrase && phrase.Kind != SpeakerKind.Unnamed
            && (passage.MentionAt[first] is { Type: not EntityType.Summit and not EntityType.Place } || names.IsTitle(passage.Tokens[first].Word))
            && Clause(passage, colon + 1, last) is { } clause
            ? new Reported(clause, phrase, null, null)
            : null;
    }

    // "Menlu Korval menyambut baik usul itu dan menyatakan bahwa …".
    private static bool GoesOn(Passage passage, int verb) => passage.Folded[verb - 1] == "dan" && verb + 1 < passage.Count && passage.Folded[verb + 1] == "bahwa";

    // Behind the verb: "bahwa", also after an aside; a comma; or the clause at once.
    private (int From, bool HasThat) ClauseStart(Passage passage, int at, int last)
    {
        for (var i = at; i < Math.Min(last, at + LongestAside); i++)
        {
            // "Yonhap melaporkan, penasihat itu mengatakan bahwa …": the conjunction belongs to the nearer verb.
            if (i > at && words.IsIntroducing(passage.Tokens[i].Word) && words.TakesClause(passage.Folded[i]) && passage.Folded[at] == "," && passage.QuoteAt[i] is null)
            {
                break;
            }
            if (passage.Folded[i] is "bahwa" or "agar" or "supaya")
            {
                // A later "bahwa" belongs to this verb only over an aside or an address.
                return i == at || passage.Folded[at] is "," or "kepada" or "dalam" or "di" or "pada" or "melalui" or "lewat" or "saat" ? (i + 1, true) : (at, false);
            }
        }
        if (passage.Folded[at] == "kepada" || passage.Folded[at] == ",")
        {
            var isAside = passage.Folded[at] == "kepada" || (at + 1 < last && (ReportingWords.IsTime(passage.Folded[at + 1]) || passage.Folded[at + 1] is "mengutip" or "seperti" or "dikutip" or "sebagaimana"));
            var comma = isAside ? passage.Folded.FindIndex(at + 1, Math.Min(LongestAside, last - at - 1), word => word == ",") : at;
            // "mengatakan, semua dalam keadaan aman": the comma stands for "bahwa".
            return (comma >= 0 ? comma + 1 : at, !isAside);
        }
        return (at, false);
    }

    // "…, demikian dilaporkan X", "…, tulis AFP", "…, Rabu": the clause ends before.
    private int ClauseEnd(Passage passage, int from, int last)
    {
        for (var i = from + FewestWords; i + 1 < last; i++)
        {
            if (passage.Folded[i] == "," && passage.QuoteAt[i] is null && (passage.Folded[i + 1] is "demikian" or "seperti" or "sebagaimana" or "dikutip" or "dilansir"
                || (words.IsFollowing(passage.Tokens[i + 1].Word) && i + 2 < last && (passage.Tokens[i + 2].IsCapitalized || passage.Folded[i + 1].EndsWith("nya", StringComparison.Ordinal)))))
            {
                return i;
            }
        }
        return last;
    }

    private static bool HasPredicate(Passage passage, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var word = passage.Folded[i];
            if (passage.QuoteAt[i] is null && (Predicates.Contains(word) || (!passage.Tokens[i].IsCapitalized && word.Length > 4 && IsVerb(word))))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsVerb(string word) =>
        word.StartsWith("me", StringComparison.Ordinal) || word.StartsWith("di", StringComparison.Ordinal) || word.StartsWith("ber", StringComparison.Ordinal) || word.StartsWith("ter", StringComparison.Ordinal)
        || word.EndsWith("kan", StringComparison.Ordinal);

    private static TextSpan? Clause(Passage passage, int from, int to)
    {
        // "Ia mengatakan bahwa pemilu ditunda": the conjunction says that a clause follows, however short.
        var fewest = from > 0 && passage.Folded[from - 1] is "bahwa" or "agar" or "supaya" ? FewestBehindThat : FewestWords;
        while (from < to && !passage.Tokens[from].IsWord && passage.QuoteAt[from] is null)
        {
            from++;
        }
        while (to > from && passage.Tokens[to - 1].Text is "," or "." or ":")
        {
            to--;
        }
        return to - from >= fewest ? passage.Span(from, to) : null;
    }
}
