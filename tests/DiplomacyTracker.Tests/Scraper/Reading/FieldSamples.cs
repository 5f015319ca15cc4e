using System.Text.Json;

namespace DiplomacyTracker.Tests.Scraper.Reading;

/// <summary>Pages in many languages and habits, as what differs between them: what the head and the body hold above the text. Outlets and persons are invented.</summary>
public sealed record FieldSample(string Name, string Lang, string Body, string Title, string Published, string? Byline = null, string? Head = null, string? Url = null, string Text = "latin")
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["latin"] = "<p>Delegasi dari sebelas wilayah melanjutkan perundingan tapal batas di Kota Limas, dan hasilnya akan diumumkan bulan depan.</p><p>Rancangan itu mengatur jalur pelayaran, pembagian biaya, serta tata cara penyelesaian sengketa.</p>",
        ["zh"] = "<p>十一个地区的代表团继续就边界问题举行会谈，结果将在下个月公布，会谈地点是利马斯市。</p><p>草案规定了航运路线、费用分摊以及解决争端的程序，各方表示欢迎，并同意继续磋商，直到所有问题都得到解决为止。</p>",
        ["ja"] = "<p>十一の地域の代表団は、リマス市で境界に関する協議を続けており、結果は来月発表される予定だと、事務局が明らかにした。</p><p>草案は、航路、費用の分担、そして紛争を解決する手続きを定めており、各代表団は協議を続けることで一致した。</p>",
        ["ko"] = "<p>열한 개 지역의 대표단이 리마스 시에서 경계 협상을 이어 가고 있으며, 결과는 다음 달에 발표될 예정이라고 사무국이 밝혔다.</p><p>초안은 항로와 비용 분담, 분쟁 해결 절차를 정하고 있으며, 대표단은 협의를 계속하기로 했다.</p>",
        ["ar"] = "<p>واصلت وفود من إحدى عشرة منطقة محادثات الحدود في مدينة ليماس، وستعلن النتائج في الشهر المقبل، بحسب الأمانة.</p><p>وينظم المشروع مسارات الملاحة وتقاسم التكاليف وإجراءات تسوية المنازعات، واتفقت الوفود على مواصلة المشاورات.</p>",
        ["th"] = "<p>คณะผู้แทนจากสิบเอ็ดภูมิภาคเดินหน้าเจรจาเรื่องเขตแดนที่เมืองลิมาส และจะประกาศผลในเดือนหน้า ตามคำแถลงของสำนักเลขาธิการ</p><p>ร่างข้อตกลงกำหนดเส้นทางเดินเรือ การแบ่งค่าใช้จ่าย และวิธีระงับข้อพิพาท คณะผู้แทนเห็นพ้องว่าจะหารือกันต่อไป</p>",
        ["ru"] = "<p>Делегации одиннадцати областей продолжили переговоры о границе в городе Лимас, и результаты объявят в следующем месяце.</p><p>Проект определяет пути судоходства, раздел расходов и порядок разрешения споров, сообщил секретариат.</p>",
        ["none"] = "",
    };

    public static IReadOnlyDictionary<string, FieldSample> All { get; } = File.ReadLines(Path.Combine(Repository.Root, "tests", "DiplomacyTracker.Tests", "Scraper", "Reading", "fields.jsonl"))
        .Select(line => JsonSerializer.Deserialize<FieldSample>(line, JsonSerializerOptions.Web)!).ToDictionary(sample => sample.Name);

    public Uri Address => new(Url ?? "https://www.kabar-contoh.example/dunia/101");

    public string Html => $"<!doctype html><html lang='{Lang}'><head>{Head}</head><body>{Body}{Texts[Text]}</body></html>";
}
