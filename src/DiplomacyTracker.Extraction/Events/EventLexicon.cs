namespace DiplomacyTracker.Extraction.Events;

/// <summary>Indonesian words that tell which of PLOVER's categories a sentence is about. Matching is by whole folded word.</summary>
internal static class EventLexicon
{
    private static readonly Dictionary<string, EventType> Words = Build(
        (EventType.Consult, "bertemu berkumpul menemui berunding berdialog mengunjungi menghadiri dihadiri pertemuan perundingan pembicaraan kunjungan lawatan kunker konsultasi bertolak menelepon menjamu menggelar digelar membahas dibahas"),
        (EventType.Agree, "menyepakati disepakati bersepakat menandatangani meneken diteken ditandatangani penandatanganan meratifikasi mengesahkan diadopsi mengadopsi tercapainya"),
        (EventType.Support, "mendukung dukungan mengakui pengakuan menyambut mengapresiasi memuji membela"),
        (EventType.Cooperate, "bekerja kerjasama kemitraan meningkatkan memperkuat berlatih"),
        (EventType.Aid, "bantuan membantu menyumbang mengevakuasi dibantu hibah"),
        (EventType.Concede, "membebaskan dibebaskan melonggarkan mencabut dicabut mengizinkan menurunkan"),
        (EventType.Retreat, "mundur penarikan menarik ditarik menyerah"),
        (EventType.Request, "mendesak meminta menyerukan seruan menuntut mengajak mengimbau mengusulkan"),
        (EventType.Accuse, "menuduh menuding tuduhan mengecam kecaman mengutuk kutukan menyalahkan mengkritik menggugat pendudukan"),
        (EventType.Reject, "menolak ditolak penolakan menentang membantah memveto veto"),
        (EventType.Threaten, "mengancam ancaman memperingatkan ultimatum"),
        (EventType.Sanction, "sanksi menjatuhkan tarif embargo memboikot memutuskan mengusir diusir membekukan"),
        (EventType.Protest, "demonstrasi protes memprotes unjuk berunjuk"),
        (EventType.Mobilize, "mengerahkan dikerahkan pengerahan memobilisasi menempatkan"),
        (EventType.Coerce, "menahan ditahan menangkap ditangkap penangkapan memblokade blokade menyita menculik menduduki"),
        (EventType.Assault, "menyerang serangan diserang menembak membombardir mengebom invasi menginvasi meluncurkan menewaskan tewas bentrokan bentrok"));

    /// <summary>Words that need a companion nearby before they tell of an event.</summary>
    private static readonly Dictionary<string, string[]> Companions = new()
    {
        ["menggelar"] = ["pertemuan", "perundingan", "ktt", "konferensi", "sidang", "pembicaraan", "dialog"],
        ["digelar"] = ["pertemuan", "perundingan", "ktt", "konferensi", "sidang", "pembicaraan", "dialog"],
        ["membahas"] = ["pertemuan", "perundingan", "ktt", "konferensi", "pembicaraan"],
        ["dibahas"] = ["pertemuan", "perundingan", "ktt", "konferensi", "pembicaraan"],
        ["menyambut"] = ["baik", "presiden", "perdana", "menteri", "kedatangan"],
        ["meningkatkan"] = ["kerja", "kemitraan", "hubungan"],
        ["memperkuat"] = ["kerja", "kemitraan", "hubungan"],
        ["pendudukan"] = ["menyatakan", "menilai", "menyebut", "mengatakan", "menegaskan"],
        ["bekerja"] = ["sama"],
        ["menjatuhkan"] = ["sanksi", "tarif"],
        ["tarif"] = ["mengenakan", "menerapkan", "menaikkan", "mengumumkan", "dikenakan", "memberlakukan"],
        ["memutuskan"] = ["hubungan"],
        ["menarik"] = ["pasukan", "diri", "mundur"],
        ["ditarik"] = ["pasukan", "mundur"],
        ["menurunkan"] = ["tarif"],
        ["meluncurkan"] = ["serangan", "rudal", "drone"],
        ["menempatkan"] = ["pasukan", "rudal"],
        ["unjuk"] = ["rasa"],
        ["berunjuk"] = ["rasa"],
        ["tewas"] = ["serangan"],
        ["ancaman"] = ["tarif", "perang", "serangan", "melontarkan"],
        ["menahan"] = ["warga", "aktivis", "kapal", "diplomat"],
        ["mundur"] = ["pasukan"],
    };

    /// <summary>The first word of the sentence that tells a category, and its index; null where none does.</summary>
    public static (EventType Type, int At)? Find(IReadOnlyList<string> folded)
    {
        for (var i = 0; i < folded.Count; i++)
        {
            if (Words.TryGetValue(folded[i], out var type) && (!Companions.TryGetValue(folded[i], out var companions) || folded.Any(word => companions.Contains(word))))
            {
                return (type, i);
            }
            if (folded[i] == "sepakat" || (folded[i] == "kesepakatan" && folded.Any(word => word is "mencapai" or "tercapai" or "dicapai")))
            {
                return (EventType.Agree, i);
            }
        }
        return null;
    }

    public static EventStatus StatusOf(IReadOnlyCollection<string> folded) =>
        folded.Any(word => word is "ditunda" or "menunda" or "penundaan" or "diundur") ? EventStatus.Postponed
        : folded.Any(word => word is "dibatalkan" or "membatalkan" or "batal" or "pembatalan") ? EventStatus.Cancelled
        : folded.Any(word => word is "akan" or "dijadwalkan" or "berencana" or "bakal" or "rencananya" or "direncanakan" or "hendak") ? EventStatus.Planned
        : EventStatus.Held;

    private static Dictionary<string, EventType> Build(params (EventType Type, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Type))).ToDictionary(pair => pair.word, pair => pair.Type);
}
