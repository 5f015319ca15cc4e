using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>Two places of one event.</summary>
internal sealed class PlaceValues(KnownNames names)
{
    private static readonly HashSet<string> Venues =
        ["istana", "hotel", "gedung", "markas", "palais", "balai", "ruang", "pusat", "wisma", "stadion", "bandara", "pangkalan", "kantor", "kediaman", "kedutaan", "aula", "museum", "universitas", "palace", "hall", "center", "centre", "vila", "kastel", "kompleks", "katedral"];

    public DifferenceClass? Compare(ToldValue a, ToldValue b)
    {
        var (one, other) = (names.Canonical(a.Value), names.Canonical(b.Value));
        if (one == other || AreSpelledAlike(Bare(a.Value), Bare(b.Value)))
        {
            return null;
        }
        if (IsMoved(a) || IsMoved(b) || ToldValue.IsPlanAgainstHeld(a, b))
        {
            return DifferenceClass.LaterUpdate;
        }
        return MayHold(a, b) ? DifferenceClass.Compatible : DifferenceClass.Discrepancy;
    }

    private static bool IsMoved(ToldValue told) => told.Says("semula", "sedianya", "mestinya", "dipindahkan", "dipindah", "dialihkan", "berubah", "diubah", "batal");

    // A house stands in a city, a city in a region, both in a state; two of one kind hold each other never.
    private bool MayHold(ToldValue a, ToldValue b)
    {
        var (one, other) = (SizeOf(a), SizeOf(b));
        if (Fold(a.Value).Contains(Fold(b.Value), StringComparison.Ordinal) || Fold(b.Value).Contains(Fold(a.Value), StringComparison.Ordinal))
        {
            return true;
        }
        var (here, there) = (StateOf(a), StateOf(b));
        return one != other && (here is null || there is null || here == there);
    }

    private string? StateOf(ToldValue told) => names.PlaceOf(told.Value) is { Country.Length: > 0 } place ? place.Country : names.KeyOf(told.Value) is { } key && KnownNames.IsCountry(key) ? key : null;

    private int SizeOf(ToldValue told)
    {
        if (names.PlaceOf(told.Value) is { } place)
        {
            return place.Kind switch { "building" => 0, "city" => 2, _ => 3 };
        }
        var words = Fold(told.Value).Trim().Split(' ').Concat(told.Folded.Trim().Split(' ')).ToList();
        return names.KeyOf(told.Value) is { } key && KnownNames.IsCountry(key) ? 4
            : words.Exists(Venues.Contains) ? 0
            : words.Exists(word => word is "kecamatan" or "distrik" or "kawasan" or "pinggiran" or "pulau" or "resor") ? 1
            : words.Exists(word => word is "provinsi" or "wilayah" or "bagian" or "kanton" or "semenanjung") ? 3
            : 2;
    }

    private static string Fold(string name) => KnownNames.Fold(name);

    private static string Bare(string name) => string.Concat(Fold(name).Trim().Split(' ').Where(word => word is not ("kota" or "istana" or "gedung" or "di")));

    // "Kyongju" and "Gyeongju": a quarter of the letters may differ.
    private static bool AreSpelledAlike(string a, string b) => a == b || (Math.Min(a.Length, b.Length) > 3 && Distance(a, b) <= Math.Max(a.Length, b.Length) / 4);

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }
        return row[^1];
    }
}
