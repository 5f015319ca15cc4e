using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Web.Text;

/// <summary>The product's words for its types, in the language of the request.</summary>
public sealed class TypeWords(Language language)
{
    public string Of(EventType type) => type switch
    {
        EventType.Consult => language["Konsultasi", "Consultation"],
        EventType.Agree => language["Kesepakatan", "Agreement"],
        EventType.Support => language["Dukungan", "Support"],
        EventType.Cooperate => language["Kerja sama", "Cooperation"],
        EventType.Aid => language["Bantuan", "Aid"],
        EventType.Concede => language["Kelonggaran", "Concession"],
        EventType.Retreat => language["Penarikan", "Withdrawal"],
        EventType.Request => language["Permintaan", "Request"],
        EventType.Accuse => language["Tuduhan", "Accusation"],
        EventType.Reject => language["Penolakan", "Rejection"],
        EventType.Threaten => language["Ancaman", "Threat"],
        EventType.Sanction => language["Sanksi", "Sanction"],
        EventType.Protest => language["Protes", "Protest"],
        EventType.Mobilize => language["Pengerahan", "Mobilization"],
        EventType.Coerce => language["Tekanan", "Coercion"],
        _ => language["Serangan", "Assault"],
    };

    public string Of(EventStatus status) => status switch
    {
        EventStatus.Planned => language["Direncanakan", "Planned"],
        EventStatus.Held => language["Terlaksana", "Held"],
        EventStatus.Postponed => language["Ditunda", "Postponed"],
        EventStatus.Cancelled => language["Dibatalkan", "Cancelled"],
        _ => language["Dilaporkan", "Reported"],
    };

    public string Of(Attendance attendance) => attendance switch
    {
        Attendance.Present => language["Hadir", "Present"],
        Attendance.Represented => language["Diwakili", "Represented"],
        Attendance.Expected => language["Dijadwalkan", "Expected"],
        Attendance.Invited => language["Diundang", "Invited"],
        _ => language["Tidak hadir", "Absent"],
    };

    public string Of(EntityType type) => type switch
    {
        EntityType.Country => language["Negara", "Country"],
        EntityType.Person => language["Orang", "Person"],
        EntityType.Organization => language["Organisasi", "Organization"],
        EntityType.Summit => language["Pertemuan", "Summit"],
        _ => language["Tempat", "Place"],
    };

    public string Of(ClaimField field) => field switch
    {
        ClaimField.Date => language["Tanggal", "Date"],
        ClaimField.Place => language["Tempat", "Place"],
        ClaimField.Count => language["Jumlah", "Number"],
        ClaimField.Participant => language["Peserta", "Participant"],
        ClaimField.Name => language["Nama", "Name"],
        ClaimField.Outcome => language["Hasil", "Outcome"],
        _ => language["Keadaan", "Status"],
    };

    public string Of(DifferenceClass kind) => kind switch
    {
        DifferenceClass.Compatible => language["beda ketelitian", "other precision"],
        DifferenceClass.OtherScope => language["beda cakupan", "other scope"],
        DifferenceClass.TimeZone => language["beda zona waktu", "other time zone"],
        DifferenceClass.LaterUpdate => language["pembaruan, bukan pertentangan", "later update, not a contradiction"],
        _ => language["berbeda", "differs"],
    };

    public string Cause(string cause) => cause switch
    {
        "report-date" => language["mungkin tanggal terbit yang ditulis", "perhaps the day of the report was written"],
        "venue-zone" => language["mungkin beda zona waktu tempat acara dengan WIB", "perhaps the venue's time zone against WIB"],
        "typing-error" => language["mungkin salah ketik", "perhaps a typing error"],
        _ => cause,
    };

    /// <summary>The letters behind a mention.</summary>
    public string Letters(EntityType type) => type switch
    {
        EntityType.Country => language["NEG", "CTY"],
        EntityType.Person => language["OR", "PER"],
        EntityType.Organization => "ORG",
        EntityType.Summit => language["KTT", "SMT"],
        _ => language["TMP", "PLC"],
    };
}
