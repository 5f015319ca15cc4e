using System.Globalization;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Web.Text;

namespace DiplomacyTracker.Web.Pages.Sources;

/// <summary>What is unlike a source's own past, in words.</summary>
internal static class AlarmWords
{
    public static string Of(SourceAlarm alarm, Language say) => alarm.Signal switch
    {
        SourceSignal.Listing when alarm.Seen <= 1 => say[$"daftar artikelnya gagal dibaca ({Percent(alarm.Seen)} permintaan)", $"its lists cannot be read ({Percent(alarm.Seen)} of requests)"],
        SourceSignal.Listing => say[$"daftarnya memuat {Number(alarm.Seen)} alamat, biasanya {Number(alarm.Usual)}", $"its list names {Number(alarm.Seen)} addresses, usually {Number(alarm.Usual)}"],
        SourceSignal.Silent => say[$"{Number(alarm.Seen)} artikel baru, biasanya sekitar {Number(alarm.Usual)}", $"{Number(alarm.Seen)} new articles, usually about {Number(alarm.Usual)}"],
        SourceSignal.Unreadable => say[$"{Percent(alarm.Seen)} halaman tidak memuat artikel", $"{Percent(alarm.Seen)} of pages hold no article"],
        SourceSignal.Short => say[$"teksnya {Number(alarm.Seen)} huruf, biasanya {Number(alarm.Usual)}", $"texts have {Number(alarm.Seen)} characters, usually {Number(alarm.Usual)}"],
        SourceSignal.Undated => say[$"{Percent(alarm.Seen)} artikel tanpa tanggal terbit", $"{Percent(alarm.Seen)} of articles without a date"],
        SourceSignal.Duplicates => say[$"{Percent(alarm.Seen)} halaman berisi teks yang sama", $"{Percent(alarm.Seen)} of pages hold the same text"],
        SourceSignal.Garbled => say[$"{Percent(alarm.Seen)} teks rusak hurufnya", $"{Percent(alarm.Seen)} of texts in a wrong charset"],
        _ => say[$"hanya {Percent(alarm.Seen)} dari daftar sehari yang kami temukan sendiri", $"only {Percent(alarm.Seen)} of a day's list was found by ourselves"],
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%");

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
