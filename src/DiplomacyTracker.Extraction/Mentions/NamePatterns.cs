using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Heads of names: a word such as "Kementerian" or "Bandara" takes the capitalised words behind it into one name.</summary>
internal static class NamePatterns
{
    private static readonly WordSet OrganizationHeads =
    [
        "kementerian", "departemen", "kemlu", "kemenlu", "kemhan", "parlemen", "kongres", "senat", "kedubes", "kedutaan", "komando", "badan", "universitas", "partai", "mahkamah",
        "dewan", "majelis", "komisi", "komite", "lembaga", "institut", "yayasan", "asosiasi", "bank", "kepolisian", "kejaksaan", "federasi", "serikat", "angkatan", "garda",
        "perhimpunan", "observatorium", "perkumpulan", "himpunan", "konsorsium", "agensi", "aliansi", "solidaritas", "jaringan", "persatuan", "ikatan",
        "polda", "polres", "polresta", "kodam", "kejati", "pemprov", "pemkot", "pemkab",
    ];

    // Heads that are words of their own too: "Aliansi Rusia dan Korea Utara menguat".
    private static readonly WordSet SoftHeads = ["aliansi", "solidaritas", "jaringan", "persatuan", "ikatan"];

    private static readonly WordSet Studies = ["kajian", "studi", "penelitian", "telaah", "riset", "analisis"];

    private static readonly WordSet PlaceHeads =
        ["bandara", "istana", "laut", "selat", "teluk", "pulau", "kepulauan", "gunung", "jalan", "hotel", "gedung", "pelabuhan", "pangkalan", "stasiun", "kamp", "masjid", "gereja", "samudra", "bundaran", "monumen", "stadion", "jembatan", "terusan"];

    private const int MostWords = 9;

