using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// Makes mentions of what the model marks as names. The sets that it learned from keep titles, brackets and generic words inside a name now and then;
/// a mention here is the shortest stretch that names the thing, and treaties, languages and bare generic words are none.
/// </summary>
internal sealed class ModelNames(TitleWords titles)
{
    private static readonly WordSet Joiners =
        ["dan", "untuk", "bagi", "of", "the", "for", "and", "on", "in", "de", "la", "le", "les", "du", "des", "da", "do", "dos", "di", "del", "von", "van", "der", "den", "bin", "binti", "al", "el", "as", "ibn", "y", "zu", "ul", "ur", "abu", "bint"];

    // Words before a state or place that make no longer name of it.
    private static readonly WordSet Generic =
        ["pemerintah", "pemerintahan", "negara", "militer", "tentara", "pasukan", "rezim", "otoritas", "kelompok", "warga", "rakyat", "kota", "wilayah", "kawasan", "sungai", "desa", "distrik", "provinsi", "ibu", "ibukota", "kubu", "pihak", "media", "tim", "delegasi", "ponpes"];

    private static readonly WordSet PlaceGenerics = ["kota", "wilayah", "kawasan", "sungai", "desa", "distrik", "provinsi", "kampung", "kecamatan", "kelurahan", "dusun"];

    private static readonly WordSet BareHeads =
        ["kementerian", "departemen", "pemerintah", "kedutaan", "konsulat", "parlemen", "dewan", "komisi", "komite", "badan", "lembaga", "kantor", "organisasi", "partai", "koalisi", "aliansi", "bank", "universitas", "institut", "senat", "majelis", "kepolisian", "kejaksaan", "negara", "istana", "bandara", "gedung", "hotel", "universitas", "ktt", "kepala"];

    // "Azerbaijan Airlines" is no part of Azerbaijan.
    private static readonly WordSet OrganizationTails = ["airlines", "airways", "bank", "group", "corporation", "university", "institute", "times", "post", "news", "agency",
        "lab", "monitor", "observatory", "circle", "forum", "council", "foundation", "association", "initiative", "industries", "lifesciences", "energy", "trust", "fund", "company", "federation",
        "alliance", "network", "department", "ministry", "commission", "committee", "laboratories", "holdings", "international"];

    private static readonly WordSet SayingVerbs = ["ujar", "kata", "tutur", "jelas", "ungkap", "tegas", "imbuh", "papar", "tandas", "seloroh", "gurau", "cetus", "ucap"];

    // What bears one name of a person: "awak kapal Henry", "topan Maria".
    private static readonly WordSet NamedThings = ["kapal", "tongkang", "feri", "tanker", "korvet", "fregat", "topan", "badai"];

    private static readonly WordSet LawTails = ["act", "agreement", "treaty", "convention", "accord", "accords", "protocol"];

    private static readonly WordSet OfficeHeads =
        ["kantor", "sekretariat", "istana", "dewan", "staf", "kementerian", "lembaga", "badan", "kabinet", "pengawal", "office", "kediaman", "gedung"];

    public IEnumerable<Candidate> Find(SentenceTokens sentence, int[] tags)
    {
        foreach (var (first, end, type) in SequenceModel.Spans(tags))
        {
            foreach (var (start, stop) in NameParts.Of(sentence, first, end))
            {
                if (Trimmed(sentence, start, stop, type) is { } candidate)
                {
                    yield return candidate;
                }
            }
        }
    }

    private Candidate? Trimmed(SentenceTokens sentence, int first, int end, EntityType type)
    {
        (first, end) = CutAtSmallWord(sentence, BehindPartOfState(sentence, first), end);
        while (end > first && !sentence.Tokens[end - 1].IsWord)
        {
            end--;
        }
        if (end <= first || IsNoName(sentence, first, end))
        {
            return null;
        }
        if (type == EntityType.Person && IsPlaceHead(sentence, first))
        {
            first += PlaceGenerics.Contains(sentence.Tokens[first].Word) ? 1 : 0;
            return end > first ? new Candidate(first, end - first, EntityType.Place, Evidence.Pattern) : null;
        }
        if (type == EntityType.Place && HasBodyInside(sentence, first, end))
        {
            return null;
        }
        (first, end, type) = TrimmedPerson(sentence, first, end, type);
        if (type == EntityType.Person && end == first + 1 && first > 0 && NamedThings.Contains(sentence.Tokens[first - 1].Word))
        {
            return null;
        }
        if (sentence.IsTitleCase && type != EntityType.Person && RunsOn(sentence, first, end))
        {
            return null;
        }
        (end, type) = Typed(sentence, first, end, type);
        while (type == EntityType.Place && first < end - 1 && PlaceGenerics.Contains(sentence.Tokens[first].Word))
        {
            first++;
        }
        return end <= first || !sentence.Tokens[first].IsCapitalized || IsGenericOnly(sentence, first, end) || Vague.IsVague(sentence, first, end)
            ? null
            : new Candidate(first, end - first, type, Evidence.Model);
    }

