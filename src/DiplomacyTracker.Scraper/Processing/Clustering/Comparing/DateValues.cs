using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Two dates of one event, as EDTF with the hour where it is said.</summary>
internal static class DateValues
{
    public static DifferenceClass? Compare(ToldValue a, ToldValue b)
    {
        var (one, other) = (ToldDate.Of(a.Value), ToldDate.Of(b.Value));
        if (a.Value == b.Value || (one == other && one.At is null))
        {
            return null;
        }
        if (a.Status == EventStatus.Postponed || b.Status == EventStatus.Postponed)
        {
            return DifferenceClass.LaterUpdate;
        }
        if (a.Zone != b.Zone && AreOneMoment(one, a.Zone, other, b.Zone))
        {
            return DifferenceClass.TimeZone;
        }
        // A day inside a span of days, a month that holds the day: the one only says less than the other.
        if (SayOneDay(one, other) || MayBeOneMeeting(a, one, b, other) || MayBeOneMeeting(b, other, a, one))
        {
            return DifferenceClass.Compatible;
        }
        return ToldValue.IsPlanAgainstHeld(a, b) || IsMoved(a) || IsMoved(b) ? DifferenceClass.LaterUpdate : DifferenceClass.Discrepancy;
    }

    /// <summary>Whether both are days of the meeting whose whole length somebody tells.</summary>
    public static bool AreDaysOf(DateInterval whole, string a, string b) =>
        whole.Precision == DatePrecision.DayRange && whole.Holds(ToldDate.Of(a).Days) && whole.Holds(ToldDate.Of(b).Days);

    private static bool IsMoved(ToldValue told) => told.Says(
        "semula", "sedianya", "mestinya", "diundur", "ditunda", "digeser", "dimajukan", "diperpanjang", "dipindahkan", "dipindah", "berubah", "diubah", "batal");

    // Two spans that are both told by their days and of which neither holds the other are two.
    private static bool SayOneDay(ToldDate one, ToldDate other) => one.Days.Meets(other.Days) && (one.At is null || other.At is null || one.At == other.At)
        && (one.Days.Holds(other.Days) || other.Days.Holds(one.Days) || !one.IsSpan || !other.IsSpan);

    // What comes after the opening or before the closing is another day of the same meeting.
    private static bool MayBeOneMeeting(ToldValue a, ToldDate one, ToldValue b, ToldDate other) =>
        a.IsOfMeeting != false && one.Days is { IsDay: true, From: { } day } && PhaseOf(a) is var phase && phase != PhaseOf(b)
        && ((phase == Phase.Opening && other.Days.From > day) || (phase == Phase.Closing && other.Days.To < day));

    // "dibuka di Jenewa, Senin": the first day of several, "ditutup Sabtu" the last.
    private static Phase PhaseOf(ToldValue told) => told.Says("dibuka", "membuka", "pembukaan", "dimulai", "mulai") ? Phase.Opening
        : told.Says("ditutup", "menutup", "penutupan", "berakhir", "rampung") ? Phase.Closing
        : Phase.Unsaid;

    // One moment is two days in two zones, and the later one is that of the zone further east.
    private static bool AreOneMoment(ToldDate one, string? zone, ToldDate other, string? otherZone)
    {
        const int Minutes = 45;
        if (one.Days is not { IsDay: true, From: { } day } || other.Days is not { IsDay: true, From: { } otherDay })
        {
            return false;
        }
        var days = day.DayNumber - otherDay.DayNumber;
        if (Zones.OffsetOf(zone) is not { } offset || Zones.OffsetOf(otherZone) is not { } otherOffset)
        {
            return Math.Abs(days) == 1 || (days == 0 && one.At is not null && other.At is not null);
        }
        return (one.At, other.At) switch
        {
            ({ } at, { } then) => Math.Abs((at - offset - (then - otherOffset)).TotalMinutes) <= Minutes,
            ({ } at, null) => DateOnly.FromDateTime(at - offset + otherOffset) == otherDay && days != 0,
            (null, { } then) => DateOnly.FromDateTime(then - otherOffset + offset) == day && days != 0,
            _ => days != 0 && days == offset.CompareTo(otherOffset),
        };
    }

    private enum Phase
    {
        Unsaid,
        Opening,
        Closing,
    }
}
