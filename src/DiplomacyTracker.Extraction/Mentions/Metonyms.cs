using DiplomacyTracker.Extraction.Search;
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
        ["antara", "oleh", "bagi", "kepada", "terhadap", "menurut", "desak", "mendesak", "tekan", "menekan", "menuduh", "tuduh", "tuding", "menuding", "pemerintah", "sikap", "hubungan", "klaim", "langkah", "keputusan", "dengan", "dukungan", "sekutu", "tuntutan", "prioritas", "utama", "bantu", "membantu", "untuk", "bahwa", "menilai", "mengecam", "meminta", "menyalahkan", "memperingatkan", "meyakinkan", "mengajak", "membujuk",
        "menguntungkan", "merugikan", "mempertemukan", "menyudutkan", "memojokkan", "mengucilkan", "mengecewakan", "mengkhawatirkan", "mempermalukan"];

    private static readonly WordSet ActsAfter =
    [
        "juga", "akan", "telah", "sudah", "belum", "tidak", "tak", "pun", "ingin", "harus", "masih", "kini", "terus", "bisa", "dapat", "siap", "sepakat", "setuju", "yakin", "tetap", "justru",
        "sendiri", "diwakili", "dituduh", "dinilai", "dianggap", "diminta", "didesak", "dikenai", "dijatuhi", "diundang", "dikucilkan", "dituding", "disalahkan", "dipaksa", "enggan", "kembali", "mulai", "bersikeras", "bertekad", "berharap", "berpegang", "bergeming", "berdalih", "bersikap", "berjanji", "berkomitmen", "berpendapat",
        "berusaha", "berupaya", "bersedia", "bereaksi", "berang", "terkait", "atas", "kemudian", "selama", "mungkin", "hanya", "memang", "perlu", "sama", "punya", "butuh", "khawatir", "cemas", "gusar", "marah", "murka", "kecewa", "gagal", "kecolongan",
    ];

    // What a government has: "strategi Canberra", "penolakan Budapest".
    private static readonly WordSet HeldByGovernments =
    [
        "strategi", "penolakan", "keputusan", "sikap", "langkah", "kebijakan", "tuntutan", "ancaman", "tekanan", "upaya", "rencana", "permintaan", "tawaran", "reaksi", "respons", "peringatan", "tudingan",
        "pernyataan", "posisi", "kepentingan", "sekutu", "mitra", "musuh", "rezim", "otoritas", "kubu", "pihak", "kepresidenan", "persetujuan", "usulan", "janji", "komitmen", "tuduhan", "kritik", "seruan", "jawaban",
        "delegasi", "utusan", "perantaraan", "mediasi", "prakarsa", "inisiatif", "restu", "izin", "iuran", "perhatian", "pengaruh", "ambisi", "doktrin", "diplomasi", "dominasi",
    ];

    private static readonly WordSet ClauseOpeners = ["setelah", "karena", "jika", "bahwa", "ketika", "sementara", "meski", "meskipun", "namun", "agar", "sebab", "apabila", "sehingga", "tetapi", "tapi"];

    private static readonly WordSet NoVerbs = ["pada", "dan", "yang", "di", "ke", "untuk", "dengan", "dari", "oleh", "hingga", "sampai", "selama", "sebagai", "atau", "tempat", "saat", "ini", "itu"];

    private static readonly WordSet PlacePassives = ["menjadi"];

    // "diikuti Jakarta" goes on in a list, "digelar Jakarta" lost its preposition.
    private static readonly WordSet NoDoers =
        ["diikuti", "disusul", "dibanding", "dibandingkan", "disebut", "dinamai", "dijuluki", "digelar", "diadakan", "dimulai", "diselenggarakan", "ditempatkan", "dilanjutkan"];

    private static readonly WordSet Measures = ["sanksi", "embargo", "tekanan", "kecaman", "tuduhan", "tarif", "blokade"];

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
        if (PartyWordsBefore.Contains(before) || (before == "atas" && first > 1 && Measures.Contains(sentence.Tokens[first - 2].Word)) || IsHost(sentence, first + count) || IsDoer(sentence, first))
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
        // "delegasi Washington dan Beijing", "delegasi Bamako, Ouagadougou, dan Conakry"
        if (before == "dan" && first > 1 && SeatEndingAt(sentence, sentence.Tokens[first - 2].Text == "," ? first - 2 : first - 1) is { } one && IsGovernment(sentence, one.First, one.Count))
        {
            return true;
        }
        // "Menurut Dimas, Moskow dan Beijing sama-sama ingin": those who act are named together.
        if (after == "dan" && sentence.KnownAt.TryGetValue(first + count + 1, out var next) && next.Entries.Any(entry => entry.Type == EntityType.Country)
            && IsPlainWord(sentence, first + count + 1 + next.Count))
        {
            return true;
        }
        if ((first == 0 && ActsLater(sentence, first + count)) || (before == "," && IsInListOfParties(sentence, first, after)))
        {
            return true;
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
            && (first == 0 || sentence.Tokens[first - 1].Text is "," or ":" or ";") && !sentence.KnownAt.TryGetValue(at, out _);
    }

    // "London dan Paris berjanji": the one before the "dan" is a state or an acting seat.
    private static bool IsBehindParty(SentenceTokens sentence, int and) =>
        sentence.KnownBefore(and) is { } other
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
    private static bool IsInListOfParties(SentenceTokens sentence, int first, string after) =>
        after is "," or "dan" && SeatEndingAt(sentence, first - 1) is { } other && IsGovernment(sentence, other.First, other.Count);

    private static GazetteerMatch? SeatEndingAt(SentenceTokens sentence, int end) => sentence.KnownBefore(end) is { } known && known.Entries.Any(entry => entry.IsSeat) ? known : null;

    // "yang ditinggalkan Paris", "usulan itu ditolak Moskow"
    private static bool IsDoer(SentenceTokens sentence, int first) =>
        first > 0 && sentence.Tokens[first - 1] is { IsWord: true, IsCapitalized: false, Text.Length: > 5 } before && before.Folded.StartsWith("di", StringComparison.Ordinal) && !NoDoers.Contains(before.Word)
        && Stemmer.Default.HasRoot(before.Word) && !Stemmer.Default.IsRoot(before.Word);

    private static bool IsHost(SentenceTokens sentence, int at) =>
        at + 2 < sentence.Folded.Count && sentence.Folded[at] == "menjadi" && sentence.Folded[at + 1] == "tuan" && sentence.Folded[at + 2] == "rumah";

    private static bool IsActing(string after) =>
        ActsAfter.Contains(after) || (after.Length > 4 && after.StartsWith("me", StringComparison.Ordinal) && !PlacePassives.Contains(after));
}