    private static bool IsNoName(SentenceTokens sentence, int first, int end) =>
        sentence.IsPlayer(first) || NameParts.LawHeads.Contains(sentence.Tokens[first].Word) || LawTails.Contains(sentence.Tokens[end - 1].Word)
        || (first > 0 && sentence.Folded[first - 1] is "bahasa" or "berbahasa") || IsPairOfNames(sentence, first, end);

    private (int First, int End, EntityType Type) TrimmedPerson(SentenceTokens sentence, int first, int end, EntityType type)
    {
        if (type == EntityType.Person)
        {
            first = BehindTitles(sentence, first, end);
        }
        // In a headline the word behind the state may be the verb: "Menlu Iran Kecam Serangan".
        if ((type == EntityType.Person || !sentence.IsTitleCase) && PersonSpans.StateOfOffice(sentence, first, end) is var state and > 0)
        {
            (first, type) = (BehindTitles(sentence, first + state, end), EntityType.Person);
        }
        if (type == EntityType.Person)
        {
            first = PersonSpans.BehindCommonWord(sentence, first, end);
            end = PersonSpans.BeforeOtherWords(sentence, first, end);
        }
        return (first, end, type);
    }

    // What the words themselves say of the kind, and how far a name of that kind goes.
    private static (int End, EntityType Type) Typed(SentenceTokens sentence, int first, int end, EntityType type)
    {
        if (type is EntityType.Place or EntityType.Person && end - first > 1 && OrganizationTails.Contains(sentence.Tokens[end - 1].Word))
        {
            type = EntityType.Organization;
        }
        if (type == EntityType.Organization)
        {
            end = OrganizationEnd(sentence, first, end);
        }
        if (type == EntityType.Place)
        {
            if (end - first > 1 && first > 0 && SayingVerbs.Contains(sentence.Tokens[first - 1].Word) && NameLexicon.Default.IsPersonName(sentence.Tokens[first].Word))
            {
                type = EntityType.Person;
            }
            end = BehindHyphens(sentence, end);
        }
        return CutAtTitle(sentence, first, end, type);
    }

    // "Sungai Yarlung Tsangpo": what stands behind the word for a place is one, whatever its name sounds like.
    private static bool IsPlaceHead(SentenceTokens sentence, int first) =>
        PlaceGenerics.Contains(sentence.Tokens[first].Word) || (first > 0 && (PlaceGenerics.Contains(sentence.Tokens[first - 1].Word) || sentence.Folded[first - 1] is "bendungan" or "gunung" or "danau" or "selat" or "lembah"));

    // "Uni Eropa Perpanjang Sanksi": in a headline the words behind a known name have capitals too.
    private static bool RunsOn(SentenceTokens sentence, int first, int end) =>
        sentence.KnownAt.TryGetValue(first, out var known) ? first + known.Count < end || sentence.IsSaidTwice(end)
        : SearchWords.IsStop(sentence.Tokens[first].Word) || sentence.IsSaidTwice(end) || (first + 1 < end && Vague.IsVague(sentence, first, first + 1));

