using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Whether a capital stands for its government: it thinks, says, wants, signs or is a party, rather than being where somebody is or goes.</summary>
internal static class Metonyms
{
    private static readonly WordSet PlaceWordsBefore =
    [
        "di", "ke", "dari", "kota", "ibukota", "menuju", "wilayah", "bandara", "sekitar", "pusat", "tiba", "mengunjungi", "meninggalkan", "warga", "langit", "jalan", "waktu",
        "luar", "dalam", "kawasan", "timur", "barat", "utara", "selatan", "kabupaten", "provinsi", "universitas", "walikota", "stadion", "distrik", "pertemuan", "ktt", "deklarasi",
        "perjanjian", "protokol", "piagam", "konferensi", "perundingan", "kesepakatan", "kunjungan", "dki", "polda", "gubernur", "pengadilan", "antara",
    ];

    private static readonly WordSet PartyWordsBefore =
        ["antara", "oleh", "bagi", "kepada", "terhadap", "menurut", "desak", "mendesak", "tekan", "menekan", "menuduh", "tuduh", "tuding", "menuding", "pemerintah", "sikap", "hubungan", "klaim", "langkah", "keputusan", "dengan", "dukungan", "sekutu", "tuntutan", "prioritas", "utama", "bantu", "membantu", "untuk", "bahwa"];

    private static readonly WordSet ActsAfter =
    [
        "juga", "akan", "telah", "sudah", "belum", "tidak", "tak", "pun", "ingin", "harus", "masih", "kini", "terus", "bisa", "dapat", "siap", "sepakat", "setuju", "yakin", "tetap", "justru",
        "sendiri", "diwakili", "dituduh", "dinilai", "dianggap", "diminta", "didesak", "enggan", "kembali", "mulai", "bersikeras", "bertekad", "berharap", "berjanji", "berkomitmen", "berpendapat",
        "berusaha", "berupaya", "bersedia", "bereaksi", "berang", "dan", "terkait", "atas", "kemudian", "selama", "mungkin", "hanya", "memang",
    ];

    // What a government has: "strategi Canberra", "penolakan Budapest".
    private static readonly WordSet HeldByGovernments =
    [
        "strategi", "penolakan", "keputusan", "sikap", "langkah", "kebijakan", "tuntutan", "ancaman", "tekanan", "upaya", "rencana", "permintaan", "tawaran", "reaksi", "respons", "peringatan", "tudingan",
        "pernyataan", "posisi", "kepentingan", "sekutu", "mitra", "musuh", "rezim", "otoritas", "kubu", "pihak", "kepresidenan", "persetujuan", "usulan", "janji", "komitmen", "tuduhan", "kritik", "seruan", "jawaban",
    ];

    private static readonly WordSet ClauseOpeners = ["setelah", "karena", "jika", "bahwa", "ketika", "sementara", "meski", "meskipun", "namun", "agar", "sebab", "apabila", "sehingga", "tetapi", "tapi"];

    private static readonly WordSet NoVerbs = ["pada", "dan", "yang", "di", "ke", "untuk", "dengan", "dari", "oleh", "hingga", "sampai", "selama", "sebagai", "atau", "tempat", "saat", "ini", "itu"];

    private static readonly WordSet PlacePassives = ["menjadi"];

    public static bool IsGovernment(SentenceTokens sentence, int first, int count)
    {
        var before = first > 0 ? sentence.Folded[first - 1] : "";
        var after = first + count < sentence.Folded.Count ? sentence.Folded[first + count] : "";
        if (PlaceWordsBefore.Contains(before) && before != "antara")
        {
            return false;
        }
        // "Moskow-Washington", "(Beijing)", "Jakarta, KOMPAS": a hyphen joins parties, a bracket or dateline gives a place.
        if (before is "-" or "–" || after is "-" or "–")
        {
            return true;
        }
        if (PartyWordsBefore.Contains(before))
        {
            return true;
        }
        if (HeldByGovernments.Contains(before) || (ClauseOpeners.Contains(before) && IsPlainWord(sentence, first + count)) || IsHeadlineActor(sentence, first, count))
        {
            return true;
        }
        if (before == "dan" && IsBehindParty(sentence, first - 1) && IsPlainWord(sentence, first + count))
        {
            return true;
        }
        if ((first == 0 && ActsLater(sentence, first + count)) || (before == "," && IsInListOfParties(sentence, first, after)))
        {
            return true;
        }
        if (before is "," or "dan")
        {
            return IsActing(after) && after != "dan";
        }
        return IsActing(after);
    }

    private static bool IsPlainWord(SentenceTokens sentence, int at) =>
        at < sentence.Tokens.Count && sentence.Tokens[at] is { IsWord: true, IsCapitalized: false } && !NoVerbs.Contains(sentence.Tokens[at].Word);

    // "Washington Murka": in a headline the verb has a capital too.
    private static bool IsHeadlineActor(SentenceTokens sentence, int first, int count)
    {
        var at = first + count;
        return sentence.IsTitleCase && at < sentence.Tokens.Count && sentence.Tokens[at] is { IsWord: true, IsCapitalized: true, IsAllCaps: false }
            && (first == 0 || sentence.Tokens[first - 1].Text is "," or ":" or ";") && !sentence.Known.Exists(match => match.First == at);
    }

    // "London dan Paris berjanji": the one before the "dan" is a state or an acting seat.
    private static bool IsBehindParty(SentenceTokens sentence, int and) =>
        sentence.Known.Find(match => match.First + match.Count == and) is { Count: > 0 } other
        && other.Entries.Any(entry => entry.Type == EntityType.Country) && !(other.First > 0 && PlaceWordsBefore.Contains(sentence.Tokens[other.First - 1].Word));

    // "Kyiv dalam beberapa hari terakhir menyatakan": the verb comes later in the clause.
    private static bool ActsLater(SentenceTokens sentence, int at)
    {
        const int Near = 8;
        for (var i = at; IsPlainWord(sentence, i) || (i < at + Near && i < sentence.Folded.Count && sentence.Folded[i] is "dalam" or "pada" or "hari" or "saat" or "ini"); i++)
        {
            if (i > at + Near)
            {
                return false;
            }
            if (sentence.Folded[i].Length > 5 && sentence.Folded[i].StartsWith("me", StringComparison.Ordinal) && !PlacePassives.Contains(sentence.Tokens[i].Word))
            {
                return true;
            }
        }
        return false;
    }

    // "antara Washington, Kyiv, dan Moskow"
    private static bool IsInListOfParties(SentenceTokens sentence, int first, string after)
    {
        var other = sentence.Known.Find(match => match.First + match.Count == first - 1);
        return other.Count > 0 && after is "," or "dan" && other.Entries.Any(entry => entry.IsSeat) && IsGovernment(sentence, other.First, other.Count);
    }

    private static bool IsActing(string after) =>
        ActsAfter.Contains(after) || (after.Length > 4 && after.StartsWith("me", StringComparison.Ordinal) && !PlacePassives.Contains(after));
}
