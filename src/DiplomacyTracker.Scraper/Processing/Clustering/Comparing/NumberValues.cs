using System.Globalization;
using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Two numbers of one thing.</summary>
internal static class NumberValues
{
    // "Sekitar 35" and 36 agree, 35 and 26 do not.
    private const decimal Near = 0.15m;

    public static DifferenceClass? Compare(ToldValue a, ToldValue b)
    {
        var (one, other) = (Range.Of(a), Range.Of(b));
        if (one.Value == other.Value)
        {
            return one.IsExact == other.IsExact ? null : DifferenceClass.Compatible;
        }
        if (IsLater(a, b, one.Value, other.Value))
        {
            return DifferenceClass.LaterUpdate;
        }
        return one.Meets(other) || IsRounded(one.Value, other.Value) || IsRounded(other.Value, one.Value) ? DifferenceClass.Compatible
            : IsOfMany(a) ? DifferenceClass.OtherScope
            : DifferenceClass.Discrepancy;
    }

    // Sums of money are of many things, which "uang" does not part.
    private static bool IsOfMany(ToldValue told) => told.Of?.StartsWith("uang", StringComparison.Ordinal) == true;

    // What is counted goes on growing or shrinking; the words say so, or it is victims, who are found over days.
    private static bool IsLater(ToldValue a, ToldValue b, decimal one, decimal other)
    {
        const int Hours = 6;
        if (a.PublishedAt is not { } before || b.PublishedAt is not { } after || before == after)
        {
            return false;
        }
        var (early, late, first, last) = before < after ? (a, b, one, other) : (b, a, other, one);
        return TellsChange(late) || early.Says("sejauh ini", "sementara", "hingga siang", "hingga kini", "baru")
            || (last > first && IsToll(late) && (late.PublishedAt - early.PublishedAt)!.Value.TotalHours >= Hours);
    }

    private static bool TellsChange(ToldValue told) => told.Says(
        "semula", "sedianya", "mestinya", "berubah", "diubah", "menjadi", "kini", "akhirnya", "batal", "belum", "bertambah", "naik", "turun", "berkurang", "menambah", "menyusut", "tinggal",
        "sejauh ini", "sementara", "hingga siang", "hingga kini", "terakhir", "terbaru", "menyusul");

    private static bool IsToll(ToldValue value) =>
        KnownNames.Fold(value.Of ?? "").Split(' ').Any(word => word is "korban" or "tewas" or "luka" or "pengungsi" or "hilang" or "ditahan" or "meninggal" or "tawanan");

    // 2,48 miliar is 2,5 miliar to two figures.
    private static bool IsRounded(decimal exact, decimal rounded)
    {
        const decimal Large = 1000;
        if (rounded < Large)
        {
            return false;
        }
        var unit = 1m;
        while (rounded % (unit * 10) == 0)
        {
            unit *= 10;
        }
        return unit > 1 && unit * 10 <= rounded * 10 && Math.Abs(exact - rounded) <= unit / 2;
    }

    private readonly record struct Range(decimal Value, decimal Least, decimal Most)
    {
        public bool IsExact => Least == Most;

        public bool Meets(Range other) => Least <= other.Most && other.Least <= Most;

        public static Range Of(ToldValue told)
        {
            var value = decimal.Parse(told.Value.TrimEnd('~', '+'), CultureInfo.InvariantCulture);
            return told.Says("puluhan ribu") ? new Range(value, 20_000, 99_999)
                : told.Says("ratusan ribu") ? new Range(value, 200_000, 999_999)
                : told.Says("ratusan") ? new Range(value, 200, 999)
                : told.Says("ribuan") ? new Range(value, 2000, 9999)
                : told.Says("puluhan") ? new Range(value, 20, 99)
                : told.Says("belasan") ? new Range(value, 11, 19)
                : told.Value.EndsWith('+') || told.Says("lebih dari", "sedikitnya", "setidaknya", "minimal", "melebihi", "melampaui", "di atas") ? new Range(value, value, value * 1.5m)
                : told.Says("hampir", "nyaris", "kurang dari", "tidak sampai", "mendekati", "di bawah") ? new Range(value, value * (1 - Near), value)
                : told.Value.EndsWith('~') || told.Says("sekitar", "kira", "kurang lebih", "kisaran") ? new Range(value, value * (1 - Near), value * (1 + Near))
                : new Range(value, value, value);
        }
    }
}
