using System.Globalization;
using DiplomacyTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Mints the addresses of new events: the plain name where it is free; else the one with the digest, which only an event that was split can share.</summary>
internal sealed class EventSlugs
{
    private readonly HashSet<string> _taken;

    private EventSlugs(HashSet<string> taken)
    {
        _taken = taken;
    }

    /// <summary>Looks up at once which of the names that these events could have are taken.</summary>
    public static async Task<EventSlugs> LoadAsync(TrackerContext db, IReadOnlyList<(string Title, EventFacts Facts)> wanted, CancellationToken cancellationToken)
    {
        var keys = wanted.Select(one => one.Facts.KeyOf(one.Title)).Distinct().ToList();
        var taken = await TakenAsync(db, [.. wanted.Select(one => one.Facts.SlugOf(one.Title)), .. keys], cancellationToken);
        var numbered = keys.Where(taken.Contains).SelectMany(key => Numbers.Select(number => Numbered(key, number))).ToList();
        taken.UnionWith(await TakenAsync(db, numbered, cancellationToken));
        return new EventSlugs(taken);
    }

    /// <summary>Takes an address. Where another block takes the same one at this moment, the unique index refuses one of the two, and its block is clustered again.</summary>
    public string Mint(string title, EventFacts facts)
    {
        var key = facts.KeyOf(title);
        foreach (var slug in new[] { facts.SlugOf(title), key }.Concat(Numbers.Select(number => Numbered(key, number))))
        {
            if (_taken.Add(slug))
            {
                return slug;
            }
        }
        throw new InvalidOperationException($"No address is free for {key}.");
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(2, 1000);

    private static async Task<HashSet<string>> TakenAsync(TrackerContext db, List<string> names, CancellationToken cancellationToken) =>
        names.Count == 0 ? [] : await db.Events.Where(e => names.Contains(e.Slug)).Select(e => e.Slug).ToHashSetAsync(cancellationToken);

    private static string Numbered(string key, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}-{number}");
}
