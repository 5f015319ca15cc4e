using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Web.Text;

/// <summary>The product's words for its types, in the language of the request.</summary>
public sealed class TypeWords(Language language, TimeProvider clock)
{
    // A day ends last at UTC-12; before that an event of the day may still be held somewhere.
    private static readonly TimeSpan LastZone = TimeSpan.FromHours(-12);

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

    /// <summary>The status of an event whose last day is known: what was announced and passed, with nobody to say that it was held, is unconfirmed.</summary>
    public string Of(EventStatus status, DateOnly? lastDay) => IsUnconfirmed(status, lastDay)
        ? language["Belum terkonfirmasi: waktunya lewat, belum ada yang melaporkannya terlaksana", "Unconfirmed: its time has passed and nobody has reported it as held"]
        : Of(status);

    /// <summary>True for a plan whose last day is over everywhere on earth.</summary>
    public bool IsUnconfirmed(EventStatus status, DateOnly? lastDay) =>
        status == EventStatus.Planned && lastDay < DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(LastZone).DateTime);

    public string Of(Attendance attendance) => attendance switch
    {
        Attendance.Present => language["Hadir", "Present"],
        Attendance.Represented => language["Diwakili", "Represented"],
        Attendance.Expected => language["Dijadwalkan", "Expected"],
        Attendance.Invited => language["Diundang", "Invited"],
        _ => language["Tidak hadir", "Absent"],
    };

    public string Of(Occasion when) => when switch
    {
        Occasion.Before => language["Menjelang", "Before"],
        Occasion.Beside => language["Di sela", "On the sidelines"],
        _ => language["Setelah", "After"],
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
        ClaimField.Signatory => language["Penanda tangan", "Signatory"],
        ClaimField.Host => language["Tuan rumah", "Host"],
        ClaimField.Agenda => language["Agenda", "Agenda"],
        ClaimField.Occasion => language["Kaitan", "Occasion"],
        _ => language["Keadaan", "Status"],
    };

    /// <summary>A claim's value in words.</summary>
    public string ValueOf(ClaimField field, string value, DateWords dates) => field switch
    {
        ClaimField.Date => dates.Edtf(value),
        ClaimField.Outcome => value.StartsWith("no-", StringComparison.Ordinal) ? language["belum ada keputusan", "no decision yet"] : language["ditandatangani", "signed"],
        ClaimField.Participant when Enum.TryParse<Attendance>(value, ignoreCase: true, out var attendance) => Of(attendance),
        ClaimField.Count => value.TrimEnd('~'),
        _ => value,
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

    /// <summary>What is wrong with a date's words in themselves.</summary>
    public string Of(TimeFlag flag) => flag switch
    {
        TimeFlag.WeekdayMismatch => language["hari dan tanggal dalam kata-kata ini tidak cocok", "the weekday and the date in these words do not match"],
        _ => language["tanggal ini tidak ada dalam kalender", "there is no such day in the calendar"],
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
