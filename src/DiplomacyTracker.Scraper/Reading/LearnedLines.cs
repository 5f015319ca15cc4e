using System.Security.Cryptography;
using System.Text;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>
/// Learns what an outlet puts before and behind its articles, and takes it away. Only lines at the ends of a text are counted, and only those are taken, from the end inwards
/// up to the first that is the article's own: a sentence that stands inside a text is never touched, however often it returns.
/// </summary>
internal static class LearnedLines
{
    /// <summary>Why such a line was removed.</summary>
    public const string Reason = "outlet-line";

    // A line becomes readable once this many articles share it.
    private const int FewestForSample = 3;
    private const int HeadLines = 2;
    private const int TailLines = 5;
    private const int ShortestLine = 8;
    private const int LongestLine = 300;
    private const int ForgetEvery = 100;
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(45);

    /// <summary>The text without the outlet's lines at its ends.</summary>
    public static async Task<CleanText> StripAsync(TrackerContext db, Source source, CleanText text, CancellationToken cancellationToken)
    {
        var ends = Ends(text);
        var hashes = ends.Select(end => end.Hash).ToList();
        var known = (await db.OutletLines.Where(line => line.SourceId == source.Id && hashes.Contains(line.Hash)).Furniture().Select(line => line.Hash).ToListAsync(cancellationToken))
            .Select(Convert.ToHexString).ToHashSet();
        return known.Count == 0 ? text : Strip(text, [.. ends.Where(end => known.Contains(Convert.ToHexString(end.Hash))).Select(end => end.Block)]);
    }

    /// <summary>Counts the ends of a new article's text, as the page had it.</summary>
    public static async Task LearnAsync(TrackerContext db, Source source, CleanText text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Always in one order, so that two readers wait for each other and never cross.
        foreach (var (block, hash) in Ends(text).DistinctBy(end => Convert.ToHexString(end.Hash)).OrderBy(end => Convert.ToHexString(end.Hash), StringComparer.Ordinal))
        {
            var sample = Words(text, block);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO outlet_lines (source_id, hash, articles, first_article, first_seen_at, last_seen_at)
                SELECT {source.Id}, {hash}, 1, learned_articles, {now}, {now} FROM sources WHERE id = {source.Id}
                ON CONFLICT (source_id, hash) DO UPDATE SET articles = outlet_lines.articles + 1, last_seen_at = excluded.last_seen_at,
                    sample = CASE WHEN outlet_lines.articles + 1 >= {FewestForSample} THEN coalesce(outlet_lines.sample, {sample}) END
                """, cancellationToken);
        }
        await db.Sources.Where(row => row.Id == source.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LearnedArticles, row => row.LearnedArticles + 1), cancellationToken);
        if (source.LearnedArticles % ForgetEvery == 0)
        {
            var before = now - Forgotten;
            await db.OutletLines.Where(line => line.SourceId == source.Id && line.Articles < FewestForSample && line.LastSeenAt < before).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public static byte[] HashOf(string line) => SHA256.HashData(Encoding.UTF8.GetBytes(line.ToLowerInvariant()))[..16];

    // From both ends inwards, up to the first block that is no furniture; never so much that little is left.
    private static CleanText Strip(CleanText text, HashSet<TextBlock> furniture)
    {
        var blocks = text.Blocks;
        var own = blocks.FindIndex(block => block.Kind != BlockKind.Dateline && !furniture.Contains(block));
        var last = blocks.FindLastIndex(block => !furniture.Contains(block));
        if (own < 0 || last < own)
        {
            return text;
        }
        var writer = new BlockWriter();
        writer.Removed.AddRange(text.Removed);
        for (var i = 0; i < blocks.Count; i++)
        {
            if ((i < own || i > last) && blocks[i].Kind != BlockKind.Dateline)
            {
                writer.Removed.Add(new RemovedBlock(Words(text, blocks[i]), Reason));
            }
            else
            {
                writer.Add(blocks[i].Kind, Words(text, blocks[i]));
            }
        }
        var stripped = writer.Finish();
        return stripped.Body.Length * 2 < text.Body.Length ? text : stripped;
    }

    private static List<(TextBlock Block, byte[] Hash)> Ends(CleanText text)
    {
        var lines = text.Blocks.Where(block => block.Kind != BlockKind.Dateline).ToList();
        return
        [
            .. lines.Where((block, i) => (i < HeadLines || i >= lines.Count - TailLines) && block.End - block.Start is >= ShortestLine and <= LongestLine)
                .Select(block => (block, HashOf(Words(text, block)))),
        ];
    }

    private static string Words(CleanText text, TextBlock block) => text.Body[block.Start..block.End];
}
