using DiplomacyTracker.Extraction.Text;
using System.Runtime.InteropServices;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Continents, vague regions, peoples, languages and currencies: capitalised, and still no mention by our rules.</summary>
internal static class Vague
{
    private static readonly WordSet Names =
    [
        "eropa", "asia", "afrika", "amerika latin", "amerika selatan", "amerika utara", "timur tengah", "asia tenggara", "asia timur", "asia selatan", "asia pasifik", "barat", "timur", "indo pasifik",
        "indo - pasifik", "asia - pasifik", "pasifik", "teluk", "balkan", "kaukasus", "asia tengah", "afrika barat", "afrika timur", "tanduk afrika", "eropa tengah", "amerika tengah", "asia barat", "global south", "selatan global", "dunia", "yahudi", "arab", "islam", "kristen", "muslim", "katolik", "rupiah", "dolar", "euro",
        "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
        "wib", "wita", "wit", "instagram", "facebook", "twitter", "x", "truth social", "youtube", "whatsapp", "telegram", "eropa timur", "eropa barat", "afrika utara", "pasifik selatan", "wni", "ham", "zee", "cepa", "afcfta", "jetp", "ieu - cepa",
    ];

    private static readonly int MostWords = Names.Max(name => name.Count(letter => letter == ' ')) + 1;

    public static bool IsVague(SentenceTokens sentence, int first, int end) =>
        end - first <= MostWords && Names.Contains(end - first == 1 ? sentence.Folded[first] : string.Join(' ', CollectionsMarshal.AsSpan(sentence.Folded).Slice(first, end - first)));
}
