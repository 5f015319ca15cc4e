using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Articles;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Keeps the groups of reprints that pairs of equal texts connect.</summary>
internal static class ReprintGroups
{
    /// <summary>Replaces the pairs of these articles and points every member of the groups that this touches to its head.</summary>
    /// <returns>Articles that have another head than before.</returns>
    public static async Task<IReadOnlyCollection<long>> RegroupAsync(
        TrackerContext db, IReadOnlyList<long> ids, IReadOnlyList<ArticleCopy> pairs, CancellationToken cancellationToken)
    {
        await db.ArticleCopies.Where(copy => ids.Contains(copy.FirstId) || ids.Contains(copy.SecondId)).ExecuteDeleteAsync(cancellationToken);
        await db.BulkInsertAsync(pairs, cancellationToken);
        var touched = ids.Concat(pairs.Select(pair => pair.FirstId)).Concat(pairs.Select(pair => pair.SecondId)).Distinct().ToList();
        var members = await MembersAsync(db, touched, cancellationToken);
        var all = members.ConvertAll(member => member.Id);
        var edges = await db.ArticleCopies.Where(copy => all.Contains(copy.FirstId)).ToListAsync(cancellationToken);
        var moved = Heads(members, edges).Where(change => change.Member.ReprintOfId != change.HeadId).ToList();
        if (moved.Count > 0)
        {
            var (movedIds, heads) = (moved.ConvertAll(change => change.Member.Id), moved.ConvertAll(change => change.HeadId));
            await db.Database.ExecuteSqlAsync(
                $"UPDATE articles SET reprint_of_id = moved.head FROM unnest({movedIds}, {heads}) AS moved(id, head) WHERE articles.id = moved.id", cancellationToken);
        }
        return moved.ConvertAll(change => change.Member.Id);
    }

    private sealed record Member(long Id, string ArticleKey, DateTimeOffset? PublishedAt, long? ReprintOfId);

    // Everybody in the groups that the touched articles are in now.
    private static async Task<List<Member>> MembersAsync(TrackerContext db, List<long> touched, CancellationToken cancellationToken)
    {
        var heads = await db.Articles.Where(article => touched.Contains(article.Id)).Select(article => article.ReprintOfId ?? article.Id).Distinct().ToListAsync(cancellationToken);
        return await db.Articles.Where(article => touched.Contains(article.Id) || heads.Contains(article.Id) || (article.ReprintOfId != null && heads.Contains(article.ReprintOfId.Value)))
            .Select(article => new Member(article.Id, article.ArticleKey, article.PublishedAt, article.ReprintOfId)).ToListAsync(cancellationToken);
    }

    private static IEnumerable<(Member Member, long? HeadId)> Heads(List<Member> members, List<ArticleCopy> edges)
    {
        var byId = members.ToDictionary(member => member.Id);
        var neighbours = edges.SelectMany(edge => new[] { (From: edge.FirstId, To: edge.SecondId), (From: edge.SecondId, To: edge.FirstId) }).ToLookup(edge => edge.From, edge => edge.To);
        var seen = new HashSet<long>();
        // The earliest telling is visited first, and so is the head of all that it reaches.
        foreach (var head in members.OrderBy(member => member.PublishedAt ?? DateTimeOffset.MaxValue).ThenBy(member => member.ArticleKey, StringComparer.Ordinal))
        {
            var waiting = new Stack<long>(seen.Add(head.Id) ? [head.Id] : []);
            while (waiting.TryPop(out var id))
            {
                yield return (byId[id], id == head.Id ? null : head.Id);
                foreach (var next in neighbours[id].Where(next => byId.ContainsKey(next) && seen.Add(next)))
                {
                    waiting.Push(next);
                }
            }
        }
    }
}
