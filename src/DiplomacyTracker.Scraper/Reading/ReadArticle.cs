using DiplomacyTracker.Data.Articles;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>An instant of publication as the page states it.</summary>
internal sealed record PublishedStamp(DateTimeOffset At, string Zone, DateConfidence Confidence);

/// <summary>A page as an article: clean text in blocks, and what the page says about it.</summary>
internal sealed record ReadArticle(
    string? Title,
    string? Byline,
    string? Editor,
    PublishedStamp? Published,
    string? DatelinePlace,
    string? DatelineOutlet,
    CleanText Text,
    IReadOnlyList<string> Captions,
    string? PictureUrl,
    IReadOnlyList<string> Tags,
    string? CanonicalUrl)
{
    /// <summary>This page and the ones behind it as one article: what it says of itself, and the text of all, each block once.</summary>
    /// <param name="laterPages">In order.</param>
    /// <param name="furniture">The lines of this page, the article's and all others: later pages repeat them.</param>
    public ReadArticle With(IEnumerable<ReadArticle> laterPages, IReadOnlySet<string> furniture)
    {
        var writer = new BlockWriter();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var captions = new List<string>();
        foreach (var page in laterPages.Prepend(this))
        {
            captions.AddRange(page.Captions.Except(captions));
            writer.Removed.AddRange(page.Text.Removed);
            foreach (var block in page.Text.Blocks)
            {
                var words = page.Text.Body[block.Start..block.End];
                if (seen.Add(words) && (page == this || !furniture.Contains(words)))
                {
                    writer.Add(block.Kind, words);
                }
            }
        }
        return this with { Text = writer.Finish(), Captions = captions };
    }
}

/// <summary>The article, or why the page is none, and what little it says all the same.</summary>
internal readonly record struct Reading(ReadArticle? Article, string? Failure, ReadArticle? TooShort = null);