    private static bool HasBodyInside(SentenceTokens sentence, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (sentence.Folded[i] is "kbri" or "kjri" or "kedubes" or "kemlu" or "kemenlu")
            {
                return true;
            }
        }
        return false;
    }

    private static (int First, int End) CutAtSmallWord(SentenceTokens sentence, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            var token = sentence.Tokens[i];
            if (token.IsWord && !token.IsCapitalized && !char.IsDigit(token.Text[0]) && !Joiners.Contains(token.Word) && sentence.Tokens[i - 1].Text is not ("-" or "." or "'" or "’"))
            {
                end = i;
            }
        }
        // "Zourabichvili Tinggalkan Istana": in a headline the verb has a capital too.
        for (var i = first + 1; sentence.IsTitleCase && i < end; i++)
        {
            if (sentence.Folded[i] is { Length: > 6 } verb && verb.EndsWith("kan", StringComparison.Ordinal) && !verb.StartsWith("pe", StringComparison.Ordinal) && !verb.StartsWith("ke", StringComparison.Ordinal)
                && Stemmer.Default.HasRoot(sentence.Tokens[i].Word) && !Stemmer.Default.IsRoot(sentence.Tokens[i].Word))
            {
                end = i;
            }
        }
        while (end > first && Joiners.Contains(sentence.Tokens[end - 1].Word) && !sentence.Tokens[end - 1].IsCapitalized)
        {
            end--;
        }
        return (first, end);
    }

    // A title inside begins another name: "Kemlu Malaysia Dato ..." ends before it, "Kantor Perdana Menteri" does not.
    private static (int End, EntityType Type) CutAtTitle(SentenceTokens sentence, int first, int end, EntityType type)
    {
        if (type == EntityType.Person || OfficeHeads.Contains(sentence.Tokens[first].Word))
        {
            return (end, type);
        }
        for (var i = first; i < end; i++)
        {
            if (TitleWords.IsOffice(sentence.Tokens[i].Word))
            {
                return (i, i > first && NameLexicon.Default.IsGivenName(sentence.Tokens[first].Word) ? EntityType.Person : type);
            }
        }
        return (end, type);
    }

    private int BehindTitles(SentenceTokens sentence, int first, int end)
    {
        while (first < end - 1 && (titles.IsTitleWord(sentence.Tokens[first].Word) || sentence.Tokens[first].Text == "."))
        {
            first++;
        }
        return first;
    }

    // "ASEAN-Selandia Baru" is a name and another.
    private static bool IsPairOfNames(SentenceTokens sentence, int first, int end) =>
        sentence.KnownAt.TryGetValue(first, out var one) && first + one.Count + 1 < end && sentence.Tokens[first + one.Count].Text is "-" or "–"
        && sentence.KnownAt.TryGetValue(first + one.Count + 1, out var other) && first + one.Count + 1 + other.Count == end;

    // "Umrah Arab [Saudi Tawfiq F. Al-Rabiah]": no name begins inside a state's.
    private static int BehindPartOfState(SentenceTokens sentence, int first) =>
        sentence.KnownOver(first) is { } state && state.First < first && state.Entries[0].Type == EntityType.Country ? state.First + state.Count : first;

    // "Komunitas Ekonomi Negara-negara Afrika Barat" goes on behind the word that is said twice.
    private static int OrganizationEnd(SentenceTokens sentence, int first, int end)
    {
        if (end - first < 2 || !sentence.IsSaidTwice(end))
        {
            return end;
        }
        end += 2;
        while (end < sentence.Tokens.Count && sentence.Tokens[end] is { IsWord: true, IsCapitalized: true })
        {
            end++;
        }
        return end;
    }

    // "Evian-les-Bains"
    private static int BehindHyphens(SentenceTokens sentence, int end)
    {
        var tokens = sentence.Tokens;
        return end + 3 < tokens.Count && tokens[end].Text == "-" && tokens[end + 1] is { IsWord: true, IsCapitalized: false, Text.Length: <= 3 } && tokens[end + 2].Text == "-"
            && tokens[end + 3].IsCapitalized && tokens[end + 3].Start - tokens[end - 1].End == tokens[end + 1].Text.Length + 2
            ? end + 4
            : end;
    }

    private bool IsGenericOnly(SentenceTokens sentence, int first, int end)
    {
        var word = sentence.Folded[first];
        if (end == first + 1)
        {
            return titles.IsTitleWord(word) || (BareHeads.Contains(word) && !sentence.Known.Exists(match => match.First == first && match.Count == 1));
        }
        return Generic.Contains(word) && sentence.Known.Exists(match => match.First == first + 1 && match.First + match.Count == end);
    }
}
