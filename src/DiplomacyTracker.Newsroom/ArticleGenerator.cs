using System.Globalization;

namespace DiplomacyTracker.Newsroom;

/// <summary>Makes any number of further articles from a seed: invented ministers of named countries meet in named cities. The same seed gives the same articles.</summary>
public static class ArticleGenerator
{
    private static readonly string[] Countries = ["Prancis", "Jepang", "Australia", "India", "Brasil", "Mesir", "Turki", "Kanada", "Vietnam", "Thailand", "Kenya", "Polandia", "Spanyol", "Qatar", "Meksiko", "Norwegia"];

    private static readonly string[] Cities = ["Jakarta", "Jenewa", "Wina", "Doha", "Singapura", "Kairo", "Nairobi", "Oslo", "Madrid", "Hanoi", "Ankara", "Ottawa"];

    private static readonly string[] Subjects = ["perdagangan", "pangan", "energi", "pendidikan", "keamanan laut", "perubahan iklim", "kesehatan", "transportasi", "pariwisata", "teknologi"];

    private static readonly string[] Names = ["Arman Wirayuda", "Lestari Prameswara", "Dimas Anggoro", "Nadia Kusumawati", "Rangga Mahendratta", "Sinta Larasati", "Yoga Pratistha", "Maya Indraswari"];

    public static IReadOnlyList<Article> Generate(int count, int seed)
    {
        var random = new Random(seed);
        var outlets = SampleArticles.Outlets;
        var articles = new List<Article>(count);
        for (var i = 0; i < count; i++)
        {
            var day = new DateTime(2025, 5, 1).AddDays(random.Next(240));
            var (first, second) = (Countries[random.Next(Countries.Length)], Countries[random.Next(Countries.Length)]);
            var (city, subject, name) = (Pick(Cities, random), Pick(Subjects, random), Pick(Names, random));
            articles.Add(new Article
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"umum-{seed}-{i:00000}"),
                Outlet = outlets[random.Next(outlets.Count)].Key,
                Published = day.AddHours(8 + random.Next(12)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Title = $"{first} dan {second} bahas {subject} di {city} ({i})",
                Tags = [first, second, subject],
                Body =
                [
                    $"Delegasi {first} dan {second} bertemu di {city} pada {day.Day} {Month(day.Month)} {day.Year} untuk membahas kerja sama {subject}.",
                    $"Pertemuan itu berlangsung {random.Next(2, 9)} jam dan diikuti {random.Next(3, 40)} pejabat dari kedua pihak. Nomor berkas pertemuan ini {random.Next(100_000)}.",
                    $"\"Kami akan bertemu lagi dalam {random.Next(2, 12)} bulan,\" kata {name}, juru bicara Forum Dialog {city}.",
                ],
            });
        }
        return articles;
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static string Month(int month) => PageWriter.MonthNames[month - 1];
}
