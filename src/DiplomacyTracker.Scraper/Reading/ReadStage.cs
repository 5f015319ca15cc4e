using System.IO.Compression;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Fetching;
using DiplomacyTracker.Scraper.Processing;
using DiplomacyTracker.Scraper.Sources;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Snapshot → article: one page read in one transaction.</summary>
internal sealed class ReadStage(IDbContextFactory<TrackerContext> contexts, SourceCatalogue catalogue, TimeProvider clock) : IStage
{
    public string Name => "read";

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var snapshot = await db.Snapshots
            .FromSql($"SELECT * FROM snapshots WHERE read_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (snapshot is null)
        {
            return false;
        }
        var entry = await db.Frontier.Include(e => e.Source).SingleAsync(e => e.Id == snapshot.FrontierEntryId, cancellationToken);
        var reading = Read(snapshot, catalogue.Find(entry.Source!.Key));
        if (reading.Article is { } article)
        {
            await StoreAsync(db, entry, snapshot, article, cancellationToken);
        }
        snapshot.RecordRead(clock.GetUtcNow(), reading.Failure);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static Reading Read(Snapshot snapshot, SourceDefinition? source)
    {
        try
        {
            var html = PageText.ByName(snapshot.Charset).GetString(Decompress(snapshot));
            return PageReader.Read(new Uri(snapshot.Url), html, source);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or AngleSharp.Dom.DomException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return new Reading(null, $"the page could not be read: {e.Message}");
        }
    }

    private static byte[] Decompress(Snapshot snapshot)
    {
        var body = new byte[snapshot.Length];
        using var brotli = new BrotliStream(new MemoryStream(snapshot.Body), CompressionMode.Decompress);
        brotli.ReadExactly(body);
        return body;
    }

    private async Task StoreAsync(TrackerContext db, FrontierEntry entry, Snapshot snapshot, ReadArticle read, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var article = await db.Articles.AsTracking().SingleOrDefaultAsync(a => a.ArticleKey == entry.ArticleKey, cancellationToken);
        if (article is null)
        {
            article = new Article { ArticleKey = entry.ArticleKey, SourceId = entry.SourceId, StoredAt = now };
            db.Articles.Add(article);
        }
        article.Url = snapshot.Url;
        (article.Byline, article.DatelinePlace, article.PictureUrl, article.Tags) = (read.Byline, read.DatelinePlace, read.PictureUrl, [.. read.Tags]);
        article.Publish(read.Published?.At, read.Published?.Zone, read.Published?.Confidence ?? DateConfidence.None);
        if (article.Body != read.Text.Body || article.Headline != read.Title)
        {
            db.ArticleVersions.Add(article.Take(read.Title, read.Text.Body, read.Text.Blocks, read.Text.Removed, now, snapshot.Id));
        }
    }
}
