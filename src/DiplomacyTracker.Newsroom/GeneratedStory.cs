using System.Globalization;

namespace DiplomacyTracker.Newsroom;

/// <summary>An invented story of one day: two countries, a city, a subject and an act.</summary>
internal sealed class GeneratedStory
{
    private static readonly string[] Countries =
        ["Prancis", "Jepang", "Australia", "India", "Brasil", "Mesir", "Turki", "Kanada", "Vietnam", "Thailand", "Kenya", "Polandia", "Spanyol", "Qatar", "Meksiko", "Norwegia",
        "Italia", "Chile", "Yordania", "Maroko", "Filipina", "Swedia", "Belanda", "Argentina", "Pakistan", "Selandia Baru", "Korea Selatan", "Afrika Selatan", "Nigeria", "Portugal"];

    private static readonly string[] Cities = ["Jakarta", "Jenewa", "Wina", "Doha", "Singapura", "Kairo", "Nairobi", "Oslo", "Madrid", "Hanoi", "Ankara", "Ottawa", "Roma", "Lisbon", "Manila", "Seoul"];

    private static readonly string[] Subjects =
        ["perdagangan", "pangan", "energi", "pendidikan", "keamanan laut", "perubahan iklim", "kesehatan", "transportasi", "pariwisata", "teknologi", "perikanan", "mineral kritis", "visa pekerja", "utang"];

    private static readonly string[] Names =
        ["Arman Wirayuda", "Lestari Prameswara", "Dimas Anggoro", "Nadia Kusumawati", "Rangga Mahendratta", "Sinta Larasati", "Yoga Pratistha", "Maya Indraswari", "Bagas Tirtanata", "Ratri Sekarwangi"];

    private static readonly string[] Acts =
    [
        "Delegasi {0} dan {1} bertemu di {2} pada {3} untuk membahas {4}.",
        "Menteri luar negeri {0} bertemu menteri luar negeri {1} di {2} pada {3}; keduanya membicarakan {4}.",
        "{0} dan {1} menandatangani perjanjian {4} di {2} pada {3}.",
        "{0} menuduh {1} melanggar kesepakatan {4} pada {3}.",
        "{0} menolak usulan {1} tentang {4} pada {3}.",
        "{0} mendesak {1} membuka kembali perundingan {4} pada {3}.",
        "{0} mengirim bantuan {4} kepada {1} pada {3}.",
        "{0} menjatuhkan sanksi kepada {1} dalam sengketa {4} pada {3}.",
    ];

    private static readonly string[] Openings =
    [
        "{0} Kabar itu disampaikan kantor perdana menteri {5} jam kemudian.",
        "{0} Langkah tersebut sudah disiapkan sejak {6} bulan sebelumnya.",
        "{0} Sejumlah {7} wartawan dari {8} negara meliput peristiwa itu.",
        "Kabar penting datang dari {2}. {0}",
        "{0} Peristiwa itu menarik perhatian kawasan, terutama karena harga {4} naik {7} persen.",
    ];

    private static readonly string[] Further =
    [
        "\"Kami akan bertemu lagi dalam {6} bulan,\" kata {9}, juru bicara Forum Dialog {2}.",
        "Nilai kerja sama {4} kedua negara mencapai {7}{8} juta dolar, naik {6} persen dari tahun sebelumnya.",
        "{9} mengatakan persoalan {4} tidak dapat diselesaikan dalam {6} hari.",
        "Para pengamat di {2} menilai {1} masih menunggu jawaban atas {8} butir usulan.",
        "Dokumen setebal {7} halaman itu memuat {8} lampiran tentang {4}.",
        "Sebelumnya, parlemen {0} meminta pemerintah menjelaskan {6} hal, antara lain tarif dan kuota {4}.",
        "Menurut {9}, {8} perusahaan dari {1} sudah menyatakan minat.",
        "Kamar dagang {0} memperkirakan {7} ribu lapangan kerja bergantung pada {4}.",
        "Cuaca buruk sempat menunda kedatangan rombongan {1} selama {6} jam.",
        "Universitas di {2} menyiapkan {8} beasiswa bagi mahasiswa {1}.",
        "Harga di pasar {2} bergerak {6} persen setelah kabar itu tersiar.",
        "Kedua pihak sepakat membentuk {6} kelompok kerja yang melapor setiap {8} minggu.",
        "{9} menambahkan bahwa {0} tetap membuka pintu bagi negara lain di kawasan.",
        "Laporan tahunan setebal {7} halaman menyebut {4} sebagai urusan paling sulit antara {0} dan {1}.",
        "Warga {2} menyaksikan iring-iringan {8} mobil melintas di pusat kota.",
        "Pertemuan lanjutan dijadwalkan di ibu kota {1} dengan {6} pokok bahasan.",
    ];

    private readonly string _city;
    private readonly string _act;
    private readonly string _date;

    public GeneratedStory(DateTime day, Random random)
    {
        Day = day;
        (First, Second) = (Pick(Countries, random), Pick(Countries, random));
        while (Second == First)
        {
            Second = Pick(Countries, random);
        }
        (_city, Subject, _act) = (Pick(Cities, random), Pick(Subjects, random), Pick(Acts, random));
        var told = day.AddDays(-random.Next(2));
        _date = string.Create(CultureInfo.InvariantCulture, $"{told.Day} {PageWriter.MonthNames[told.Month - 1]} {told.Year}");
    }

    public DateTime Day { get; }

    public string First { get; }

    public string Second { get; }

    public string Subject { get; }

    public string Title => $"{First} dan {Second}: urusan {Subject}";

    /// <summary>One outlet's own telling.</summary>
    public List<string> Write(Random random)
    {
        var body = new List<string> { Fill(Pick(Openings, random).Replace("{0}", _act, StringComparison.Ordinal), random) };
        var count = random.Next(5, 11);
        body.AddRange(Further.OrderBy(_ => random.Next()).Take(count).Select(sentence => Fill(sentence, random)));
        return body;
    }

    private string Fill(string sentence, Random random) => string.Format(
        CultureInfo.InvariantCulture, sentence, First, Second, _city, _date, Subject, random.Next(2, 24), random.Next(2, 12), random.Next(13, 90), random.Next(3, 40), Pick(Names, random));

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
