using System.Text.Json;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Replaces what is stored of articles' facts by what the extractor finds now; an article of which the same is found again is not touched.</summary>
internal sealed class FactWriter(EntityStore entities, EventBlocks blocks, FeatureReader features, ArticleTagger tagger, TimeProvider clock)
{
    /// <summary>Writes inside the caller's transaction.</summary>
    public async Task WriteAsync(TrackerContext db, IReadOnlyList<TaggedRow> rows, CancellationToken cancellationToken)
    {
        var origins = await OriginsAsync(db, cancellationToken);
        var found = rows.Select(row => new Found(row, [.. Reports(row, origins)])).ToList();
        var changed = found.FindAll(one => one.Digest != one.Row.Article.FactsDigest);
        var formerBlocks = await ReplaceFactsAsync(db, changed, cancellationToken);
        await RecordAsync(db, found, cancellationToken);
        await RecomputeCorrectedAsync(db, changed, cancellationToken);
        var regrouped = await ReprintFinder.PlaceAsync(db, changed.ConvertAll(one => one.Row.Article), cancellationToken);
        var moved = await BlockMarks.OfAsync(db.Reports.Where(report => regrouped.Contains(report.ArticleId)), cancellationToken);
        await db.BulkInsertAsync(BlockMarks.For([.. formerBlocks, .. changed.SelectMany(one => one.Reports.SelectMany(BlockMarks.Of)), .. moved]), cancellationToken);
    }

    /// <summary>What was found in one article, with the reports as they are stored.</summary>
    private sealed class Found(TaggedRow row, List<EventReport> reports)
    {
        public TaggedRow Row => row;

        public List<EventReport> Reports { get; set; } = reports;

        public string Digest { get; } = Processing.Digest.Of(
        [
            row.Article.Headline, row.Article.Body, row.Tagged.WireOrigin, JsonSerializer.Serialize(row.Machine), JsonSerializer.Serialize(row.Tagged.Mentions),
            JsonSerializer.Serialize(row.Tagged.Times), JsonSerializer.Serialize(row.Tagged.Roles), JsonSerializer.Serialize(row.Tagged.Statements),
            .. reports.Select(report => $"{report.Digest} {report.Block} {JsonSerializer.Serialize(report.Features)}"),
        ]);
    }

    private static async Task<Origins> OriginsAsync(TrackerContext db, CancellationToken cancellationToken)
    {
        var sources = await db.Sources.Select(source => new { source.Name, source.Key }).ToListAsync(cancellationToken);
        return new Origins(sources.ConvertAll(source => (source.Name, source.Key)));
    }

    private IEnumerable<EventReport> Reports(TaggedRow row, Origins origins)
    {
        var (article, text) = (row.Article, Digest.Of(row.Article.Headline, row.Article.Body));
        var words = TagStage.TextOf(article);
        return row.Tagged.Reports.Select((report, ordinal) =>
        {
            var origin = origins.Of(report, row);
            var place = blocks.Of(report, article.PublishedLocally);
            return new EventReport
            {
                ArticleId = article.Id,
                Ordinal = ordinal,
                Type = report.Type,
                Status = report.Status,
                Part = report.Sentence.Part,
                Start = report.Sentence.Start,
                End = report.Sentence.End,
                Origin = origin,
                Content = report,
                Features = features.Of(report, words.Of(report.Sentence)),
                Digest = Digest.Of(JsonSerializer.Serialize(report), origin, text),
                Block = place.Block,
                BlockBefore = place.Before,
            };
        });
    }

    /// <returns>Blocks that the replaced reports were in or near.</returns>
    private async Task<List<string>> ReplaceFactsAsync(TrackerContext db, List<Found> changed, CancellationToken cancellationToken)
    {
        var ids = await entities.EnsureAsync(changed.SelectMany(one => LinksOf(one.Row.Machine, one.Row.Tagged)), cancellationToken);
        var again = changed.FindAll(one => one.Row.Article.FactsDigest is not null);
        var formerBlocks = again.Count == 0 ? [] : await RemoveFormerAsync(db, again, cancellationToken);
        await db.BulkInsertAsync(changed.SelectMany(one => ArticleRows.Mentions(one.Row, ids)).ToList(), cancellationToken);
        await db.BulkInsertAsync(changed.SelectMany(one => ArticleRows.Times(one.Row)).ToList(), cancellationToken);
        await db.BulkInsertAsync(changed.SelectMany(one => ArticleRows.Statements(one.Row, ids)).ToList(), cancellationToken);
        await db.BulkInsertAsync(changed.SelectMany(one => ArticleRows.Roles(one.Row, ids)).ToList(), cancellationToken);
        await db.BulkInsertAsync(changed.SelectMany(one => one.Reports).ToList(), cancellationToken);
        return formerBlocks;
    }

