using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Lines that outlets put between the words of an article: links to other articles, advertisements, credits.</summary>
internal static partial class Boilerplate
{
    private const int LongestCredit = 200;

    private static readonly (string Start, string Reason)[] Starts =
    [
        ("baca juga", "related-link"),
        ("baca selengkapnya", "related-link"),
        ("baca berita", "related-link"),
        ("lihat juga", "related-link"),
        ("simak juga", "related-link"),
        ("simak video", "related-link"),
        ("tonton video", "related-link"),
        ("lihat video", "related-link"),
        ("tonton juga", "related-link"),
        ("simak artikel", "self-promotion"),
        ("pilihan editor", "related-link"),
        ("berita terkait", "related-link"),
        ("artikel terkait", "related-link"),
        ("scroll to continue", "advertisement"),
        ("advertisement", "advertisement"),
        ("iklan", "advertisement"),
        ("gulir untuk lanjut", "advertisement"),
        ("[gambas:", "embed"),
        ("ikuti kami", "self-promotion"),
        ("ikuti whatsapp", "self-promotion"),
        ("dapatkan update", "self-promotion"),
        ("follow ", "self-promotion"),
        ("telusuri berita", "self-promotion"),
        ("cek berita dan artikel", "self-promotion"),
        ("artikel ini telah tayang", "self-promotion"),
        ("loading...", "widget"),
        ("halaman ", "paging"),
        ("pewarta:", "credit"),
        ("penulis:", "credit"),
        ("editor:", "credit"),
        ("reporter:", "credit"),
        ("copyright", "credit"),
        ("hak cipta", "credit"),
        ("tags:", "tag-list"),
        ("tag:", "tag-list"),
        ("topik:", "tag-list"),
        ("bagikan", "widget"),
    ];

    /// <summary>Why the line is no part of the article; null where it is.</summary>
    public static string? ReasonFor(string line)
    {
        if (line.Length > LongestCredit)
        {
            return null;
        }
        var start = Array.Find(Starts, start => line.StartsWith(start.Start, StringComparison.OrdinalIgnoreCase));
        if (start.Reason is not null && !(start.Start is "halaman " or "iklan" && line.Length > 24) && !(start.Start == "follow " && line.Length > 120))
        {
            return start.Reason;
        }
        return Initials().IsMatch(line) ? "initials" : OutletLine().IsMatch(line) ? "self-promotion" : null;
    }

    // "(fbr/wes)", "(*)"
    [GeneratedRegex(@"^\(([a-z]{2,5}(/[a-z]{2,5}){0,3}|\*+)\)$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(Simak|Ikuti|Dapatkan|Baca|Temukan)\b.{0,120}\b(di|melalui|lewat|hanya di)\b.{0,80}\b\w+\.(co\.id|com|id|net)\.?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex OutletLine();
}
