namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Indonesian verbs of saying: those that follow a quotation, and those that introduce one.</summary>
internal static class ReportingVerbs
{
    /// <summary>Short forms behind a quotation ("…, kata X"), also with -nya ("ujarnya").</summary>
    public static readonly HashSet<string> Following =
    [
        "kata", "ujar", "ucap", "tegas", "tutur", "jelas", "sebut", "ungkap", "tulis", "imbuh", "tambah", "papar", "terang", "lanjut", "tandas", "beber", "cetus", "kilah", "tukas", "sambung",
        "pungkas", "timpal", "jawab", "seru", "urai", "aku", "klaim", "tanya", "bunyi", "demikian", "katanya", "ujarnya", "ucapnya", "tegasnya", "tuturnya", "jelasnya", "sebutnya", "ungkapnya",
        "tulisnya", "imbuhnya", "tambahnya", "paparnya", "terangnya", "lanjutnya", "tandasnya", "bebernya", "cetusnya", "kilahnya", "tukasnya", "sambungnya", "pungkasnya", "jawabnya", "serunya", "akunya", "klaimnya",
    ];

    /// <summary>Full verbs before "bahwa", a clause or a quotation.</summary>
    public static readonly HashSet<string> Introducing =
    [
        "mengatakan", "menyatakan", "menegaskan", "menyebut", "menyebutkan", "menjelaskan", "mengungkapkan", "menuturkan", "menambahkan", "menilai", "menulis", "menuduh", "menuding", "mengklaim",
        "memperingatkan", "menyampaikan", "memaparkan", "mengakui", "membantah", "menekankan", "menyerukan", "mengingatkan", "berpendapat", "berkata", "menyoroti", "mengumumkan", "mengonfirmasi",
        "membenarkan", "mengeklaim", "melaporkan", "mencatat", "menganggap", "meyakini", "berharap", "berjanji", "mengisyaratkan", "mengungkap", "menerangkan", "menandaskan", "menggarisbawahi", "memastikan",
        "menyimpulkan", "mengecam", "menolak", "mendesak", "meminta", "menuntut", "mengusulkan", "menawarkan", "memuji", "mengkritik", "mengutuk", "menyambut", "menepis", "menyangkal", "bersikeras", "berdalih",
    ];
}