    public static IEnumerable<Candidate> Find(SentenceTokens sentence, int[] tags)
    {
        var names = sentence.KnownAt;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (Mission(sentence, i, names) is var mission and > 0)
            {
                yield return new Candidate(i, mission - i, EntityType.Organization, Evidence.Pattern);
                i = mission - 1;
                continue;
            }
            if (Alone(sentence, i, tags) is { } alone)
            {
                yield return alone;
            }
            if (Signatures.At(sentence, i, tags) is { } signed)
            {
                yield return signed;
            }
            if (!sentence.Tokens[i].IsCapitalized || sentence.Tokens[i].IsAllCaps)
            {
                continue;
            }
            // "Kepulauan Cook" is a whole name, whatever stands behind it.
            var isWhole = names.TryGetValue(i, out var known) && known.Count > 1 && known.Entries[0].Type == EntityType.Country;
            var type = isWhole ? null
                : IsOrganizationHead(sentence, i) ? EntityType.Organization
                : PlaceHeads.Contains(sentence.Tokens[i].Word) ? EntityType.Place
                : (EntityType?)null;
            if (type is { } found && End(sentence, i, names, found, tags) is var end && end > i + 1)
            {
                yield return new Candidate(i, end - i, found, Evidence.Pattern);
                i = end - 1;
            }
        }
    }

    // "KBRI Tokyo", "Kedubes AS", "Konsulat Jenderal Republik Indonesia (KJRI) Osaka": the mission with the place or state that it is in or of; 0 where there is none.
    private static int Mission(SentenceTokens sentence, int i, NamesByToken names)
    {
        var at = i;
        if (sentence.Folded[i] is "kedutaan" or "konsulat" && sentence.Tokens[i].IsCapitalized)
        {
            at = sentence.Folded.FindIndex(i, Math.Min(MostWords, sentence.Folded.Count - i), word => word is "kbri" or "kjri");
            at = at > 0 && sentence.Tokens[at - 1].Text == "(" && at + 1 < sentence.Tokens.Count && sentence.Tokens[at + 1].Text == ")" ? at + 1 : -1;
        }
        else if (sentence.Folded[i] is not ("kbri" or "kjri" or "kedubes" or "ptri"))
        {
            at = -1;
        }
        return at >= 0 && names.TryGetValue(at + 1, out var seat) && seat.Entries.Any(entry => entry.Type is EntityType.Place or EntityType.Country) ? at + 1 + seat.Count : 0;
    }

    // Single words that the sets seldom show: "Ratu Maxima", "dari Novorossiysk", and "Korea", which is one of two states.
    private static Candidate? Alone(SentenceTokens sentence, int i, int[] tags)
    {
        var token = sentence.Tokens[i];
        if (token is not { IsWord: true, IsCapitalized: true, IsAllCaps: false, Text.Length: > 3 } || i == 0 || sentence.IsTitleCase || sentence.Folded[i - 1] is "bahasa" or "berbahasa" || sentence.KnownOver(i) is not null)
        {
            return null;
        }
        var isLast = i + 1 == sentence.Tokens.Count || !sentence.Tokens[i + 1].IsCapitalized;
        return token.Folded == "korea" ? new Candidate(i, 1, EntityType.Country, Evidence.Pattern)
            : !isLast ? null
            : sentence.Folded[i - 1] is "ratu" or "raja" or "pangeran" && sentence.Tokens[i - 1].IsCapitalized ? new Candidate(i, 1, EntityType.Person, Evidence.Model)
            : sentence.Folded[i - 1] is "di" or "ke" or "dari" && tags[i] == SequenceModel.Outside && IsOnlyATown(sentence, i) ? new Candidate(i, 1, EntityType.Place, Evidence.Model)
            : null;
    }

    // "dari Anda", "di Bursa": many words are the name of some town.
    private static bool IsOnlyATown(SentenceTokens sentence, int i) => Towns.Has(sentence.Tokens[i].Text) && !NameLexicon.Default.IsPersonName(sentence.Tokens[i].Word)
        && !Vague.IsVague(sentence, i, i + 1) && !Stemmer.Default.HasRoot(sentence.Tokens[i].Word) && !SearchWords.IsStop(sentence.Tokens[i].Word);

    private static bool IsOrganizationHead(SentenceTokens sentence, int i) => sentence.Folded[i] == "pusat"
        ? i + 1 < sentence.Tokens.Count && Studies.Contains(sentence.Tokens[i + 1].Word)
        : OrganizationHeads.Contains(sentence.Tokens[i].Word)
            && !(SoftHeads.Contains(sentence.Tokens[i].Word) && (i == 0 || (sentence.KnownAt.TryGetValue(i + 1, out var next) && next.Entries[0].Type == EntityType.Country)));

    private static int End(SentenceTokens sentence, int head, NamesByToken names, EntityType type, int[] tags)
    {
        var i = head + 1;
        while (i < sentence.Tokens.Count && i - head < MostWords)
        {
            var token = sentence.Tokens[i];
            if (type == EntityType.Organization && i > head + 1 && TitleWords.IsOffice(token.Word))
            {
                break;
            }
            if (((names.TryGetValue(i, out var known) && known.Entries[0].Type is EntityType.Person) || tags[i] == 1) && !IsNamedAfterPeople(sentence.Folded[head], type))
            {
                break;
            }
            if (type == EntityType.Place && known.Count > 0 && sentence.Folded[i - 1] == "internasional" && known.Entries.Any(entry => entry.IsSeat || entry.Type == EntityType.Place))
            {
                // "Bandara Internasional Khartoum"
                return i + known.Count;
            }
            if (known.Count > 0 && known.Entries[0].Type == EntityType.Country)
            {
                // The state that a body belongs to closes its name; a place's name does not go on into a state.
                return type == EntityType.Organization ? i + known.Count : i;
            }
            if (token is { IsWord: true, IsCapitalized: true })
            {
                i++;
            }
            else if (IsJoint(sentence, i, type) && !(names.TryGetValue(head, out var whole) && head + whole.Count == i && sentence.Tokens[i - 1].IsAllCaps))
            {
                i++;
            }
            else if (IsBracketedAbbreviation(sentence, i))
            {
                // "Kementerian Luar Negeri (Kemlu) RI": the bracket belongs to the name where the name goes on behind it.
                return names.TryGetValue(i + 3, out var state) && state.Entries[0].Type == EntityType.Country && type == EntityType.Organization ? i + 3 + state.Count : i;
            }
            else
            {
                break;
            }
        }
        // "Mahkamah Konstitusi dan Presiden": what would have gone on behind the "and" was another name.
        while (i > head + 1 && !sentence.Tokens[i - 1].IsCapitalized)
        {
            i--;
        }
        return i;
    }

    private static bool IsNamedAfterPeople(string head, EntityType type) => type == EntityType.Place || head is "universitas" or "institut" or "yayasan";

    private static bool IsJoint(SentenceTokens sentence, int i, EntityType type) =>
        i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].IsCapitalized
        && ((sentence.Tokens[i].Text is "-" or "–" && sentence.Tokens[i].Start == sentence.Tokens[i - 1].End) || (sentence.Folded[i] is "dan" or "untuk" or "bagi" && type == EntityType.Organization && IsMinistry(sentence, i)));

    // "Kementerian Pendidikan dan Kebudayaan" is one name, "Dewan Keamanan dan Rusia" is not.
    private static bool IsMinistry(SentenceTokens sentence, int i)
    {
        var known = sentence.KnownAt.TryGetValue(i + 1, out _);
        for (var j = i - 1; j >= 0 && j > i - 5; j--)
        {
            if (sentence.Folded[j] is "kementerian" or "departemen" or "badan" or "komisi" or "dewan" or "mahkamah" or "pengadilan")
            {
                return !known;
            }
        }
        return false;
    }

    private static bool IsBracketedAbbreviation(SentenceTokens sentence, int i) =>
        i + 2 < sentence.Tokens.Count && sentence.Tokens[i].Text == "(" && sentence.Tokens[i + 2].Text == ")" && sentence.Tokens[i + 1].IsCapitalized;
}
