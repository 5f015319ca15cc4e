using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Newsroom;

namespace DiplomacyTracker.Benchmarks.Extraction;

/// <summary>
/// The sample outlets' articles joined to the length of news, about 350 a megabyte. The samples themselves have two or three sentences: what an article costs
/// beside its words would count nine times.
/// </summary>
internal static class NewsLengthArticles
{
    private const int Length = 2_800;

    public static DateTimeOffset PublishedAt { get; } = new(2025, 11, 1, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Articles of so many bytes or a little more. Those of another round begin at other samples, so that no two are the same for long.</summary>
    public static IEnumerable<ArticleText> OfBytes(long bytes)
    {
        var samples = SampleArticles.All.Select(article => (article.Title, Body: string.Join('\n', article.Body))).ToList();
        var i = 0;
        for (long size = 0; size < bytes;)
        {
            var (title, body) = (samples[i % samples.Count].Title, "");
            while (body.Length < Length)
            {
                body += samples[i++ % samples.Count].Body + "\n";
            }
            size += System.Text.Encoding.UTF8.GetByteCount(body);
            yield return new ArticleText(title, body, [], PublishedAt, null);
        }
    }
}
