using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Revisions;
using DiplomacyTracker.Data.Topics;
using DiplomacyTracker.Web.Pages.Shared;
using DiplomacyTracker.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DiplomacyTracker.Web.Feeds;

/// <summary>Atom, RSS and JSON Feed of a topic, and an event as JSON. Readers that ask again with the validators get a 304.</summary>
internal static class TopicFeeds
{
    private const int MostEntries = 50;

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var (ending, type, write) in ((string, string, Func<FeedDocument, string>)[])
        [
            ("atom", "application/atom+xml; charset=utf-8", FeedWriter.Atom),
            ("rss", "application/rss+xml; charset=utf-8", FeedWriter.Rss),
            ("json", "application/feed+json; charset=utf-8", FeedWriter.Json),
        ])
        {
            app.MapMethods("/topics/{slug}/feed." + ending, ["GET", "HEAD"], (string slug, HttpContext context, TrackerContext db, Language language, CancellationToken cancellationToken) =>
                AnswerAsync(slug, type, write, context, db, language, cancellationToken));
        }
        app.MapGet("/events/{slug}.json", async (string slug, TrackerContext db, CancellationToken cancellationToken) =>
        {
            var id = await db.Events.Where(e => e.Slug == slug).Select(e => (long?)e.Id).SingleOrDefaultAsync(cancellationToken);
            return id is { } found && await EventDocument.LoadAsync(db, found, cancellationToken) is { } document
                ? Results.Text(document.ToJson(), "application/json; charset=utf-8")
                : Results.NotFound();
        });
    }

    private static async Task<IResult> AnswerAsync(
        string slug, string type, Func<FeedDocument, string> write, HttpContext context, TrackerContext db, Language language, CancellationToken cancellationToken)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Slug == slug, cancellationToken) is not { } topic)
        {
            return Results.NotFound();
        }
        var installation = await db.Installations.AsNoTracking().FirstAsync(cancellationToken);
        var entries = await db.Events.Shown().Where(e => db.Set<TopicEvent>().Any(row => row.TopicId == topic.Id && row.EventId == e.Id))
            .OrderByDescending(e => e.Revision).ThenByDescending(e => e.Id).Take(MostEntries).AsEntries(db).ToListAsync(cancellationToken);
        var home = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var body = Encoding.UTF8.GetBytes(write(new FeedDocument(topic, entries, installation, home, new Uri(home, context.Request.Path), language)));
        var changed = entries.Count == 0 ? topic.ChangedAt : entries.Max(entry => entry.ChangedAt);
        context.Response.Headers.CacheControl = "public, max-age=300";
        context.Response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        return Results.Bytes(body, type, lastModified: changed, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\""));
    }
}

/// <summary>What a feed is written from.</summary>
internal sealed record FeedDocument(Topic Topic, IReadOnlyList<TimelineEntry> Entries, Installation Installation, Uri Home, Uri Self, Language Language)
{
    public string Title => $"{Language[Topic.TitleId, Topic.TitleEn]} – Diplomacy Tracker";

    public DateTimeOffset ChangedAt => Entries.Count == 0 ? Topic.ChangedAt : Entries.Max(entry => entry.ChangedAt);

    public string IdOf(string path) => string.Create(CultureInfo.InvariantCulture, $"tag:{Installation.TagAuthority},{Installation.TagDate:yyyy-MM-dd}:{path}");

    public string TitleOf(TimelineEntry entry) => Language[entry.TitleId, entry.TitleEn];

    /// <summary>The date in words, the quoted sentence and the counts, as plain text.</summary>
    public string SummaryOf(TimelineEntry entry)
    {
        var dates = new DateWords(Language);
        var differs = entry.HasOpenDiscrepancy ? Language[" Media berbeda.", " Outlets differ."] : "";
        return $"{dates.Interval(entry.From, entry.To, entry.Precision)}.{differs} “{entry.Lead}” ({entry.LeadSource}). "
            + $"{entry.ArticleCount} {Language["artikel", "articles"]}, {entry.SourceCount} {Language["media", "outlets"]}, {entry.OriginCount} {Language["sumber asal", "origins"]}.";
    }
}
