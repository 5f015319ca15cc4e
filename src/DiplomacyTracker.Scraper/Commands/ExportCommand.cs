using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiplomacyTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`export KIND`: one JSON object a line, in one fixed order and without surrogate keys.</summary>
internal static class ExportCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Help, Func<TrackerContext, IAsyncEnumerable<string>> Rows)[] Kinds =
    [
        ("articles", "Articles without their text.", Articles),
        ("mentions", "Mentions that are in force.", Mentions),
        ("entities", "Entities that articles name.", Entities),
        ("topics", "Topics with the events on their timelines.", Topics),
    ];

    public static Command Create()
    {
        var export = new Command("export", "Writes the record as JSON Lines.") { ExportEvents.Create() };
        foreach (var (name, help, rows) in Kinds)
        {
            var data = DatabaseOptions.Data();
            var kind = new Command(name, help) { data };
            kind.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
            {
                await foreach (var line in rows(services.GetRequiredService<TrackerContext>()).WithCancellation(cancellationToken))
                {
                    await Console.Out.WriteLineAsync(line);
                }
                return 0;
            }, cancellationToken));
            export.Add(kind);
        }
        return export;
    }

    private static IAsyncEnumerable<string> Articles(TrackerContext db) => db.Articles.OrderBy(article => article.ArticleKey)
        .Select(article => new
        {
            key = article.ArticleKey,
            source = article.Source!.Key,
            url = article.Url,
            title = article.Title,
            publishedAt = article.PublishedAt,
            zone = article.PublishedZone,
            dateConfidence = article.PublishedConfidence.ToString(),
            version = article.Version,
            rejection = article.Rejection,
        }).AsAsyncEnumerable().Select(row => JsonSerializer.Serialize(row, Lines));

    private static IAsyncEnumerable<string> Mentions(TrackerContext db) => db.Mentions.Where(mention => mention.SupersededById == null)
        .OrderBy(mention => mention.Article!.ArticleKey).ThenBy(mention => mention.Part).ThenBy(mention => mention.Start)
        .Select(mention => new
        {
            article = mention.Article!.ArticleKey,
            part = mention.Part.ToString(),
            start = mention.Start,
            end = mention.End,
            surface = mention.Surface,
            type = mention.Type.ToString(),
            entity = mention.Entity == null ? null : mention.Entity.Key,
            corrected = mention.CorrectionId != null,
        }).AsAsyncEnumerable().Select(row => JsonSerializer.Serialize(row, Lines));

    private static IAsyncEnumerable<string> Entities(TrackerContext db) => db.Entities.Where(entity => db.Mentions.Any(mention => mention.EntityId == entity.Id))
        .OrderBy(entity => entity.Type).ThenBy(entity => entity.Key)
        .Select(entity => new { type = entity.Type.ToString(), key = entity.Key, nameId = entity.NameId, nameEn = entity.NameEn, country = entity.Country, wikidata = entity.WikidataId })
        .AsAsyncEnumerable().Select(row => JsonSerializer.Serialize(row, Lines));

    private static IAsyncEnumerable<string> Topics(TrackerContext db) => db.Topics.OrderBy(topic => topic.Slug)
        .Select(topic => new
        {
            slug = topic.Slug,
            titleId = topic.TitleId,
            titleEn = topic.TitleEn,
            kind = topic.Kind.ToString(),
            events = topic.Events.OrderBy(row => EF.Functions.Collate(row.Event!.Key, "C")).Select(row => row.Event!.Key).ToList(),
        }).AsAsyncEnumerable().Select(row => JsonSerializer.Serialize(row, Lines));
}
