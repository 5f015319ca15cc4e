namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Whether a capital stands for its government: it thinks, says, wants, signs or is a party, rather than being where somebody is or goes.</summary>
internal static class Metonyms
{
    private static readonly HashSet<string> PlaceWordsBefore =
    [
        "di", "ke", "dari", "kota", "ibukota", "menuju", "wilayah", "bandara", "sekitar", "pusat", "tiba", "mengunjungi", "meninggalkan", "warga", "langit", "jalan", "waktu",
        "luar", "dalam", "kawasan", "timur", "barat", "utara", "selatan", "kabupaten", "provinsi", "universitas", "walikota", "stadion", "distrik", "pertemuan", "ktt", "deklarasi",
        "perjanjian", "protokol", "piagam", "konferensi", "perundingan", "kesepakatan", "kunjungan", "dki", "polda", "gubernur", "pengadilan", "antara",
    ];

    private static readonly HashSet<string> PartyWordsBefore =
        ["antara", "oleh", "bagi", "kepada", "terhadap", "menurut", "desak", "mendesak", "tekan", "menekan", "menuduh", "tuduh", "tuding", "menuding", "pemerintah", "sikap", "hubungan", "klaim", "langkah", "keputusan", "dengan", "dukungan", "sekutu", "tuntutan", "prioritas", "utama", "bantu", "membantu", "untuk", "bahwa"];

    private static readonly HashSet<string> ActsAfter =
    [
        "juga", "akan", "telah", "sudah", "belum", "tidak", "tak", "pun", "ingin", "harus", "masih", "kini", "terus", "bisa", "dapat", "siap", "sepakat", "setuju", "yakin", "tetap", "justru",
        "sendiri", "diwakili", "dituduh", "dinilai", "dianggap", "diminta", "didesak", "enggan", "kembali", "mulai", "bersikeras", "bertekad", "berharap", "berjanji", "berkomitmen", "berpendapat",
        "berusaha", "berupaya", "bersedia", "bereaksi", "berang", "dan", "terkait", "atas", "kemudian", "selama", "mungkin", "hanya", "memang",
    ];

    private static readonly HashSet<string> PlacePassives = ["menjadi"];

    public static bool IsGovernment(SentenceTokens sentence, int first, int count)
    {
        var before = first > 0 ? sentence.Folded[first - 1] : "";
        var after = first + count < sentence.Folded.Length ? sentence.Folded[first + count] : "";
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
        if (before is "," or "dan")
        {
            return IsActing(after) && after != "dan";
        }
        return IsActing(after);
    }

    private static bool IsActing(string after) =>
        ActsAfter.Contains(after) || (after.Length > 4 && after.StartsWith("me", StringComparison.Ordinal) && !PlacePassives.Contains(after));
}
