using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>Turns what was found in one article into rows.</summary>
internal static class ArticleRows
{
    public static IEnumerable<ArticleMention> Mentions(TaggedRow row, IReadOnlyDictionary<(EntityType, string), int> ids) => row.Machine.Select(mention => new ArticleMention
    {
        ArticleId = row.Article.Id,
        Part = mention.Span.Part,
        Start = mention.Span.Start,
        End = mention.Span.End,
        Surface = mention.Surface,
        Type = mention.Type,
        EntityId = mention.Link is { } link ? ids[(mention.Type, link.Key)] : null,
        Confidence = mention.Confidence,
    });

    public static IEnumerable<ArticleTime> Times(TaggedRow row) => row.Tagged.Times.Select(time => new ArticleTime
    {
        ArticleId = row.Article.Id,
        Part = time.Span.Part,
        Start = time.Span.Start,
        End = time.Span.End,
        Surface = time.Surface,
        Kind = time.Kind,
        Value = time.Value,
        Edtf = time.Edtf,
        Flag = time.Flag,
    });

    public static IEnumerable<ArticleStatement> Statements(TaggedRow row, IReadOnlyDictionary<(EntityType, string), int> ids) => row.Tagged.Statements.Select(statement => new ArticleStatement
    {
        ArticleId = row.Article.Id,
        Part = statement.Span.Part,
        Start = statement.Span.Start,
        End = statement.Span.End,
        Direct = statement.Direct,
        Speaker = statement.SpeakerName,
        SpeakerEntityId = statement.SpeakerEntity is { } link ? IdOfAny(ids, link.Key) : null,
        Verb = statement.Verb,
        Via = [.. statement.Via],
    });

    public static IEnumerable<ArticleRole> Roles(TaggedRow row, IReadOnlyDictionary<(EntityType, string), int> ids) => row.Tagged.Roles.Select(role => new ArticleRole
    {
        ArticleId = row.Article.Id,
        Part = role.Span.Part,
        Start = role.Span.Start,
        End = role.Span.End,
        Person = role.Person,
        EntityId = role.PersonKey is { } key && ids.TryGetValue((EntityType.Person, key), out var id) ? id : null,
        Office = role.Office,
        Country = role.Country,
        Body = role.Body,
    });

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
