using System.IO.Compression;
using DiplomacyTracker.Data;
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
            .FromSql($"SELECT * FROM snapshots WHERE read_at IS NULL AND is_whole ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (snapshot is null)
        {
            return false;
        }
        var entry = await db.Frontier.AsTracking().Include(e => e.Source).SingleAsync(e => e.Id == snapshot.FrontierEntryId, cancellationToken);
        var definition = catalogue.Of(entry.Source!);
        var pages = await db.SnapshotPages.Where(page => page.SnapshotId == snapshot.Id).OrderBy(page => page.Number).ToListAsync(cancellationToken);
        var reading = Read(snapshot, pages, definition);
        var stored = StoredAs.Unchanged;
        if (reading.Article is { } article)
        {
            var own = article with { Text = await LearnedLines.StripAsync(db, entry.Source!, article.Text, cancellationToken) };
            stored = await ArticleStore.StoreAsync(db, entry, snapshot, own, article.Text.Body, clock.GetUtcNow(), cancellationToken);
            if (stored == StoredAs.NewArticle)
            {
                await LearnedLines.LearnAsync(db, entry.Source!, article.Text, clock.GetUtcNow(), cancellationToken);
            }
        }
        else
        {
            entry.ForgetValidators();
        }
        if (snapshot.ReaderVersion is null && entry.Refetches == 0 && !entry.Backfilled)
        {
            await CountAsync(db, entry, snapshot, reading.Article, stored, cancellationToken);
        }
        snapshot.RecordRead(clock.GetUtcNow(), ReaderVersion.Of(definition), reading.Failure);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static Task CountAsync(TrackerContext db, FrontierEntry entry, Snapshot snapshot, ReadArticle? article, StoredAs stored, CancellationToken cancellationToken) => db.CountPageAsync(
        entry.SourceId, snapshot.FetchedAt, article?.Text.Body.Length, article?.Published is not null, stored == StoredAs.Sighting, article is not null && GarbledText.Is(article.Text.Body), cancellationToken);

    private static Reading Read(Snapshot snapshot, List<SnapshotPage> pages, SourceDefinition? source)
    {
        try
        {
            var html = Html(snapshot.Body, snapshot.Length, snapshot.Charset);
            var first = PageReader.Read(new Uri(snapshot.Url), html, source);
            if (first.Article is null || pages.Count == 0)
            {
                return first;
            }
            // A last page may hold too little to be an article by itself.
            var later = pages.ConvertAll(page => PageReader.Read(new Uri(page.Url), Html(page.Body, page.Length, page.Charset), source, isLaterPage: true));
            return later.FindIndex(page => (page.Article ?? page.TooShort) is null) is >= 0 and var missing
                ? new Reading(null, $"page {pages[missing].Number}: {later[missing].Failure}")
                : new Reading(first.Article.With(later.Select(page => page.Article ?? page.TooShort!), PageReader.LinesOf(html)), null);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or AngleSharp.Dom.DomException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return new Reading(null, $"the page could not be read: {e.Message}");
        }
    }

    private static string Html(byte[] compressed, int length, string charset)
    {
        var body = new byte[length];
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        brotli.ReadExactly(body);
        return PageText.ByName(charset).GetString(body);
    }
}