    private static async Task<List<string>> RemoveFormerAsync(TrackerContext db, List<Found> again, CancellationToken cancellationToken)
    {
        var ids = again.ConvertAll(one => one.Row.Article.Id);
        var former = await db.Reports.AsNoTracking().Where(report => ids.Contains(report.ArticleId)).ToListAsync(cancellationToken);
        await db.Mentions.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleTimes.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleStatements.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleRoles.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        // A report that tells what one told before stays with its event, and the event keeps its address.
        foreach (var report in again.SelectMany(one => one.Reports))
        {
            var before = former.Find(old => old.ArticleId == report.ArticleId && old.Start == report.Start && old.Part == report.Part && old.Type == report.Type)
                ?? former.Find(old => old.ArticleId == report.ArticleId && old.Digest == report.Digest);
            report.EventId = before?.EventId;
            report.Block = before is not null && before.Block == report.BlockBefore ? before.Block : report.Block;
        }
        return [.. former.SelectMany(BlockMarks.Of)];
    }

    // Rows are written only where they would differ, so that running again leaves every row as it is.
    private async Task RecordAsync(TrackerContext db, List<Found> found, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var knowledge = tagger.Knowledge.Version;
        var news = found.FindAll(one => one.Digest != one.Row.Article.FactsDigest || one.Row.Article.TaggedAt is null
            || one.Row.Article.ExtractorVersion != ArticleTagger.Version || one.Row.Article.KnowledgeVersion != knowledge || one.Row.Article.SearchVersion != SearchWords.Version);
        if (news.Count == 0)
        {
            return;
        }
        var ids = news.ConvertAll(one => one.Row.Article.Id);
        var digests = news.ConvertAll(one => one.Digest);
        var rejections = news.ConvertAll(one => one.Reports.TrueForAll(report => report.Content.IsReference) ? Rejections.Of(one.Row) : null);
        var wires = news.ConvertAll(one => one.Row.Tagged.WireOrigin);
        var vectors = news.ConvertAll(one => SearchVector.Of(one.Row));
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE articles SET
                tagged_at = {now}, tagging_error = NULL, extractor_version = {ArticleTagger.Version}, knowledge_version = {knowledge},
                facts_digest = told.digest, rejection = told.rejection, wire_origin = told.wire,
                search_vector = told.vector::tsvector, search_version = {SearchWords.Version}
            FROM unnest({ids}, {digests}, {rejections}, {wires}, {vectors}) AS told(id, digest, rejection, wire, vector)
            WHERE articles.id = told.id
            """, cancellationToken);
    }

    // Most articles have no correction, and their mentions are in force as they were found.
    private static async Task RecomputeCorrectedAsync(TrackerContext db, List<Found> changed, CancellationToken cancellationToken)
    {
        var ids = changed.ConvertAll(one => one.Row.Article.Id);
        var corrected = await db.Corrections.Where(correction => ids.Contains(correction.ArticleId)).Select(correction => correction.ArticleId).Distinct().ToListAsync(cancellationToken);
        foreach (var one in changed.Where(one => corrected.Contains(one.Row.Article.Id)))
        {
            await db.RecomputeMentionsAsync(one.Row.Article, cancellationToken);
        }
    }

    private static IEnumerable<(EntityType, EntityLink)> LinksOf(IReadOnlyList<Mention> machine, TaggedArticle tagged)
    {
        foreach (var mention in machine.Concat(tagged.Mentions))
        {
            if (mention.Link is { } link)
            {
                yield return (mention.Type, link);
            }
        }
        foreach (var report in tagged.Reports)
        {
            foreach (var participant in report.Participants)
            {
                yield return (participant.Type, participant.Entity);
                if (participant.By is { } by)
                {
                    yield return (EntityType.Person, by);
                }
            }
        }
    }
}
