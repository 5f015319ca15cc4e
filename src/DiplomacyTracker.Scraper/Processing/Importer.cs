using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Sources;
using DiplomacyTracker.Scraper.Reading;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Brings texts that were not fetched into the record; the later stages treat them like any other article.</summary>
internal sealed class Importer(IDbContextFactory<TrackerContext> contexts, TimeProvider clock)
{
    /// <summary>Stores one item. The same file again changes nothing; a changed text becomes the article's next version.</summary>
    /// <returns>True where something was written.</returns>
    public async Task<bool> ImportAsync(ImportItem item, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var source = await EnsureSourceAsync(db, item.Source, cancellationToken);
        var key = $"import:{source.Key}/{item.File}";
        var clean = PlainTextReader.Read(item.Text);
        var article = await db.Articles.AsTracking().SingleOrDefaultAsync(a => a.ArticleKey == key, cancellationToken);
        if (article?.TakenDownAt is not null || (article is not null && article.Body == clean.Body && article.Headline == item.Headline))
        {
            return false;
        }
        var now = clock.GetUtcNow();
        if (article is null)
        {
            article = new Article { ArticleKey = key, Source = source, Url = item.Url, StoredAt = now };
            db.Articles.Add(article);
        }
        article.Publish(item.PublishedAt, item.Zone, Confidence(item));
        db.ArticleVersions.Add(article.Take(item.Headline, clean.Body, clean.Blocks, clean.Removed, now, null));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static DateConfidence Confidence(ImportItem item) =>
        item.PublishedAt is null ? DateConfidence.None
        : Enum.TryParse<DateConfidence>(item.DateConfidence, ignoreCase: true, out var said) ? said
        : DateConfidence.Exact;

    private static async Task<Source> EnsureSourceAsync(TrackerContext db, string name, CancellationToken cancellationToken)
    {
        var key = Data.Entities.EntitySlug.Of(name);
        var zone = "WIB";
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sources (key, name, family, zone, paused, failures) VALUES ({key}, {name}, {name}, {zone}, false, 0)
            ON CONFLICT (key) DO NOTHING
            """, cancellationToken);
        return await db.Sources.AsTracking().SingleAsync(source => source.Key == key, cancellationToken);
    }
}
