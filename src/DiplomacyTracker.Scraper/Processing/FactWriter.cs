using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Corrections;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Mentions;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Replaces what is stored of an article's facts by what the extractor finds now, inside the caller's transaction.</summary>
internal sealed class FactWriter(TimeProvider clock)
{
    // The version of the search words; raise it when they are made in another way.
    private const string SearchVersion = "words-1";

    // A tsvector may not exceed 1 MB; no article of the press comes near this length.
    private const int MostSearchCharacters = 200_000;

    public async Task WriteAsync(TrackerContext db, Article article, IReadOnlyList<Mention> machine, TaggedArticle tagged, CancellationToken cancellationToken)
    {
        var formerBlocks = await RemoveFormerAsync(db, article.Id, cancellationToken);
        var ids = await EntityStore.EnsureAsync(db, LinksOf(machine, tagged), cancellationToken);
        AddMentions(db, article, machine, ids);
        AddTimes(db, article, tagged);
        AddStatements(db, article, tagged, ids);
        AddRoles(db, article, tagged, ids);
        article.WireOrigin = tagged.WireOrigin;
        await ReprintFinder.PlaceAsync(db, article, cancellationToken);
        var names = await db.Sources.OrderBy(source => source.Id).Select(source => new { source.Name, source.Key }).ToListAsync(cancellationToken);
        var sources = names.DistinctBy(source => EntitySlug.Of(source.Name)).ToDictionary(source => EntitySlug.Of(source.Name), source => source.Key);
        var blocks = AddReports(db, article, tagged, sources);
        await db.SaveChangesAsync(cancellationToken);
        await db.RecomputeMentionsAsync(article, cancellationToken);
        await WriteSearchWordsAsync(db, article, cancellationToken);
        await MarkDirtyAsync(db, formerBlocks.Concat(blocks), cancellationToken);
    }

    private static async Task<List<string>> RemoveFormerAsync(TrackerContext db, long articleId, CancellationToken cancellationToken)
    {
        var blocks = await db.Reports.Where(report => report.ArticleId == articleId).Select(report => report.Block).Distinct().ToListAsync(cancellationToken);
        await db.Mentions.Where(row => row.ArticleId == articleId).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleTimes.Where(row => row.ArticleId == articleId).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleStatements.Where(row => row.ArticleId == articleId).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleRoles.Where(row => row.ArticleId == articleId).ExecuteDeleteAsync(cancellationToken);
        return blocks;
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

    private static void AddMentions(
        TrackerContext db, Article article, IReadOnlyList<Mention> machine, IReadOnlyDictionary<(EntityType, string), int> ids) =>
        db.Mentions.AddRange(machine.Select(mention => new ArticleMention
        {
            ArticleId = article.Id,
            Part = mention.Span.Part,
            Start = mention.Span.Start,
            End = mention.Span.End,
            Surface = mention.Surface,
            Type = mention.Type,
            EntityId = mention.Link is { } link ? ids[(mention.Type, link.Key)] : null,
            Confidence = mention.Confidence,
        }));

    private static void AddTimes(TrackerContext db, Article article, TaggedArticle tagged) =>
        db.ArticleTimes.AddRange(tagged.Times.Select(time => new ArticleTime
        {
            ArticleId = article.Id,
            Part = time.Span.Part,
            Start = time.Span.Start,
            End = time.Span.End,
            Surface = time.Surface,
            Kind = time.Kind,
            Value = time.Value,
            Edtf = time.Edtf,
            Flag = time.Flag,
        }));

    private static void AddStatements(
        TrackerContext db, Article article, TaggedArticle tagged, IReadOnlyDictionary<(EntityType, string), int> ids) =>
        db.ArticleStatements.AddRange(tagged.Statements.Select(statement => new ArticleStatement
        {
            ArticleId = article.Id,
            Part = statement.Span.Part,
            Start = statement.Span.Start,
            End = statement.Span.End,
            Direct = statement.Direct,
            Speaker = statement.Speaker is { } span ? TagStage.TextOf(article).Of(span) : null,
            SpeakerEntityId = statement.SpeakerEntity is { } link ? IdOfAny(ids, link.Key) : null,
            Verb = statement.Verb,
            Via = [.. statement.Via],
        }));

    private static void AddRoles(
        TrackerContext db, Article article, TaggedArticle tagged, IReadOnlyDictionary<(EntityType, string), int> ids) =>
        db.ArticleRoles.AddRange(tagged.Roles.Select(role => new ArticleRole
        {
            ArticleId = article.Id,
            Part = role.Span.Part,
            Start = role.Span.Start,
            End = role.Span.End,
            Person = role.Person,
            EntityId = role.PersonKey is { } key && ids.TryGetValue((EntityType.Person, key), out var id) ? id : null,
            Office = role.Office,
            Country = role.Country,
            Body = role.Body,
        }));

    // Reports that say the same as before keep their rows, and with them their event: a second run changes nothing.
    private static List<string> AddReports(TrackerContext db, Article article, TaggedArticle tagged, Dictionary<string, string> sources)
    {
        var former = db.Reports.Where(report => report.ArticleId == article.Id).OrderBy(report => report.Ordinal).ToList();
        db.Reports.RemoveRange(former);
        var made = tagged.Reports.Select((report, ordinal) => new EventReport
        {
            ArticleId = article.Id,
            Ordinal = ordinal,
            Type = report.Type,
            Status = report.Status,
            Part = report.Sentence.Part,
            Start = report.Sentence.Start,
            End = report.Sentence.End,
            Origin = Origins.Of(report, article, sources),
            Content = report,
            Block = EventBlocks.Of(report, article.PublishedLocally),
            EventId = former.Find(old => old.Start == report.Sentence.Start && old.Part == report.Sentence.Part && old.Type == report.Type)?.EventId,
        }).ToList();
        db.Reports.AddRange(made);
        return [.. made.Select(report => report.Block).Distinct()];
    }

    private static async Task WriteSearchWordsAsync(TrackerContext db, Article article, CancellationToken cancellationToken)
    {
        var body = article.Body.Length <= MostSearchCharacters ? article.Body : article.Body[..MostSearchCharacters];
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE articles SET
                search_vector = setweight(to_tsvector('simple', {article.Title}), 'A') || setweight(to_tsvector('simple', {body}), 'B'),
                search_version = {SearchVersion}
            WHERE id = {article.Id}
            """, cancellationToken);
    }

    private async Task MarkDirtyAsync(TrackerContext db, IEnumerable<string> blocks, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var block in blocks.Distinct().Order(StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO cluster_blocks (key, dirty_since, attempts) VALUES ({block}, {now}, 0)
                ON CONFLICT (key) DO UPDATE SET dirty_since = coalesce(cluster_blocks.dirty_since, excluded.dirty_since), attempts = 0
                """, cancellationToken);
        }
    }

    private static int? IdOfAny(IReadOnlyDictionary<(EntityType, string), int> ids, string key)
    {
        foreach (var type in Enum.GetValues<EntityType>())
        {
            if (ids.TryGetValue((type, key), out var id))
            {
                return id;
            }
        }
        return null;
    }
}
