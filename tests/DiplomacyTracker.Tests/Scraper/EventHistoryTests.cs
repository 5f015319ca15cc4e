using System.Text.Json.Nodes;
using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Data.Revisions;
using DiplomacyTracker.Scraper.Processing;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Tests.Scraper;

/// <summary>The record as it was known, and what has changed since.</summary>
public sealed class EventHistoryTests(TestDatabase database)
{
    private const string TakenDown = "harian-contoh/dua";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_known_stays_known_and_the_changes_since_lead_from_then_to_now()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, "satu", "Presiden Prancis Emmanuel Macron bertemu Kanselir Jerman Friedrich Merz di Berlin pada 8 Januari 2026.");
        await ImportAsync(pipeline, "dua", "Jepang dan Filipina menandatangani perjanjian pertahanan di Manila pada 9 Januari 2026.");
        var (then, known) = await StateAsync(pipeline);

        await ImportAsync(pipeline, "tiga", "Menurut juru bicara, Presiden Prancis Emmanuel Macron bertemu Kanselir Jerman Friedrich Merz di Berlin, Kamis (8/1/2026). Jerman menjadi tuan rumah.");
        await ImportAsync(pipeline, "empat", "India menjatuhkan sanksi terhadap Turki pada 10 Januari 2026.");
        await TakeDownAsync(pipeline, "dua");
        var (_, now) = await StateAsync(pipeline);

        await using var db = pipeline.Context();
        var recalled = await DocumentsAsync(db.AsOf(then));
        Assert.Equal(known.Keys.Order(), recalled.Keys.Order());
        Assert.Equal(known.Values.Where(document => !document.Contains(TakenDown, StringComparison.Ordinal)), recalled.Values.Where(document => !document.Contains(TakenDown, StringComparison.Ordinal)));
        // The words of a text that was taken down are gone from the past too; that something was told stays.
        Assert.Contains("Jepang", Assert.Single(known.Values, document => document.Contains(TakenDown, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("\"quote\":\"J", Assert.Single(recalled.Values, document => document.Contains(TakenDown, StringComparison.Ordinal)), StringComparison.Ordinal);
        var changes = await db.ChangesSinceAsync(then, Token);
        Assert.Equal([EventChange.New, EventChange.Changed, EventChange.Withdrawn], changes.Select(change => change.Change).Distinct().Order());
        var replayed = new Dictionary<long, string>(known);
        foreach (var change in changes)
        {
            if (change.Change == EventChange.Withdrawn)
            {
                Assert.True(replayed.Remove(change.EventId));
            }
            else
            {
                replayed[change.EventId] = Normal(change.Document);
            }
        }
        Assert.Equal(now, replayed);
        Assert.Equal(changes.Select(change => change.Revision).Order(), changes.Select(change => change.Revision));
        Assert.Empty(await db.ChangesSinceAsync(await db.Revisions.MaxAsync(revision => revision.Number, Token), Token));
    }

    [Fact]
    public async Task An_instant_means_the_last_revision_before_it()
    {
        await using var pipeline = await Pipeline.CreateAsync(database, null, Token);
        await ImportAsync(pipeline, "satu", "Presiden Prancis Emmanuel Macron bertemu Kanselir Jerman Friedrich Merz di Berlin pada 8 Januari 2026.");

        await using var db = pipeline.Context();
        var last = await db.Revisions.OrderByDescending(revision => revision.Number).FirstAsync(Token);

        Assert.Equal(last.Number, await db.RevisionAtAsync(last.At, Token));
        Assert.Equal(last.Number, await db.RevisionAtAsync(last.At.AddYears(1).ToOffset(TimeSpan.FromHours(7)), Token));
        Assert.Equal(0, await db.RevisionAtAsync(DateTimeOffset.UnixEpoch, Token));
    }

    private static async Task ImportAsync(Pipeline pipeline, string file, string text)
    {
        await pipeline.Get<Importer>().ImportAsync(new ImportItem("Harian Contoh", file, null, null, text, Some.Published, "WIB", null, file), Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }

    private static async Task TakeDownAsync(Pipeline pipeline, string file)
    {
        await using var db = pipeline.Context();
        var key = await db.Articles.Where(article => article.ArticleKey.EndsWith("/" + file)).Select(article => article.ArticleKey).SingleAsync(Token);
        await pipeline.Get<Takedown>().RunAsync(key, "asked for by the outlet", Token);
        await pipeline.Get<Drain>().RunAsync(_ => { }, Token);
    }

    private static async Task<(long Revision, Dictionary<long, string> Documents)> StateAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Context();
        var revision = await db.Revisions.MaxAsync(one => one.Number, Token);
        var shown = await db.Events.Where(e => !e.Withdrawn && e.MergedIntoId == null).Select(e => e.Id).ToListAsync(Token);
        var documents = await EventDocument.LoadAsync(db, shown, Token);
        return (revision, documents.ToDictionary(document => document.Key, document => Normal(document.Value.ToJson())));
    }

    private static async Task<Dictionary<long, string>> DocumentsAsync(IQueryable<EventVersion> versions) =>
        (await versions.ToListAsync(Token)).ToDictionary(version => version.EventId, version => Normal(version.Document));

    // The database keeps the members of a document in an order of its own.
    private static string Normal(string json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
