using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The five types of things that a mention can name.</summary>
public enum EntityType
{
    Country,
    Person,
    Organization,
    Summit,
    Place,
}

/// <summary>
/// What a mention points to. <paramref name="Key"/> is the ISO 3166-1 alpha-2 code (upper case) for a country and a slug of the usual English name
/// otherwise; <paramref name="Name"/> the usual full name; <paramref name="Country"/> the alpha-2 code of the state that a place lies in or a person serves.
/// <paramref name="Known"/> is false where the entity was made from this article alone (an unknown person or body kept under the article's own words).
/// </summary>
public sealed record EntityLink(string Key, string Name, string? Country, bool Known = true);

/// <summary>A span that names something. <paramref name="Link"/> is null where it was found but honestly not linked. Confidence runs from 0 to 1.</summary>
public sealed record Mention(TextSpan Span, string Surface, EntityType Type, EntityLink? Link, double Confidence);
