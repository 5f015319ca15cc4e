using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Web.Pages.Articles;

/// <summary>A stretch of text, a mention or the words between two.</summary>
public sealed record MarkedRun(string Text, ArticleMention? Mention);

/// <summary>A block of an article with its mentions marked.</summary>
public sealed record MarkedBlock(bool IsHeading, IReadOnlyList<MarkedRun> Runs)
{
    /// <param name="mentions">Of the body, in order, not overlapping.</param>
    public static IReadOnlyList<MarkedBlock> Of(Article article, IReadOnlyList<ArticleMention> mentions)
    {
        var blocks = article.Blocks.Count > 0 ? article.Blocks : [new TextBlock(BlockKind.Paragraph, 0, article.Body.Length)];
        return [.. blocks.Select(block => new MarkedBlock(block.Kind == BlockKind.Heading, Cut(article.Body, block, mentions)))];
    }

    private static List<MarkedRun> Cut(string body, TextBlock block, IReadOnlyList<ArticleMention> mentions)
    {
        var runs = new List<MarkedRun>();
        var at = block.Start;
        foreach (var mention in mentions.Where(mention => mention.Start >= block.Start && mention.End <= block.End))
        {
            if (mention.Start < at)
            {
                continue;
            }
            if (mention.Start > at)
            {
                runs.Add(new MarkedRun(body[at..mention.Start], null));
            }
            runs.Add(new MarkedRun(body[mention.Start..mention.End], mention));
            at = mention.End;
        }
        if (at < block.End)
        {
            runs.Add(new MarkedRun(body[at..block.End], null));
        }
        return runs;
    }
}
